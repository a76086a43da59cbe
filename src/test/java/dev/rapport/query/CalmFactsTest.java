package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change.Verdict;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts of a year and more in which nothing happens, week against week by channel, through the engine. */
class CalmFactsTest {
    private static final List<FactSource> CONTRIBUTIONS = List.of(new BehaviourFactSource(), new RevenueFactSource());
    private static final List<String> METRICS = List.of(
            "sessions",
            "page_views",
            "unique_visitors",
            "pages_per_session",
            "session_duration",
            "bounce_rate",
            "conversion_rate",
            "orders",
            "revenue",
            "aov");
    private static final double[] RHYTHM = {1.2, 1.25, 1.2, 1.15, 1.05, 0.6, 0.55};
    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2025, 1, 6);

    private static final int WEEKS = 76;
    private static final List<String> CHANNELS = List.of("email", "chat", "phone");

    private static final Facts FACTS = new Facts().people(900);
    private static final MetricQueries ENGINE = new QueryEngine(
            FACTS.database(),
            CONTRIBUTIONS,
            List.of(),
            Catalogue::find,
            Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
            Duration.ofMinutes(1));

    @BeforeAll
    static void facts() throws SQLException {
        FACTS.run("insert into event_name (name) values ('page')");
        CHANNELS.forEach(channel -> FACTS.run("insert into traffic_source (utm_source, channel_id) select '" + channel
                + "', id from channel where key = '" + channel + "'"));
        Random random = new Random(16);
        try (Connection connection = FACTS.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement event = connection.prepareStatement("""
                            insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                            select ?, gen_random_uuid(), ? + ? * interval '40 seconds', 1, event_name.id, traffic_source.id
                            from event_name, traffic_source where name = 'page' and utm_source = ?
                            """);
                    PreparedStatement order = connection.prepareStatement("""
                            insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                            select o.key, o.key, ?, channel.id, ?, ?, gen_random_uuid()
                            from channel, (values (gen_random_uuid()::text)) as o(key) where channel.key = ?
                            """)) {
                for (int week = 0; week < WEEKS; week++) {
                    for (String channel : CHANNELS) {
                        week(random, START.plusWeeks(week), channel, event, order);
                    }
                }
                event.executeBatch();
                order.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
            DirtyDays.mark(JdbiSetup.on(connection), "revenue", "select at from order_line");
        }
        new CubeBuilder(JdbiSetup.of(FACTS.database()), CONTRIBUTIONS).refreshAll();
    }

    /** Visits of people who come once or several times, so that weeks spread wider than Poisson. */
    private static void week(
            Random random, LocalDate monday, String channel, PreparedStatement event, PreparedStatement order)
            throws SQLException {
        double people = 45 * (1 + 0.1 * random.nextGaussian());
        for (int i = 0; i < people + random.nextGaussian() * Math.sqrt(people); i++) {
            int person = 1 + random.nextInt(900);
            int visits = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            for (int visit = 0; visit < visits; visit++) {
                LocalDateTime at = monday.plusDays(day(random)).atTime(8 + random.nextInt(12), random.nextInt(60));
                int pages = random.nextInt(2) == 0 ? 1 : 2 + random.nextInt(4);
                for (int page = 0; page < pages; page++) {
                    event.setInt(1, person);
                    event.setObject(2, at.atOffset(ZoneOffset.UTC));
                    event.setInt(3, page);
                    event.setString(4, channel);
                    event.addBatch();
                }
                if (random.nextInt(8) == 0) {
                    order.setInt(1, person);
                    order.setObject(2, at.plusMinutes(5).atOffset(ZoneOffset.UTC));
                    order.setBigDecimal(
                            3, BigDecimal.valueOf(Math.round(100 * Math.exp(3 + random.nextGaussian())), 2));
                    order.setString(4, channel);
                    order.addBatch();
                }
            }
        }
    }

    private static int day(Random random) {
        double at = 7 * random.nextDouble();
        int day = 0;
        while (at > RHYTHM[day]) {
            at -= RHYTHM[day++];
        }
        return day;
    }

    @Test
    void atMostFiveOfAHundredAreCalledBetterOrWorse() {
        Map<String, Integer> called = new TreeMap<>();
        int judged = 0;
        for (int week = 54; week < WEEKS; week++) {
            for (Answer answer : ask(slice(START.plusWeeks(week), 7))) {
                for (Answer.Row row : answer.rows()) {
                    Optional<Verdict> verdict = row.change().map(change -> change.verdict());
                    judged += verdict.isPresent() ? 1 : 0;
                    if (verdict.filter(CalmFactsTest::isCalled).isPresent()) {
                        called.merge(answer.metric().key(), 1, Integer::sum);
                    }
                }
            }
        }
        int all = called.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(judged).isGreaterThan(700);
        assertThat(100.0 * all / judged).as("%s of %d", called, judged).isLessThanOrEqualTo(5.0);
    }

    @Test
    void eightWeeksAreEnoughAndFewerAreTooLittle() {
        assertThat(verdict("sessions", START.plusWeeks(8))).isNotEqualTo(Verdict.TOO_LITTLE_HISTORY);
        assertThat(verdict("sessions", START.plusWeeks(7))).isEqualTo(Verdict.TOO_LITTLE_HISTORY);
        assertThat(verdict("revenue", START.plusWeeks(7))).isEqualTo(Verdict.TOO_LITTLE_HISTORY);
        assertThat(verdict("unique_visitors", START.plusWeeks(7))).isEqualTo(Verdict.TOO_LITTLE_HISTORY);
        assertThat(verdict("bounce_rate", START.plusWeeks(7)))
                .as("has its own interval")
                .isNotEqualTo(Verdict.TOO_LITTLE_HISTORY);
    }

    @Test
    void theSameIsSaidWhereverAFigureStands() {
        Slice week = slice(START.plusWeeks(60), 7);
        for (String key : METRICS) {
            Answer table = ENGINE.ask(key, week, Grouping.CHANNELS);
            for (Answer.Row row : table.rows()) {
                Slice alone = week.withChannels(List.of(row.key().channel().orElseThrow()));
                assertThat(ENGINE.ask(key, alone, Grouping.TOTAL).total().change())
                        .as("%s %s", key, row.key())
                        .isEqualTo(row.change());
                assertThat(ENGINE.ask(key, alone, Grouping.CHANNELS).total().change())
                        .isEqualTo(row.change());
            }
        }
    }

    @Test
    void aSundayIsNoWorseThanTheSaturdayForBeingOne() {
        Slice monday = slice(START.plusWeeks(60), 1);
        assertThat(ENGINE.ask("sessions", monday, Grouping.TOTAL).total().change())
                .get()
                .satisfies(change -> {
                    assertThat(change.absolute()).as("twice a Sunday").isPositive();
                    assertThat(change.verdict()).isEqualTo(Verdict.NO_CLEAR_CHANGE);
                });
    }

    private static Verdict verdict(String key, LocalDate from) {
        return ENGINE.ask(key, slice(from, 7), Grouping.TOTAL)
                .total()
                .change()
                .orElseThrow()
                .verdict();
    }

    private static List<Answer> ask(Slice slice) {
        List<MetricQuery> asks = new ArrayList<>();
        METRICS.forEach(key -> {
            asks.add(new MetricQuery(key, slice, Grouping.TOTAL));
            asks.add(new MetricQuery(key, slice, Grouping.CHANNELS));
        });
        return ENGINE.askAll(asks);
    }

    private static boolean isCalled(Verdict verdict) {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE || verdict == Verdict.MOVED;
    }

    private static Slice slice(LocalDate from, int days) {
        return Facts.slice("from=" + from + "&to=" + from.plusDays(days - 1) + "&compare=previous");
    }
}
