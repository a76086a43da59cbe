package dev.rapport.bench.data;

import dev.rapport.bench.data.Chance.Weights;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What people do beside visiting: tickets, surveys, orders, subscriptions; in proportion to the number of people. */
final class Dealings {
    private static final List<String> DESKS =
            List.of("email", "chat", "phone", "web-form", "self-service", "social", "sms", "app");
    private static final Weights DESK_WEIGHTS = new Weights(30, 24, 16, 12, 8, 5, 2, 3);
    private static final List<String> ASKED = List.of(
            "email",
            "app",
            "chat",
            "sms",
            "direct",
            "phone",
            "push",
            "social",
            "self-service",
            "web-form",
            "organic-search",
            "referral");
    private static final Weights ASKED_WEIGHTS = new Weights(34, 18, 12, 8, 6, 5, 4, 3, 3, 3, 2, 2);
    private static final List<String> SOLD = List.of(
            "direct",
            "organic-search",
            "paid-search",
            "email",
            "social",
            "paid-social",
            "affiliate",
            "referral",
            "app",
            "display",
            "sms",
            "push");
    private static final Weights SOLD_WEIGHTS = new Weights(26, 20, 14, 12, 6, 5, 4, 4, 4, 3, 1, 1);
    private static final List<String> SURVEYS = List.of("relationship", "after-support", "effort");
    private static final Weights NPS = new Weights(3, 1, 2, 2, 3, 6, 6, 12, 19, 22, 24);
    private static final Weights CSAT = new Weights(6, 5, 11, 32, 46);
    private static final Weights CES = new Weights(30, 26, 16, 11, 8, 5, 4);
    private static final long MINUTE = 60_000_000;

    private final Connection connection;
    private final BenchDictionary dictionary;
    private final People people;
    private final Chance chance;
    private final Weights days = Calendar.busyness();

    Dealings(Connection connection, BenchDictionary dictionary, People people, Chance chance) {
        this.connection = connection;
        this.dictionary = dictionary;
        this.people = people;
        this.chance = chance;
    }

    void write() throws SQLException {
        tickets(share(0.41));
        invitations(share(0.87));
        responses(share(0.31));
        orders(share(0.27));
        subscriptions(share(0.123));
    }

    private int share(double ofPeople) {
        return (int) (people.count() * ofPeople);
    }

    private int visitor(int day) {
        return people.visitor(chance, people.draw(chance, day));
    }

    private void tickets(int count) throws SQLException {
        try (Rows rows = new Rows(
                connection,
                "ticket_record",
                "key, visitor_id, channel_id, issue_type, priority, created_at, first_response_at, resolved_at, reopened,"
                        + " content")) {
            for (int i = 0; i < count; i++) {
                int day = chance.of(days);
                int desk = chance.of(DESK_WEIGHTS);
                long created = Calendar.moment(chance, day);
                long answered = created + (long) (chance.lognormal(12 + 25 * desk, 1.4) * MINUTE);
                boolean waits = chance.of(0.03) || answered >= Calendar.end();
                long resolved = answered + (long) (chance.lognormal(300 + 90 * desk, 1.6) * MINUTE);
                boolean open = waits || chance.of(0.05) || resolved >= Calendar.end();
                rows.row()
                        .text("T" + i)
                        .number(visitor(day))
                        .small(dictionary.channel(DESKS.get(desk)))
                        .text(chance.of(0.4) ? "billing" : "technical")
                        .text(chance.of(0.15) ? "high" : "normal")
                        .at(created);
                maybe(rows, waits, answered);
                maybe(rows, open, resolved);
                rows.number(chance.of(0.05) ? 1 : 0).uuid(chance);
            }
        }
    }

    private static void maybe(Rows rows, boolean none, long at) {
        if (none) {
            rows.none();
        } else {
            rows.at(at);
        }
    }

    private void invitations(int count) throws SQLException {
        try (Rows rows = new Rows(connection, "invitation", "key, survey_id, visitor_id, channel_id, at, content")) {
            for (int i = 0; i < count; i++) {
                answer(rows, "I" + i, chance.below(SURVEYS.size())).uuid(chance);
            }
        }
    }

    private void responses(int count) throws SQLException {
        try (Rows rows =
                new Rows(connection, "response", "key, survey_id, visitor_id, channel_id, at, score, content")) {
            for (int i = 0; i < count; i++) {
                int survey = chance.below(SURVEYS.size());
                answer(rows, "R" + i, survey);
                int score = switch (survey) {
                    case 0 -> chance.of(NPS);
                    case 1 -> 1 + chance.of(CSAT);
                    default -> 1 + chance.of(CES);
                };
                (chance.of(0.02) ? rows.none() : rows.number(score)).uuid(chance);
            }
        }
    }

    private Rows answer(Rows rows, String key, int survey) throws SQLException {
        int day = chance.of(days);
        return rows.row()
                .text(key)
                .number(dictionary.survey(SURVEYS.get(survey)))
                .number(visitor(day))
                .small(dictionary.channel(ASKED.get(chance.of(ASKED_WEIGHTS))))
                .at(Calendar.moment(chance, day));
    }

    private void orders(int count) throws SQLException {
        try (Rows rows = new Rows(
                connection,
                "order_line",
                "key, order_key, visitor_id, channel_id, at, product, quantity, amount, cancelled_at, content")) {
            for (int i = 0; i < count; i++) {
                int day = chance.of(days);
                int visitor = visitor(day);
                int channel = dictionary.channel(SOLD.get(chance.of(SOLD_WEIGHTS)));
                long at = Calendar.moment(chance, day);
                int lines = 1 + (int) chance.exponential(1.3);
                boolean cancelled = chance.of(0.05);
                for (int line = 0; line < lines; line++) {
                    int quantity = 1 + (int) chance.exponential(0.5);
                    int cents = (int) Math.min(5_000_00, chance.lognormal(39_00, 0.9));
                    rows.row()
                            .text("O" + i + "-" + line)
                            .text("O" + i)
                            .number(visitor)
                            .small(channel)
                            .at(at)
                            .text("product-" + (int) Math.min(60, chance.exponential(12)))
                            .cents(quantity * 100)
                            .cents(quantity * cents);
                    maybe(rows, !cancelled, at + (long) (chance.exponential(2_000) * MINUTE));
                    rows.uuid(chance);
                }
            }
        }
    }

    private void subscriptions(int count) throws SQLException {
        try (Rows rows = new Rows(
                connection,
                "subscription",
                "key, visitor_id, channel_id, plan, amount, started_at, ended_at, content")) {
            for (int i = 0; i < count; i++) {
                int day = chance.of(days);
                long from = Calendar.moment(chance, day);
                long to = from + (long) (chance.exponential(400) * 1440 * MINUTE);
                int plan = 1 + chance.below(3);
                rows.row()
                        .text("S" + i)
                        .number(visitor(day))
                        .small(dictionary.channel(SOLD.get(chance.of(SOLD_WEIGHTS))))
                        .text(Profiles.PLANS.get(plan))
                        .cents(19_00 * plan * plan)
                        .at(from);
                maybe(rows, to >= Calendar.end(), to);
                rows.uuid(chance);
            }
        }
    }
}
