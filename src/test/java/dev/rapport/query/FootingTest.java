package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceContext;
import dev.rapport.slice.SliceReader;
import dev.rapport.testsupport.FreshDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a change stands on: finished days, days that pair, and data on both sides. Noon of 30 November 2026. */
class FootingTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource());
    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");

    private final DataSource source = FreshDatabase.create();
    private final MetricQueries metrics = new QueryEngine(
            source,
            CONTRIBUTIONS,
            List.of(),
            Catalogue::find,
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofSeconds(20));

    @Test
    void todayIsNotHeldAgainstAWholeDay() throws SQLException {
        visits("2026-01-01", "2026-11-29", 10, "direct");

        Answer answer = metrics.ask("sessions", slice("period=last-30-days"), Grouping.TOTAL);

        assertThat(value(answer.total().figure())).isEqualTo(290);
        assertThat(answer.total().before().map(FootingTest::value)).contains(300L);
        assertThat(answer.judged())
                .contains(new Pairing(period("2026-11-01", "2026-11-29"), period("2026-10-02", "2026-10-30")));
        assertThat(answer.total().change().map(Change::verdict)).contains(Change.Verdict.SAME);
        assertThat(answer.leavesOutToday()).isTrue();
    }

    @Test
    void aMonthToDateIsJudgedUpToYesterday() throws SQLException {
        visits("2026-10-01", "2026-10-29", 1, "direct");
        visits("2026-10-30", "2026-10-30", 50, "direct");
        visits("2026-11-01", "2026-11-29", 2, "direct");

        Answer answer = metrics.ask("sessions", slice("period=this-month"), Grouping.TOTAL);

        assertThat(answer.compared()).contains(period("2026-10-01", "2026-10-30"));
        assertThat(answer.judged().map(Pairing::before)).contains(period("2026-10-01", "2026-10-29"));
        assertThat(value(answer.total().judgedBefore().orElseThrow())).isEqualTo(29);
        assertThat(answer.total().change().map(Change::absolute)).contains(29.0);
        assertThat(answer.total().change().flatMap(Change::relative)).contains(1.0);
    }

    @Test
    void ofTodayAloneNothingIsSaid() throws SQLException {
        visits("2026-10-01", "2026-11-29", 10, "direct");

        Answer answer = metrics.ask("sessions", slice("period=today"), Grouping.TOTAL);

        assertThat(answer.judged()).isEmpty();
        assertThat(answer.total().change()).isEmpty();
        Answer trend = metrics.ask("sessions", slice("period=last-7-days"), Grouping.TREND);
        Answer.Row today = trend.rows().get(6);
        assertThat(today.unfinished()).isTrue();
        assertThat(today.change()).isEmpty();
        assertThat(trend.rows().get(5).change().map(Change::verdict)).contains(Change.Verdict.SAME);
    }

    @Test
    void beforeTheFirstDataNothingIsCompared() throws SQLException {
        visits("2026-09-30", "2026-11-29", 5, "direct");
        visits("2026-11-20", "2026-11-29", 5, "email");

        Answer answer = metrics.ask("sessions", slice("from=2026-10-01&to=2026-10-31"), Grouping.TOTAL);
        assertThat(answer.total().footing().nothingBefore()).contains(LocalDate.of(2026, 9, 30));
        assertThat(answer.total().change().map(Change::verdict)).contains(Change.Verdict.NO_DATA_BEFORE);

        Answer covered = metrics.ask("sessions", slice("from=2026-11-01&to=2026-11-29"), Grouping.CHANNELS);
        Map<String, Answer.Row> rows = covered.rows().stream()
                .collect(Collectors.toMap(row -> row.key().channel().orElseThrow(), row -> row));
        assertThat(rows.get("direct").footing().nothingBefore()).isEmpty();
        assertThat(rows.get("direct").change().map(Change::verdict))
                .isPresent()
                .isNotEqualTo(Optional.of(Change.Verdict.NO_DATA_BEFORE));
        assertThat(rows.get("email").footing().nothingBefore()).contains(LocalDate.of(2026, 11, 20));
        assertThat(rows.get("email").change().map(Change::verdict)).contains(Change.Verdict.NO_DATA_BEFORE);

        Answer narrowed = metrics.ask("sessions", slice("from=2026-11-01&to=2026-11-29&channel=email"), Grouping.TOTAL);
        assertThat(narrowed.total().footing().nothingBefore()).contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    void halfOfTheDaysIsEnoughToCompareWith() throws SQLException {
        visits("2026-10-16", "2026-11-29", 5, "direct");

        assertThat(ofTenDays("2026-10-21").footing().nothingBefore()).isEmpty();
        assertThat(ofTenDays("2026-10-20").footing().nothingBefore()).contains(LocalDate.of(2026, 10, 16));
    }

    private Answer.Row ofTenDays(String from) {
        LocalDate last = LocalDate.parse(from).plusDays(9);
        return metrics.ask("sessions", slice("from=" + from + "&to=" + last), Grouping.TOTAL)
                .total();
    }

    /** 29 February has no day a year before, and 1 March keeps its own. */
    @Test
    void aLeapDayStaysAlone() throws SQLException {
        for (int i = 0; i < 4; i++) {
            String day = LocalDate.of(2023, 2, 27).plusDays(i).toString();
            visits(day, day, i + 1, "direct");
        }
        for (int i = 0; i < 5; i++) {
            String day = LocalDate.of(2024, 2, 27).plusDays(i).toString();
            visits(day, day, 10 * (i + 1), "direct");
        }

        Answer leap = metrics.ask(
                "sessions", slice("from=2024-02-27&to=2024-03-02&compare=last-year&grain=day"), Grouping.TREND);
        assertThat(leap.rows())
                .extracting(row -> row.before().map(FootingTest::value).orElse(null))
                .containsExactly(1L, 2L, null, 3L, 4L);

        Answer after = metrics.ask(
                "sessions", slice("from=2025-02-27&to=2025-03-02&compare=last-year&grain=day"), Grouping.TREND);
        assertThat(after.rows())
                .extracting(row -> row.footing().partner().map(Bucket::label).orElse(null))
                .containsExactly("2024-02-27", "2024-02-28", "2024-03-01", "2024-03-02");
    }

    @Test
    void weekdaysPairWithWeekdaysWhenAsked() throws SQLException {
        visits("2025-11-03", "2025-11-03", 7, "direct");
        visits("2026-11-02", "2026-11-02", 9, "direct");

        Answer answer = metrics.ask(
                "sessions",
                slice("from=2026-11-02&to=2026-11-08&compare=last-year&grain=day&align=weekday"),
                Grouping.TREND);

        assertThat(answer.compared()).contains(period("2025-11-03", "2025-11-09"));
        assertThat(answer.rows().get(0).footing().partner().map(Bucket::label)).contains("2025-11-03");
        assertThat(answer.rows().get(0).before().map(FootingTest::value)).contains(7L);
        assertThat(answer.slice().toQuery()).contains("align=weekday");

        Answer month = metrics.ask("sessions", slice("period=last-30-days&grain=day&align=weekday"), Grouping.TREND);
        assertThat(month.compared()).contains(period("2026-09-27", "2026-10-26"));
        assertThat(month.rows()).allSatisfy(row -> {
            LocalDate now = row.key().bucket().orElseThrow().toLocalDate();
            LocalDate then = row.footing().partner().orElseThrow().start().toLocalDate();
            assertThat(then.getDayOfWeek()).isEqualTo(now.getDayOfWeek());
        });
    }

    private void visits(String first, String last, int aDay, String channel) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into person (external_id) select 'p' || n from generate_series(1, 100) as n
                    on conflict do nothing;
                    insert into visitor (key, person_id) select 'u:' || external_id, id from person on conflict do nothing;
                    insert into event_name (name) values ('page') on conflict do nothing;
                    insert into traffic_source (utm_source, channel_id)
                    select '%4$s', id from channel where key = '%4$s'
                        and not exists (select from traffic_source where utm_source = '%4$s');
                    insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                    select n + case when '%4$s' = 'email' then 50 else 0 end, gen_random_uuid(), day + interval '2 hours', 1, 1,
                           (select id from traffic_source where utm_source = '%4$s')
                    from generate_series('%1$s'::timestamptz, '%2$s', interval '1 day') as day, generate_series(1, %3$d) as n
                    """.formatted(first, last, aDay, channel));
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
        }
        new CubeBuilder(JdbiSetup.of(source), CONTRIBUTIONS).refreshAll();
    }

    private static Slice slice(String query) {
        Map<String, List<String>> parameters = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return SliceReader.read(
                parameters,
                new SliceContext(
                        ZoneId.of("UTC"),
                        DayOfWeek.MONDAY,
                        LocalDate.of(2026, 11, 30),
                        Set.of("email", "direct"),
                        Map.of(),
                        Set.of(),
                        Set.of()));
    }

    private static Period period(String from, String last) {
        return new Period(LocalDate.parse(from), LocalDate.parse(last).plusDays(1));
    }

    private static long value(Figure figure) {
        return figure.value().map(BigDecimal::longValueExact).orElseThrow();
    }
}
