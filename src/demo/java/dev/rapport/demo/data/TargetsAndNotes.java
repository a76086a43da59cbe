package dev.rapport.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sets the targets of the invented teams, and what they noted on the time line. */
final class TargetsAndNotes {
    static final String BY = "demo";

    private final Connection connection;
    private final Scenario scenario;

    TargetsAndNotes(Connection connection, Scenario scenario) {
        this.connection = connection;
        this.scenario = scenario;
    }

    void write() throws SQLException {
        LocalDate start = scenario.from().withDayOfMonth(1);
        LocalDate raised = scenario.today().minusMonths(3).withDayOfMonth(1);
        target("csat", null, start, null, "at-least", 78);
        target("csat", null, raised, null, "at-least", 80);
        target("csat", "chat", start, null, "at-least", 82);
        target("nps", null, start, null, "at-least", 30);
        target("resolution_time", null, start, null, "at-most", 24 * 3_600);
        target("ticket_volume", null, start, "month", "at-most", 1_500);
        target("revenue", null, start, "month", "at-least", 60_000);
        target("conversion_rate", null, start, null, "at-least", 8);
        target("churn_rate", null, start, null, "at-most", 5);
        target("health_score", null, raised, null, "at-least", 60);
        note(
                "campaign",
                "Big giveaway",
                scenario.giveawayStart(),
                scenario.giveawayStart().plusDays(13),
                "social");
        note("launch", "Release 4.0", scenario.release(), scenario.release(), null);
        note("other", "Starter costs 29 instead of 19", scenario.priceRise(), scenario.priceRise(), null);
    }

    private void target(
            String metric, @Nullable String channel, LocalDate from, @Nullable String span, String bound, int value)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into target (metric, channel_id, from_day, span, bound, value, created_by)
                values (?, (select id from channel where key = ?), ?, ?, ?, ?, ?)
                """)) {
            statement.setString(1, metric);
            statement.setString(2, channel);
            statement.setObject(3, from);
            statement.setString(4, span);
            statement.setString(5, bound);
            statement.setInt(6, value);
            statement.setString(7, BY);
            statement.executeUpdate();
        }
    }

    private void note(String kind, String title, LocalDate first, LocalDate last, @Nullable String channel)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into annotation (kind, title, first_day, last_day, channel_id, created_by)
                values (?, ?, ?, ?, (select id from channel where key = ?), ?)
                """)) {
            statement.setString(1, kind);
            statement.setString(2, title);
            statement.setObject(3, first);
            statement.setObject(4, last);
            statement.setString(5, channel);
            statement.setString(6, BY);
            statement.executeUpdate();
        }
    }
}
