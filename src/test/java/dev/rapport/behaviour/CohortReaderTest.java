package dev.rapport.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who begins in January to March 2026 and comes again; it is 10 April. */
class CohortReaderTest {
    private static final Slice SPRING = Facts.slice("from=2026-01-01&to=2026-04-30&grain=month");
    private static final Facts FACTS = new Facts();
    private final CohortReader reader = new CohortReader(
            new ReadTransactions(FACTS.database(), Duration.ofMinutes(1)),
            Clock.fixed(Instant.parse("2026-04-10T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(7)
                .plan(1, "pro", "-infinity", "2026-02-01")
                .plan(1, "free", "2026-02-01", "infinity")
                .plan(2, "free", "-infinity", "infinity");
        orders(1, "email", "2026-01-05", "2026-02-03", "2026-03-03", "2026-04-01");
        orders(2, "email", "2026-01-31", "2026-03-01");
        orders(3, "chat", "2026-01-10");
        orders(4, "chat", "2026-02-10", "2026-03-31");
        orders(5, "chat", "2026-02-28", "2026-02-28");
        orders(6, "email", "2025-12-31", "2026-01-02"); // began before the period: in no group of it
        orders(7, "email", "2026-03-15");
        CubeBuilder rollup = new CubeBuilder(
                JdbiSetup.of(FACTS.database()), List.of(new BehaviourFactSource(), new RevenueFactSource()));
        rollup.requestRebuild();
        rollup.refreshAll();
    }

    private static void orders(int person, String channel, String... days) {
        for (String day : days) {
            FACTS.run("""
                    insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                    select own.id, own.id, %d, channel.id, '%s 12:00+01', 10, gen_random_uuid()
                    from channel, (select gen_random_uuid()::text as id) as own where key = '%s'
                    """.formatted(person, day, channel));
        }
    }

    @Test
    void theTableShowsWhoCameAgainInWhichMonth() {
        Cohorts cohorts = reader.cohorts(SPRING);

        assertThat(cohorts.activity()).isEqualTo("order");
        assertThat(cohorts.rows())
                .extracting(Cohorts.Cohort::start)
                .containsExactly(
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-04-01"));
        assertThat(cohorts.rows())
                .extracting(CohortReaderTest::active)
                .containsExactly(List.of(3L, 1L, 2L, 1L), List.of(2L, 1L, 0L), List.of(1L, 0L), List.of(0L));
        assertThat(cohorts.rows().get(0).cells())
                .extracting(Cohorts.Cell::unfinished)
                .containsExactly(false, false, false, true);
    }

    @Test
    void theMeanRowWeighsGroupsByTheirPeopleAndLeavesOutWhatIsNotOver() {
        List<Figure> mean = reader.cohorts(SPRING).mean();

        assertThat(mean).extracting(CohortReaderTest::said).containsExactly("6 of 6", "2 of 5", "2 of 3", "none");
    }

    @Test
    void theFigureIsTheMeanOfTheNextMonth() throws SQLException {
        assertThat(said(read(SPRING, Grouping.TOTAL).get(DimensionKey.TOTAL))).isEqualTo("2 of 5");
    }

    @Test
    void inATrendEachGroupStandsInItsOwnMonth() throws SQLException {
        Map<DimensionKey, Figure> trend = read(SPRING, Grouping.TREND);

        assertThat(said(trend.get(month("2026-01-01")))).isEqualTo("1 of 3");
        assertThat(said(trend.get(month("2026-02-01")))).isEqualTo("1 of 2");
        assertThat(trend).doesNotContainKeys(month("2026-03-01"), month("2026-04-01"));
    }

    @Test
    void channelAndSegmentAreThoseOfTheFirstDay() throws SQLException {
        Map<DimensionKey, Figure> plans = read(SPRING, Grouping.segments("plan"));

        assertThat(said(plans.get(plan("pro")))).isEqualTo("1 of 1");
        assertThat(said(plans.get(plan("free")))).isEqualTo("0 of 1");
        assertThat(said(plans.get(plan("none")))).isEqualTo("1 of 3");
        Slice chat = Facts.slice("from=2026-01-01&to=2026-04-30&grain=month&channel=chat");
        assertThat(said(read(chat, Grouping.TOTAL).get(DimensionKey.TOTAL))).isEqualTo("1 of 3");
    }

    @Test
    void withoutVisitsOrdersCountUnlessVisitsAreAskedFor() throws SQLException {
        try (Connection connection = FACTS.connection()) {
            assertThat(reader.notes(ReadTransaction.on(JdbiSetup.on(connection)), metric(), SPRING))
                    .containsExactly("active_by_order");
        }
        Slice visits = Facts.slice("from=2026-01-01&to=2026-04-30&grain=month&activity=visit");
        assertThat(read(visits, Grouping.TOTAL).get(DimensionKey.TOTAL)).isEqualTo(Figure.noData());
    }

    private Map<DimensionKey, Figure> read(Slice slice, Grouping grouping) throws SQLException {
        try (Connection connection = FACTS.connection()) {
            return reader.read(ReadTransaction.on(JdbiSetup.on(connection)), metric(), slice, slice.period(), grouping);
        }
    }

    private static List<Long> active(Cohorts.Cohort cohort) {
        return cohort.cells().stream().map(Cohorts.Cell::active).toList();
    }

    private static String said(Figure figure) {
        return figure.value().isEmpty() ? "none" : figure.numerator() + " of " + figure.denominator();
    }

    private static Metric metric() {
        return Catalogue.find("retention_cohort").orElseThrow();
    }

    private static DimensionKey month(String day) {
        return new DimensionKey(Optional.of(LocalDateTime.parse(day + "T00:00")), Optional.empty(), Optional.empty());
    }

    private static DimensionKey plan(String key) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.of(key));
    }
}
