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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TicketWaitsTest {
    private static final Facts FACTS = new Facts();
    private static final String DAYS = "from=2026-03-29&to=2026-03-30";
    private final TicketWaits reader =
            new TicketWaits(Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(3)
                .plan(1, "free", "-infinity", "2026-03-30")
                .plan(1, "pro", "2026-03-30", "infinity")
                .plan(2, "pro", "-infinity", "infinity");
        // 29 March has 23 hours in Berlin: it ends at 22:00 UTC.
        // 1 h, the first moment of the 29th; resolved without a reply
        ticket("1", "chat", "2026-03-28T23:00Z", "null", "'2026-03-29T00:00Z'");
        ticket("2", "chat", "2026-03-29T10:00Z", "'2026-03-29T10:30Z'", "'2026-03-29T12:00Z'"); // 2 h
        ticket(
                "null",
                "email",
                "2026-03-29T21:59Z",
                "'2026-03-29T23:59Z'",
                "'2026-03-30T00:59Z'"); // 3 h, of nobody known
        // 4 h, the first moment of the 30th; the reply's clock went wrong: unknown, neither waiting nor 0
        ticket("1", "email", "2026-03-29T22:00Z", "null", "'2026-03-30T02:00Z'");
        FACTS.run("update ticket set first_response_known = false where created_at = '2026-03-29T22:00Z'");
        ticket("3", "email", "2026-03-30T10:00Z", "null", "null"); // waits for 38 h
        ticket("3", "email", "2026-03-31T10:00Z", "null", "null"); // not in the period
    }

    private static void ticket(String visitor, String channel, String created, String replied, String resolved) {
        FACTS.run("""
                insert into ticket
                    (key, visitor_id, channel_id, issue_type, created_at, first_response_at, resolved_at, content)
                select gen_random_uuid(), %s, id, case key when 'chat' then 'billing' end, '%s', %s::timestamptz,
                       %s::timestamptz, gen_random_uuid()
                from channel where key = '%s'
                """.formatted(visitor, created, replied, resolved, channel));
    }

    @Test
    void aReplyIsWaitedForAsLongAsNobodyAnswersOrResolves() throws SQLException {
        // Answered after 0.5 and 2 h; given up after 1 h; waiting for 38 h. At 2 h two are left, of whom one is
        // answered.
        Figure median =
                read("first_response_time", Facts.slice(DAYS), Grouping.TOTAL).get(DimensionKey.TOTAL);

        assertThat(hours(median)).isEqualTo(2);
        assertThat(median.n()).isEqualTo(4);
        assertThat(median.numerator()).isEqualByComparingTo("2");
    }

    @Test
    void theMeanOfTheAnsweredAloneIsTooGood() throws SQLException {
        Figure naive = read("first_response_time", Facts.slice(DAYS + "&stat=mean"), Grouping.TOTAL)
                .get(DimensionKey.TOTAL);
        Figure answered = read("first_response_time", Facts.slice(DAYS + "&waiting=left-out"), Grouping.TOTAL)
                .get(DimensionKey.TOTAL);

        assertThat(hours(naive)).isEqualTo(2.5 / 2);
        assertThat(naive.n()).isEqualTo(2);
        assertThat(hours(answered)).isEqualTo(2.5 / 2);
        assertThat(read("first_response_time", Facts.slice(DAYS + "&channel=email"), Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .n())
                .isEqualTo(2);
    }

    @Test
    void theMedianCountsWhatStillWaits() throws SQLException {
        Figure median = total(DAYS);

        assertThat(hours(median)).isEqualTo(3);
        assertThat(median.n()).isEqualTo(5);
        assertThat(median.numerator()).isEqualByComparingTo("4");
        assertThat(hours(total(DAYS + "&waiting=left-out"))).isEqualTo(2.5);
        assertThat(hours(total(DAYS + "&stat=mean"))).isEqualTo(2.5);
        assertThat(total(DAYS + "&stat=p90").value()).isEmpty();
    }

    @Test
    void byDayTheClockChangeIsRight() throws SQLException {
        Map<DimensionKey, Figure> days = read(Facts.slice(DAYS + "&grain=day"), Grouping.TREND);

        assertThat(hours(days.get(bucket("2026-03-29")))).isEqualTo(2);
        assertThat(days.get(bucket("2026-03-29")).n()).isEqualTo(3);
        assertThat(days.get(bucket("2026-03-30")).n()).isEqualTo(2);
    }

    @Test
    void byChannelAndTheSegmentOfTheDay() throws SQLException {
        Map<DimensionKey, Figure> parts = read(Facts.slice(DAYS), Grouping.channelsAndSegments("plan"));

        assertThat(parts).hasSize(4);
        assertThat(hours(parts.get(part("chat", "free")))).isEqualTo(1);
        assertThat(hours(parts.get(part("chat", "pro")))).isEqualTo(2);
        assertThat(hours(parts.get(part("email", "pro")))).isEqualTo(4);
        assertThat(parts.get(part("email", "none")).n()).isEqualTo(2);
    }

    @Test
    void oneChannelAndOneSegment() throws SQLException {
        assertThat(hours(total(DAYS + "&channel=chat&segment=plan:pro"))).isEqualTo(2);
        assertThat(total(DAYS + "&channel=phone")).isEqualTo(Figure.noData());
    }

    @Test
    void byIssueTypeAndOfOne() throws SQLException {
        Map<DimensionKey, Figure> parts = read(Facts.slice(DAYS), Grouping.parts(Dimension.ISSUE_TYPE));

        assertThat(parts).hasSize(2);
        assertThat(hours(parts.get(part("billing")))).isEqualTo(1.5);
        assertThat(parts.get(part("billing")).n()).isEqualTo(2);
        assertThat(parts.get(part("")).n()).isEqualTo(3);
        assertThat(hours(total(DAYS + "&issue-type=billing"))).isEqualTo(1.5);
        assertThat(total(DAYS + "&issue-type=theft")).isEqualTo(Figure.noData());
    }

    private static DimensionKey part(String issueType) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(issueType));
    }

    private Figure total(String query) throws SQLException {
        return read(Facts.slice(query), Grouping.TOTAL).get(DimensionKey.TOTAL);
    }

    private Map<DimensionKey, Figure> read(Slice slice, Grouping grouping) throws SQLException {
        return read("resolution_time", slice, grouping);
    }

    private Map<DimensionKey, Figure> read(String metric, Slice slice, Grouping grouping) throws SQLException {
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)),
                    Catalogue.find(metric).orElseThrow(),
                    slice,
                    slice.period(),
                    grouping);
        }
    }

    private static double hours(Figure figure) {
        return figure.value().orElseThrow().doubleValue() / 3600;
    }

    private static DimensionKey part(String channel, String plan) {
        return new DimensionKey(Optional.empty(), Optional.of(channel), Optional.of(plan));
    }

    private static DimensionKey bucket(String day) {
        return new DimensionKey(Optional.of(LocalDateTime.parse(day + "T00:00")), Optional.empty(), Optional.empty());
    }
}
