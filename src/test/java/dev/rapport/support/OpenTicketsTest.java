package dev.rapport.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** It is noon of 5 April; days end at 22:00 UTC. */
class OpenTicketsTest {
    private static final Facts FACTS = new Facts();
    private static final String DAYS = "from=2026-04-01&to=2026-04-07&grain=day";
    private final OpenTickets reader =
            new OpenTickets(Clock.fixed(Instant.parse("2026-04-05T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(2).plan(1, "free", "-infinity", "2026-04-03").plan(1, "pro", "2026-04-03", "infinity");
        ticket("1", "chat", "2026-02-01T10:00Z", "null"); // open since February
        ticket("2", "email", "2026-04-01T10:00Z", "'2026-04-02T22:00Z'"); // over with the first moment of the 3rd
        ticket("1", "email", "2026-04-02T10:00Z", "'2026-04-04T08:00Z'");
        ticket("null", "email", "2026-04-03T10:00Z", "'2026-04-03T12:00Z'"); // gone before the day was over
        ticket("2", "chat", "2026-04-05T09:00Z", "null");
        ticket("2", "chat", "2026-04-05T11:00Z", "null"); // has not happened yet
        ticket("2", "chat", "2026-04-04T09:00Z", "null"); // resolved, nobody knows when
        FACTS.run("update ticket set state = 'resolved' where created_at = '2026-04-04T09:00Z'");
    }

    private static void ticket(String visitor, String channel, String created, String resolved) {
        FACTS.run("""
                insert into ticket (key, visitor_id, channel_id, issue_type, created_at, resolved_at, content)
                select gen_random_uuid(), %1$s, id, case when '%2$s' < '2026-04-02' then 'billing' end, '%2$s',
                       %3$s::timestamptz, gen_random_uuid()
                from channel where key = '%4$s'
                """.formatted(visitor, created, resolved, channel));
    }

    @Test
    void atTheEndOfEachDayUntilNow() throws SQLException {
        Map<DimensionKey, Figure> days = read(DAYS, Grouping.TREND);

        assertThat(days).hasSize(5);
        assertThat(open(days, day("2026-04-01", null, null))).isEqualTo(2);
        assertThat(open(days, day("2026-04-02", null, null))).isEqualTo(3);
        assertThat(open(days, day("2026-04-03", null, null))).isEqualTo(2);
        assertThat(open(days, day("2026-04-04", null, null))).isEqualTo(1);
        assertThat(open(days, day("2026-04-05", null, null))).isEqualTo(2);
    }

    @Test
    void ofAPeriodIsWhatIsOpenAtItsEndAndNotTheSumOfItsDays() throws SQLException {
        assertThat(open(read("from=2026-04-01&to=2026-04-02", Grouping.TOTAL), DimensionKey.TOTAL))
                .isEqualTo(3);
        assertThat(open(read(DAYS, Grouping.TOTAL), DimensionKey.TOTAL)).isEqualTo(2);
        assertThat(open(read("from=2026-01-01&to=2026-01-31", Grouping.TOTAL), DimensionKey.TOTAL))
                .isZero();
        assertThat(read("from=2026-05-01&to=2026-05-31", Grouping.TOTAL))
                .containsEntry(DimensionKey.TOTAL, Figure.noData());
    }

    @Test
    void byChannelNobodyWaitingIsZeroWhereSomebodyDid() throws SQLException {
        Map<DimensionKey, Figure> parts = read(DAYS, new Grouping(true, true, Optional.empty()));

        assertThat(open(parts, day("2026-04-03", "email", null))).isEqualTo(1);
        assertThat(open(parts, day("2026-04-04", "email", null))).isZero();
        assertThat(open(parts, day("2026-04-04", "chat", null))).isEqualTo(1);
        assertThat(open(read(DAYS + "&channel=chat", Grouping.TREND), day("2026-04-02", null, null)))
                .isEqualTo(1);
    }

    @Test
    void aTicketGoesWithItsCustomerIntoAnotherSegment() throws SQLException {
        Map<DimensionKey, Figure> parts = read(DAYS, new Grouping(true, false, Optional.of("plan")));

        assertThat(open(parts, day("2026-04-02", null, "free"))).isEqualTo(2);
        assertThat(open(parts, day("2026-04-03", null, "free"))).isZero();
        assertThat(open(parts, day("2026-04-03", null, "pro"))).isEqualTo(2);
        assertThat(open(parts, day("2026-04-02", null, "none"))).isEqualTo(1);
        assertThat(open(parts, day("2026-04-03", null, "none"))).isZero();
        assertThat(open(read("from=2026-04-01&to=2026-04-02&segment=plan:free", Grouping.TOTAL), DimensionKey.TOTAL))
                .isEqualTo(2);
    }

    @Test
    void byIssueTypeAndOfOne() throws SQLException {
        Map<DimensionKey, Figure> parts = read("from=2026-04-01&to=2026-04-02", Grouping.parts(Dimension.ISSUE_TYPE));

        assertThat(parts).hasSize(2);
        assertThat(open(parts, part("billing"))).isEqualTo(2);
        assertThat(open(parts, part(""))).isEqualTo(1);
        assertThat(open(read("from=2026-04-01&to=2026-04-02&issue-type=billing", Grouping.TOTAL), DimensionKey.TOTAL))
                .isEqualTo(2);
        assertThat(open(read("from=2026-04-01&to=2026-04-02&issue-type=theft", Grouping.TOTAL), DimensionKey.TOTAL))
                .isZero();
    }

    private static DimensionKey part(String issueType) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(issueType));
    }

    private static long open(Map<DimensionKey, Figure> figures, DimensionKey key) {
        return figures.getOrDefault(key, Figure.noData()).value().orElseThrow().longValueExact();
    }

    private Map<DimensionKey, Figure> read(String query, Grouping grouping) throws SQLException {
        Slice slice = Facts.slice(query);
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)),
                    Catalogue.find("backlog").orElseThrow(),
                    slice,
                    slice.period(),
                    grouping);
        }
    }

    private static DimensionKey day(String day, @Nullable String channel, @Nullable String plan) {
        return new DimensionKey(
                Optional.of(LocalDateTime.parse(day + "T00:00")),
                Optional.ofNullable(channel),
                Optional.ofNullable(plan));
    }
}
