package dev.rapport.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shop with a churn window of 30 days; it is 15 June 2026. */
class WorthReaderTest {
    private static final Slice MARCH = Facts.slice("from=2026-03-01&to=2026-03-31");
    private static final Facts FACTS = new Facts();
    private final WorthReader reader =
            new WorthReader(Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(5).run("update settings set churn_window_days = 30, customer_rule = 'orders'");
        FACTS.plan(1, "pro", "-infinity", "infinity").plan(2, "free", "-infinity", "infinity");
        orders(1, "email", 20, "2026-01-10", "2026-02-05", "2026-03-05", "2026-05-01");
        orders(2, "chat", 50, "2026-03-20");
        orders(2, "email", 10, "2026-03-25"); // still of chat, where the first was placed
        orders(3, "chat", 99, "2025-01-01"); // lost long before March
        orders(4, "chat", 7, "2026-04-02"); // not yet a customer in March
        orders(5, "chat", 1000, "2026-03-10"); // cancelled
        FACTS.run("update order_line set cancelled_at = at where visitor_id = 5");
        CubeBuilder rollup = new CubeBuilder(JdbiSetup.of(FACTS.database()), List.of(new RevenueFactSource()));
        rollup.requestRebuild();
        rollup.refreshAll();
    }

    private static void orders(int person, String channel, int amount, String... days) {
        for (String day : days) {
            FACTS.run("""
                    insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                    select own.id, own.id, %d, channel.id, '%s 12:00+01', %d, gen_random_uuid()
                    from channel, (select gen_random_uuid()::text as id) as own where key = '%s'
                    """.formatted(person, day, amount, channel));
        }
    }

    @Test
    void whatTheCustomersOfMarchBroughtInSoFar() throws SQLException {
        // Person 1: three orders of 20 up to the end of March; person 2: 50 and 10.
        Figure figure = read(MARCH, Grouping.TOTAL).get(DimensionKey.TOTAL);

        assertThat(figure.numerator()).isEqualByComparingTo("120");
        assertThat(figure.denominator()).isEqualByComparingTo("2");
        assertThat(figure.value().orElseThrow()).isEqualByComparingTo("60");
    }

    @Test
    void theChannelIsThatOfTheFirstOrder() throws SQLException {
        Map<DimensionKey, Figure> channels = read(MARCH, Grouping.CHANNELS);

        assertThat(channels.get(channel("email")).value().orElseThrow()).isEqualByComparingTo("60");
        assertThat(channels.get(channel("chat")).value().orElseThrow()).isEqualByComparingTo("60");
        assertThat(channels).hasSize(2);
    }

    /** One with 60 of one customer, one with 107 of 2: the whole is no mean of the two. */
    @Test
    void theWholeIsNoMeanOfTheMeansOfItsParts() throws SQLException {
        Slice april = Facts.slice("from=2026-03-01&to=2026-04-30");
        Map<DimensionKey, Figure> channels = read(april, Grouping.CHANNELS);

        assertThat(channels.get(channel("email")).value().orElseThrow()).isEqualByComparingTo("60");
        assertThat(channels.get(channel("chat")).value().orElseThrow()).isEqualByComparingTo("33.5");
        assertThat(read(april, Grouping.TOTAL).get(DimensionKey.TOTAL).numerator())
                .isEqualByComparingTo("127");
        assertThat(read(april, Grouping.TOTAL).get(DimensionKey.TOTAL).denominator())
                .isEqualByComparingTo("3");
    }

