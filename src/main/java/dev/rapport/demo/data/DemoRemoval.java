package dev.rapport.demo.data;

import dev.rapport.ingest.store.NameMerge;
import dev.rapport.rollup.DirtyDays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes the demo data's import out again: its facts, people and surveys, and nothing else. Words that facts refer to
 * (pages, event names, traffic sources) stay: they count for nothing by themselves.
 */
final class DemoRemoval {
    private static final List<String> FACTS = List.of(
            "event",
            "invitation",
            "response",
            "ticket_record",
            "order_line",
            "subscription",
            "campaign_day",
            "post",
            "mention");

    private final Connection connection;

    DemoRemoval(Connection connection) {
        this.connection = connection;
    }

    void remove(int importId, String who) throws SQLException {
        for (DemoDays days : DemoDays.values()) {
            DirtyDays.mark(connection, days.family, days.moments(importId));
        }
        run("delete from mention_label where mention_key in (select key from mention where import_id = ?)", importId);
        run("delete from follow_up where response_key in (select key from response where import_id = ?)", importId);
        for (String table : FACTS) {
            run("delete from " + table + " where import_id = ?", importId);
        }
        run("delete from person_trait where import_id = ?", importId);
        run(
                "delete from survey where import_id = ? and not exists (select from response where survey_id = survey.id)",
                importId);
        NameMerge.removeUnused(connection, importId);
        people(importId);
        run("delete from target where created_by = '" + Planning.BY + "'");
        run("delete from annotation where created_by = '" + Planning.BY + "'");
        new Descriptions(connection).remove();
        try (var statement = connection.prepareStatement(
                "update import_job set state = 'undone', undone_at = clock_timestamp(), undone_by = ? where id = ?")) {
            statement.setString(1, who);
            statement.setInt(2, importId);
            statement.executeUpdate();
        }
    }

    /** A visitor whom somebody else's facts mention meanwhile stays, and so does the person. */
    private void people(int importId) throws SQLException {
        for (String table : List.of("event", "order_line", "ticket_record", "response", "subscription", "person_trait")) {
            run(
                    "update visitor set import_id = null where import_id = ? and exists (select from " + table
                            + " as fact where fact.visitor_id = visitor.id)",
                    importId);
        }
        run("delete from visitor where import_id = ?", importId);
        run("""
                create temporary table demo_person on commit drop as
                select id from person
                where import_id = %d and not exists (select from visitor where person_id = person.id)
                """.formatted(importId));
        for (String derived : List.of("membership", "person_signature", "person_first", "session")) {
            run("delete from " + derived + " where person_id in (select id from demo_person)");
        }
        run("delete from person where id in (select id from demo_person)");
        run("update person set import_id = null where import_id = ?", importId);
    }

    private void run(String sql, int importId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, importId);
            statement.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
