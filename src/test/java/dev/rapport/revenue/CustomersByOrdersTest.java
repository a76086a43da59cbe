package dev.rapport.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shop without subscriptions: a customer is who ordered within 30 days. */
class CustomersByOrdersTest {
    private static final Slice MARCH = Facts.slice("from=2026-03-01&to=2026-03-31");
    private static final Facts FACTS = new Facts();
    private final CustomerStocks reader =
            new CustomerStocks(Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(6).run("update settings set churn_window_days = 30");
        orders(1, "email", "2026-02-10"); // a customer at the start, lost
        orders(2, "email", "2026-02-10", "2026-03-05"); // stays
        orders(3, "chat", "2025-06-01", "2026-03-20"); // comes back: added, not new
        orders(4, "chat", "2026-03-31"); // new
        orders(5, "chat", "2026-01-10"); // was lost before March began
        // An order of person 6 that was cancelled makes no customer.
        orders(6, "chat", "2026-03-10");
        FACTS.run("update order_line set cancelled_at = at where visitor_id = 6");
        CubeBuilder rollup = new CubeBuilder(JdbiSetup.of(FACTS.database()), List.of(new RevenueFactSource()));
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
    void customersOfMarch() throws SQLException {
        assertThat(total("churn_rate", MARCH)).isEqualTo("1 of 2");
        assertThat(total("paying_customers", MARCH)).isEqualTo("3 of 1");
        assertThat(total("new_customers", MARCH)).isEqualTo("1 of 1");
        assertThat(total("net_growth", MARCH)).isEqualTo("1 of 2");
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&channel=email")))
                .isEqualTo("1 of 2");
        assertThat(total("new_customers", Facts.slice("from=2026-03-01&to=2026-03-31&channel=chat")))
                .isEqualTo("1 of 1");
    }

    @Test
    void theWindowEndsToTheSecond() throws SQLException {
        // 30 days after 10 February, 12:00, are over on 12 March, 12:00.
        assertThat(total("paying_customers", Facts.slice("from=2026-03-01&to=2026-03-11")))
                .isEqualTo("2 of 1");
        assertThat(total("paying_customers", Facts.slice("from=2026-03-01&to=2026-03-12")))
                .isEqualTo("1 of 1");
    }

    @Test
    void thereIsNoRecurringRevenue() throws SQLException {
        Map<DimensionKey, Figure> churn = read("revenue_churn", MARCH);

        assertThat(churn.get(DimensionKey.TOTAL).value()).isEmpty();
        assertThat(total("mrr", MARCH)).isEqualTo("0 of 1");
    }

    @Test
    void theRuleIsNamed() throws SQLException {
        try (Connection connection = FACTS.connection()) {
            assertThat(reader.notes(ReadTransaction.on(JdbiSetup.on(connection)), metric("churn_rate"), MARCH))
                    .containsExactly("customers_by_orders");
        }
    }

    private String total(String key, Slice slice) throws SQLException {
        Figure figure = read(key, slice).get(DimensionKey.TOTAL);
        return figure.numerator().stripTrailingZeros().toPlainString() + " of "
                + figure.denominator().stripTrailingZeros().toPlainString();
    }

    private Map<DimensionKey, Figure> read(String key, Slice slice) throws SQLException {
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)), metric(key), slice, slice.period(), Grouping.TOTAL);
        }
    }

    private static Metric metric(String key) {
        return Catalogue.find(key).orElseThrow();
    }
}
