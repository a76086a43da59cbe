package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Catalogue;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders by what they hold. */
class ProductPartsTest {
    private static final List<FactSource> REVENUE = List.of(new RevenueFactSource());
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31");
    private static final Grouping PRODUCTS = Grouping.parts(Dimension.PRODUCT);
    private static final Grouping CATEGORIES = Grouping.parts(Dimension.CATEGORY);

    /**
     * Order 1 of person 1 holds a lamp, a bulb and a kite; order 2 of person 2 two lamps under two categories; order 3 of person
     * 3 names nothing; order 4 was cancelled. Given back: the lamp of order 1 by a row of its own, and 5 of order 2's first lamp.
     */
    private MetricQueries counted(Facts facts) throws SQLException {
        facts.people(3).plan(1, "pro", "2026-01-01", "infinity").plan(2, "free", "2026-01-01", "infinity");
        facts.run("""
                insert into order_line (key, order_key, visitor_id, channel_id, at, product, category, amount, quantity, refund,
                                        refunded, refunded_at, cancelled_at, content)
                select key, o, visitor, (select id from channel where channel.key = by), at::timestamptz, product, category, amount,
                       quantity, quantity < 0, given, back::timestamptz, cancelled::timestamptz, gen_random_uuid()
                from (values
                    ('l1', 'o1', 1, 'email', '2026-07-01 10:00+00', 'lamp', 'home', 30, 1, null, null, null),
                    ('l2', 'o1', 1, 'email', '2026-07-01 10:00+00', 'bulb', 'home', 5, 1, null, null, null),
                    ('l3', 'o1', 1, 'email', '2026-07-01 10:00+00', 'kite', 'toys', 10, 1, null, null, null),
                    ('l4', 'o2', 2, 'chat', '2026-07-02 10:00+00', 'lamp', 'home', 30, 1, 5, '2026-07-09 10:00+00', null),
                    ('l5', 'o2', 2, 'chat', '2026-07-02 10:00+00', 'lamp', 'garden', 20, 1, null, null, null),
                    ('l6', 'o3', 3, 'chat', '2026-07-03 10:00+00', null, null, 7, 1, null, null, null),
                    ('l7', 'o4', 3, 'chat', '2026-07-03 10:00+00', 'kite', 'toys', 9, 1, null, null, '2026-07-04 10:00+00'),
                    ('l8', 'o1', 1, 'email', '2026-07-05 10:00+00', 'lamp', 'home', -30, -1, null, null, null))
                    as line(key, o, visitor, by, at, product, category, amount, quantity, given, back, cancelled)
                """);
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "revenue", "select at from order_line");
            DirtyDays.mark(JdbiSetup.on(connection), "revenue", "select refunded_at from order_line");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), REVENUE).refreshAll();
        return new QueryEngine(
                facts.database(), REVENUE, List.of(), Catalogue::find, Clock.systemUTC(), Duration.ofSeconds(20));
    }

    @Test
    void anOrderCountsInEachProductOnceAndItsMoneyAddsUp() throws SQLException {
        MetricQueries metrics = counted(new Facts());
        assertThat(parts(metrics, "orders", JULY, PRODUCTS))
                .isEqualTo(Map.of("lamp", "2", "bulb", "1", "kite", "1", "", "1"));
        assertThat(parts(metrics, "orders", JULY, CATEGORIES))
                .isEqualTo(Map.of("home", "2", "garden", "1", "toys", "1", "", "1"));
        assertThat(total(metrics, "orders", JULY)).as("five in parts").isEqualTo("3");

        assertThat(parts(metrics, "revenue", JULY, PRODUCTS))
                .isEqualTo(Map.of("lamp", "45", "bulb", "5", "kite", "10", "", "7"));
        assertThat(parts(metrics, "revenue", JULY, CATEGORIES))
                .isEqualTo(Map.of("home", "30", "garden", "20", "toys", "10", "", "7"));
        assertThat(total(metrics, "revenue", JULY)).isEqualTo("67");
        assertThat(parts(metrics, "aov", JULY, PRODUCTS)).containsEntry("lamp", "22.5");
    }

    @Test
    void whatIsGivenBackCountsOnItsOwnDay() throws SQLException {
        MetricQueries metrics = counted(new Facts());
        assertThat(parts(metrics, "revenue", Facts.slice("from=2026-07-05&to=2026-07-05"), PRODUCTS))
                .isEqualTo(Map.of("lamp", "-30"));
        assertThat(parts(metrics, "revenue", Facts.slice("from=2026-07-09&to=2026-07-09"), CATEGORIES))
                .isEqualTo(Map.of("home", "-5"));
    }

    @Test
    void oneCategoryOrProductIsAskedFor() throws SQLException {
        MetricQueries metrics = counted(new Facts());
        Slice home = JULY.withOption(SliceOption.CATEGORY, Optional.of("home"));
        assertThat(parts(metrics, "orders", home, PRODUCTS)).isEqualTo(Map.of("lamp", "2", "bulb", "1"));
        assertThat(total(metrics, "orders", home)).isEqualTo("2");
        assertThat(total(metrics, "revenue", home)).isEqualTo("30");
        Slice kite = JULY.withOption(SliceOption.PRODUCT, Optional.of("kite"));
        assertThat(total(metrics, "revenue", kite)).isEqualTo("10");
        Slice pro = Facts.slice("from=2026-07-01&to=2026-07-31&segment=plan:pro");
        assertThat(parts(metrics, "orders", pro, PRODUCTS)).isEqualTo(Map.of("lamp", "1", "bulb", "1", "kite", "1"));
        Slice chat = Facts.slice("from=2026-07-01&to=2026-07-31&channel=chat");
        assertThat(parts(metrics, "revenue", chat, PRODUCTS)).isEqualTo(Map.of("lamp", "45", "", "7"));
    }

    @Test
    void ofThePartsOfOrdersOnlyMoneyAddsUp() {
        assertThat(Catalogue.find("orders").orElseThrow().definition().addsUpBy(Optional.of(Dimension.PRODUCT)))
                .isFalse();
        assertThat(Catalogue.find("orders").orElseThrow().definition().addsUpBy(Optional.empty()))
                .isTrue();
        assertThat(Catalogue.find("revenue").orElseThrow().definition().addsUpBy(Optional.of(Dimension.CATEGORY)))
                .isTrue();
    }

    /** The rows behind one product are what was spent on it, and come to its revenue. */
    @Test
    void rowsOfOneProductComeToItsRevenue() throws SQLException {
        Facts facts = new Facts();
        counted(facts);
        Slice lamp = JULY.withOption(SliceOption.PRODUCT, Optional.of("lamp"));
        assertThat(amounts(facts, "revenue", lamp)).containsExactlyInAnyOrder("30", "50", "-30", "-5");
        assertThat(amounts(facts, "orders", lamp)).containsExactlyInAnyOrder("30", "50");
        assertThat(amounts(facts, "orders", JULY)).containsExactlyInAnyOrder("45", "50", "7");
        assertThat(amounts(facts, "revenue", JULY.withOption(SliceOption.CATEGORY, Optional.of("garden"))))
                .containsExactly("20");
    }

    /** By plain SQL on the lines: how many orders hold each; and the money of all is that of the whole. */
    @ParameterizedTest
    @ValueSource(longs = {3, 11})
    void randomOrdersAreTheSameByPlainSql(long seed) throws SQLException {
        RandomFacts facts =
                RandomFacts.of(seed, ZoneId.of("Europe/Berlin"), List.of(LocalDate.parse("2026-03-29")), false);
        Slice slice = Facts.slice("from=2026-01-01&to=2026-06-30");
        Map<String, String> orders = new TreeMap<>();
        JdbiSetup.of(facts.source())
                .useHandle(handle ->
                        new SqlBuilder().add("""
                        with bought as (
                            select order_key, min(at) as at from order_line
                            where current and cancelled_at is null and not refund group by 1 having sum(amount) > 0)
                        select coalesce(product, ''), count(distinct order_key)
                        from bought join order_line using (order_key)
                        where current and cancelled_at is null and not refund
                          and bought.at >= '2026-01-01 00:00 Europe/Berlin' and bought.at < '2026-07-01 00:00 Europe/Berlin'
                        group by 1
                        """).read(handle, row -> orders.put(row.getString(1), row.getString(2))));
        assertThat(orders).hasSizeGreaterThan(3);
        assertThat(parts(facts.metrics(), "orders", slice, PRODUCTS)).containsAllEntriesOf(orders);
        for (Grouping parts : List.of(PRODUCTS, CATEGORIES)) {
            BigDecimal sum = facts.metrics().ask("revenue", slice, parts).rows().stream()
                    .flatMap(row -> row.figure().value().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .isEqualByComparingTo(facts.metrics()
                            .ask("revenue", slice, Grouping.TOTAL)
                            .total()
                            .figure()
                            .value()
                            .orElseThrow());
        }
    }

    private static Map<String, String> parts(MetricQueries metrics, String key, Slice slice, Grouping grouping) {
        return metrics.ask(key, slice, grouping).rows().stream()
                .collect(Collectors.toMap(row -> row.key().part().orElseThrow(), ProductPartsTest::value));
    }

    private static String total(MetricQueries metrics, String key, Slice slice) {
        return value(metrics.ask(key, slice, Grouping.TOTAL).total());
    }

    private static String value(Answer.Row row) {
        return row.figure()
                .value()
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    private static List<String> amounts(Facts facts, String metric, Slice slice) throws SQLException {
        RowSources sources = new RowSources(Rooms.all(RowSource.class, facts.database()));
        List<String> amounts = new ArrayList<>();
        try (Connection connection = facts.connection()) {
            var handle = JdbiSetup.on(connection);
            RowQuery rows = sources.query(
                            handle, Catalogue.find(metric).orElseThrow().rows(slice), slice)
                    .orElseThrow();
            new SqlBuilder()
                    .add(rows.sql(), rows.values().toArray())
                    .read(
                            handle,
                            row -> amounts.add(row.getBigDecimal("amount")
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
        return amounts;
    }
}