    @Test
    void segmentsAndTrend() throws SQLException {
        Map<DimensionKey, Figure> plans = read(MARCH, Grouping.segments("plan"));
        assertThat(plans.keySet()).containsExactlyInAnyOrder(plan("pro"), plan("free"));
        Slice spring = Facts.slice("from=2026-01-01&to=2026-07-31&grain=month");
        Map<DimensionKey, Figure> trend = read(spring, Grouping.TREND);

        assertThat(trend.get(month(1)).value().orElseThrow()).isEqualByComparingTo("20");
        assertThat(trend.get(month(3)).value().orElseThrow()).isEqualByComparingTo("60");
        assertThat(trend.get(month(5)).numerator())
                .as("1 with 80, 4 whose window ends on 2 May")
                .isEqualByComparingTo("87");
        assertThat(trend).doesNotContainKey(month(7));
    }

    @Test
    void lifeIsTheTimeAsACustomerByTheRule() throws SQLException {
        try (Connection connection = FACTS.connection()) {
            CustomerHistory customerHistory =
                    CustomerHistory.read(ReadTransaction.on(JdbiSetup.on(connection)), LocalDate.parse("2026-06-15"));
            List<CustomerHistory.Life> found = new ArrayList<>();
            Instant end = Instant.parse("2026-05-31T22:00:00Z");
            customerHistory.during(0, ObservationTime.of(end, LocalDate.parse("2026-05-31")), found::add);

            // 10 January to 4 April, 12:00 (30 days after 5 March), and from 1 May, 12:00 on to 31 May, 12:00.
            assertThat(found.get(0).seconds()).isEqualTo((84 + 30) * 86_400L);
            assertThat(found.get(0).orders()).isEqualTo(4);
            assertThat(found.get(0).money()).isEqualTo(80_000_000);
        }
    }

    @Test
    void aSubscriptionsMonthIsAnOrderOfItsAmount() throws SQLException {
        Facts facts = new Facts().people(1).run("update settings set cost_per_ticket = 4");
        facts.run("insert into ticket (key, visitor_id, channel_id, created_at, content)"
                + " select 't' || n, 1, min(id), '2025-03-01T00:00Z', gen_random_uuid()"
                + " from channel, generate_series(1, 3) as n group by n");
        facts.run("""
                insert into subscription (key, visitor_id, channel_id, amount, started_at, ended_at, content)
                select 'a' || n, 1, min(id), 100, '2025-01-01T00:00Z', '2025-01-01T00:00Z'::timestamptz + interval '31557600 s',
                       gen_random_uuid()
                from channel, generate_series(1, 2) as n group by n
                """);
        try (Connection connection = facts.connection()) {
            ReadTransaction readTransaction = ReadTransaction.on(JdbiSetup.on(connection));
            Slice slice = Facts.slice("from=2025-01-01&to=2026-04-30");
            Figure figure = reader.read(
                            readTransaction, Catalogue.find("clv").orElseThrow(), slice, slice.period(), Grouping.TOTAL)
                    .get(DimensionKey.TOTAL);
            // Two that run at the same time: a year of life, and 100 x 12 each.
            assertThat(figure.value().orElseThrow()).isEqualByComparingTo(new BigDecimal("2400"));
            Slice net = Facts.slice("from=2025-01-01&to=2026-04-30&net=support");
            Figure afterSupport = reader.read(
                            readTransaction, Catalogue.find("clv").orElseThrow(), net, net.period(), Grouping.TOTAL)
                    .get(DimensionKey.TOTAL);
            assertThat(afterSupport.value().orElseThrow()).isEqualByComparingTo(new BigDecimal("2388"));
        }
    }

    private Map<DimensionKey, Figure> read(Slice slice, Grouping grouping) throws SQLException {
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)),
                    Catalogue.find("clv").orElseThrow(),
                    slice,
                    slice.period(),
                    grouping);
        }
    }

    private static DimensionKey channel(String key) {
        return new DimensionKey(Optional.empty(), Optional.of(key), Optional.empty());
    }

    private static DimensionKey plan(String key) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.of(key));
    }

    private static DimensionKey month(int month) {
        return new DimensionKey(
                Optional.of(LocalDateTime.of(2026, month, 1, 0, 0)), Optional.empty(), Optional.empty());
    }
}
