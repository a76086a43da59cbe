package dev.rapport.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowSources;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customer 1 has one problem of five contacts in April, 2 has two of one thing that lie eight days apart; it is 1 May. */
class ContactProblemsTest {
    private static final Facts FACTS = new Facts();
    private static final String APRIL = "from=2026-04-01&to=2026-04-30";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T10:00:00Z"), Facts.BERLIN);
    private final ContactProblems reader = new ContactProblems(CLOCK);

    @BeforeAll
    static void write() {
        FACTS.people(3).plan(1, "pro", "-infinity", "2026-04-09").plan(1, "free", "2026-04-09", "infinity");
        ticket("1", "email", "billing", "2026-04-08T10:00Z");
        ticket("1", "chat", "billing", "2026-04-09T10:00Z");
        for (String hour : List.of("09", "11", "15")) {
            ticket("1", "phone", "billing", "2026-04-16T" + hour + ":00Z");
        }
        ticket("1", "phone", "delivery", "2026-04-09T10:00Z"); // something else, in the same days
        ticket("2", "chat", null, "2026-04-10T10:00Z");
        ticket("2", "chat", null, "2026-04-18T10:00Z"); // a day too late to be the same
        ticket("3", "chat", "billing", "2026-03-29T10:00Z");
        ticket("3", "chat", "billing", "2026-04-02T10:00Z"); // goes on from March
        ticket("null", "chat", "billing", "2026-04-10T10:00Z"); // of nobody known
        ticket("2", "chat", "billing", "2026-05-01T11:00Z"); // has not happened yet
        ticket("2", "chat", "login", "2026-04-30T10:00Z");
        ticket("2", "chat", "login", "2026-05-01T09:00Z"); // counts though it comes after the period
    }

    private static void ticket(String visitor, String channel, String issue, String created) {
        FACTS.run("""
                insert into ticket (key, visitor_id, channel_id, issue_type, created_at, content)
                select gen_random_uuid(), %s, id, %s, '%s', gen_random_uuid() from channel where key = '%s'
                """.formatted(visitor, issue == null ? "null" : "'" + issue + "'", created, channel));
    }

    @Test
    void aProblemGoesOnWhileTheCustomerWritesWithinAWeek() throws SQLException {
        Figure figure = read(APRIL, Grouping.TOTAL).get(DimensionKey.TOTAL);
        assertThat(figure.n())
                .as("billing, delivery, two without a type, login")
                .isEqualTo(5);
        assertThat(figure.numerator()).isEqualByComparingTo("10");
        assertThat(figure.value().orElseThrow()).isEqualByComparingTo("2");
        assertThat(read("from=2026-03-01&to=2026-03-31", Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .value()
                        .orElseThrow())
                .as("begun in March, with April's contact")
                .isEqualByComparingTo("2");
        assertThat(read("from=2025-03-01&to=2025-03-31", Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .value())
                .isEmpty();
    }

    @Test
    void byIssueTypeChannelAndSegmentOfTheFirstContact() throws SQLException {
        Map<DimensionKey, Figure> types = read(APRIL, Grouping.parts(Dimension.ISSUE_TYPE));
        assertThat(types).hasSize(4);
        assertThat(contacts(types, part("billing"))).isEqualTo(5);
        assertThat(contacts(types, part("delivery"))).isEqualTo(1);
        assertThat(contacts(types, part(""))).isEqualTo(1);
        assertThat(contacts(types, part("login"))).isEqualTo(2);
        assertThat(read(APRIL + "&issue-type=BILLING", Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .n())
                .isZero();
        FACTS.run("insert into known_name (kind, key, name) values ('issue-type', 'billing', 'billing')");
        assertThat(read(APRIL + "&issue-type=BILLING", Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("5");
        assertThat(contacts(read(APRIL, Grouping.CHANNELS), channel("email"))).isEqualTo(5);
        assertThat(read(APRIL + "&channel=email", Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .n())
                .isEqualTo(1);
        assertThat(read(APRIL + "&segment=plan:pro", Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .value()
                        .orElseThrow())
                .as("pro when it began")
                .isEqualByComparingTo("5");
    }

    @Test
    void rowsSayHowOftenAndUntilWhen() throws SQLException {
        Slice slice = Facts.slice(APRIL);
        try (Connection connection = FACTS.connection()) {
            RowQuery rows = new RowSources(List.of(new SupportRows(CLOCK)))
                    .query(
                            JdbiSetup.on(connection),
                            Catalogue.find("contacts_per_problem").orElseThrow().rows(slice),
                            slice)
                    .orElseThrow();
            assertThat(JdbiSetup.on(connection)
                            .select(
                                    "select person, channel, issue_type, contacts, last_at from (" + rows.sql()
                                            + ") as rows order by contacts desc, at limit 2",
                                    rows.values().toArray())
                            .map((row, context) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)
                                    + " "
                                    + row.getInt(4) + " "
                                    + row.getObject(5, OffsetDateTime.class).toInstant())
                            .list())
                    .containsExactly(
                            "c1 E-mail billing 5 2026-04-16T15:00:00Z", "c2 Chat login 2 2026-05-01T09:00:00Z");
        }
    }

    private static double contacts(Map<DimensionKey, Figure> figures, DimensionKey key) {
        return figures.get(key).value().orElseThrow().doubleValue();
    }

    private static DimensionKey part(String issueType) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(issueType));
    }

    private static DimensionKey channel(String key) {
        return new DimensionKey(Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
    }

    private Map<DimensionKey, Figure> read(String query, Grouping grouping) throws SQLException {
        Slice slice = Facts.slice(query);
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)),
                    Catalogue.find("contacts_per_problem").orElseThrow(),
                    slice,
                    slice.period(),
                    grouping);
        }
    }
}
