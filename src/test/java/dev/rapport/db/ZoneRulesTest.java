package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.QueryEngine;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of facts and bounds of periods come from one set of rules, whatever PostgreSQL knows. */
class ZoneRulesTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource());
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2028, 1, 1);

    private final DataSource source = FreshDatabase.create();

    /** Half hours, halves of an hour of summer, days without midnight, two midnights, the date line, and a law that changed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/Vancouver",
                "Africa/Cairo",
                "America/St_Johns",
                "America/Havana",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Asia/Gaza",
                "America/Santiago"
            })
    void everyHourLiesInTheDayWhoseBoundsHoldIt(String name) throws SQLException {
        ZoneId zone = ZoneId.of(name);
        try (Connection connection = in(zone)) {
            List<String> starts = new ArrayList<>();
            for (LocalDate day = FIRST; !day.isAfter(END); day = day.plusDays(1)) {
                starts.add(day.atStartOfDay(zone).toInstant().toString());
            }
            String wrong = """
                    with bound as (select ?::timestamptz[] as starts), hour as (
                        select at from bound, generate_series(starts[1], starts[cardinality(starts)] - interval '1 hour',
                                                              interval '1 hour') as at)
                    select at || ' on ' || day || ', not ' || held from (
                        select at, %s as day, date '2015-01-01' + width_bucket(at, starts) - 1 as held from hour, bound) as each
                    where day <> held limit 5
                    """.formatted(ReportingTime.day("at"));
            assertThat(JdbiSetup.on(connection)
                            .select(wrong, connection.createArrayOf("text", starts.toArray()))
                            .mapTo(String.class)
                            .list())
                    .isEmpty();
            String elsewhere = """
                    select day::text || ' ' || starts from unnest(?::timestamptz[]) with ordinality as bound (starts, no),
                        lateral (select date '2015-01-01' + no::int - 1 as day) as day
                    where %s <> starts limit 5
                    """.formatted(ReportingTime.start("day"));
            assertThat(JdbiSetup.on(connection)
                            .select(elsewhere, connection.createArrayOf("text", starts.toArray()))
                            .mapTo(String.class)
                            .list())
                    .isEmpty();
            assertThat(wrongClocks(connection, zone)).isEmpty();
        }
    }

    /** Every quarter of an hour around the changes of a few years. */
    private static List<String> wrongClocks(Connection connection, ZoneId zone) throws SQLException {
        List<String> moments = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (var at = LocalDate.of(2025, 1, 1).atStartOfDay(zone).toInstant();
                at.isBefore(LocalDate.of(2027, 6, 1).atStartOfDay(zone).toInstant());
                at = at.plusSeconds(5400)) {
            moments.add(at.toString());
            shown.add(LocalDateTime.ofInstant(at, zone).toString());
        }
        return JdbiSetup.on(connection)
                .select(
                        "select at::text from unnest(?::timestamptz[], ?::timestamp[]) as each (at, shown) where "
                                + ReportingTime.clock("at") + " <> shown limit 5",
                        connection.createArrayOf("text", moments.toArray()),
                        connection.createArrayOf("text", shown.toArray()))
                .mapTo(String.class)
                .list();
    }

    /** The law of British Columbia changed: tables of different age put these visits on different days, but never on none. */
    @Test
    void visitsOfAZoneWhoseLawChangedAreAllCounted() throws SQLException {
        ZoneId zone = ZoneId.of("America/Vancouver");
        visits(zone, "2026-11-20T07:30:00Z", "2026-11-20T20:00:00Z", "2026-11-21T07:15:00Z");
        Period days = new Period(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 22));

        assertThat(sum(zone, days, Grain.DAY, Grouping.TOTAL)).isEqualTo(3);
        assertThat(sum(zone, days, Grain.DAY, Grouping.TREND)).isEqualTo(3);
        assertThat(sum(zone, days, Grain.HOUR, Grouping.TREND)).isEqualTo(3);
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
            Period one = new Period(day, day.plusDays(1));
            assertThat(sum(zone, one, Grain.HOUR, Grouping.TREND))
                    .as("hours of " + day)
                    .isEqualTo(sum(zone, one, Grain.DAY, Grouping.TOTAL));
        }
    }

    /** 24 April 2026 begins at one; the 30th of October 2025 has 25 hours, two of them 23:00. */
    @Test
    void aDayWithoutMidnightAndOneOfTwentyFiveHours() throws SQLException {
        ZoneId zone = ZoneId.of("Africa/Cairo");
        visits(
                zone,
                "2026-04-23T21:30:00Z",
                "2026-04-23T22:00:00Z",
                "2026-04-24T20:30:00Z",
                "2026-04-24T21:00:00Z",
                "2025-10-30T20:30:00Z",
                "2025-10-30T21:30:00Z",
                "2025-10-30T22:30:00Z");

        assertThat(trend(zone, "2026-04-23", "2026-04-26", Grain.DAY)).containsExactly(1L, 2L, 1L);
        assertThat(trend(zone, "2026-04-24", "2026-04-25", Grain.HOUR)).hasSize(23);
        assertThat(trend(zone, "2025-10-30", "2025-11-01", Grain.DAY)).containsExactly(2L, 1L);
        List<Long> hours = trend(zone, "2025-10-30", "2025-10-31", Grain.HOUR);
        assertThat(hours).hasSize(25);
        assertThat(hours.subList(23, 25)).containsExactly(1L, 1L);
    }

    @Test
    void otherRulesOfTheSameZoneAskForEverythingAnew() throws SQLException {
        ZoneId zone = ZoneId.of("America/Vancouver");
        visits(zone, "2026-11-20T07:30:00Z");
        try (Connection connection = source.getConnection()) {
            assertThat(ZoneRules.keep(JdbiSetup.on(connection))).isFalse();
            // As an older Java would have left it.
            JdbiSetup.on(connection).execute("""
                    update zone_rules set version = '2020a', day_starts = '{-infinity}', day_firsts = '{-infinity}',
                        day_shifts = '{-25200 seconds}'
                    """);
            assertThat(ZoneRules.keep(JdbiSetup.on(connection))).isTrue();
            assertThat(JdbiSetup.on(connection)
                            .select("select rebuild_state from rollup_state")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("requested");
            assertThat(JdbiSetup.on(connection)
                            .select("select version from zone_rules")
                            .mapTo(String.class)
                            .list())
                    .containsExactly(ZoneRules.version(zone));
        }
    }

    private Connection in(ZoneId zone) throws SQLException {
        Connection connection = source.getConnection();
        JdbiSetup.on(connection).execute("update settings set zone = ?", zone.getId());
        ZoneRules.keep(JdbiSetup.on(connection));
        return connection;
    }

    /** Each of somebody else. */
    private void visits(ZoneId zone, String... moments) throws SQLException {
        try (Connection connection = in(zone)) {
            JdbiSetup.on(connection).execute("insert into event_name (name) values ('page')");
            for (int i = 1; i <= moments.length; i++) {
                JdbiSetup.on(connection).execute("""
                        insert into person (external_id) values ('p%1$d');
                        insert into visitor (key, person_id) values ('u:p%1$d', %1$d);
                        insert into event (visitor_id, message_id, at, kind, name_id)
                        values (%1$d, gen_random_uuid(), '%2$s', 1, 1)
                        """.formatted(i, moments[i - 1]));
            }
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
        }
        new CubeBuilder(JdbiSetup.of(source), CONTRIBUTIONS).refreshAll();
    }

    private List<Long> trend(ZoneId zone, String from, String to, Grain grain) {
        Period days = new Period(LocalDate.parse(from), LocalDate.parse(to));
        return ask(zone, days, grain, Grouping.TREND).rows().stream()
                .map(ZoneRulesTest::count)
                .toList();
    }

    private long sum(ZoneId zone, Period days, Grain grain, Grouping grouping) {
        return ask(zone, days, grain, grouping).rows().stream()
                .mapToLong(ZoneRulesTest::count)
                .sum();
    }

    private Answer ask(ZoneId zone, Period days, Grain grain, Grouping grouping) {
        MetricQueries metrics = new QueryEngine(
                source, CONTRIBUTIONS, List.of(), Catalogue::find, Clock.systemUTC(), Duration.ofSeconds(20));
        Slice slice = new Slice(
                new TreeSet<>(),
                SegmentFilter.EVERYBODY,
                days,
                Optional.empty(),
                Comparison.NONE,
                grain,
                zone,
                DayOfWeek.MONDAY,
                new TreeMap<>());
        return metrics.ask("sessions", slice, grouping);
    }

    private static long count(Answer.Row row) {
        return row.figure().value().orElseThrow().longValueExact();
    }
}
