package dev.rapport.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Subscriptions around March 2026: 1 to 4 run at its start; 1 leaves in March, 2 pays less by a second subscription, 3
 * stays, 4 leaves and comes back; 5 begins in March, 6 begins and leaves in March, 7 had left long before and comes back.
 */
class CustomerStocksTest {
    private static final Slice MARCH = Facts.slice("from=2026-03-01&to=2026-03-31");
    private static final Facts FACTS = new Facts();
    private final CustomerStocks reader =
            new CustomerStocks(Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(7)
                .plan(1, "free", "-infinity", "2026-03-10")
                .plan(1, "pro", "2026-03-10", "infinity")
                .plan(3, "pro", "-infinity", "infinity")
                .plan(5, "pro", "2026-03-20", "infinity");
        subscription(1, "chat", 30, "2025-01-01", "'2026-03-15'");
        subscription(2, "email", 50, "2025-01-01", "'2026-03-15'");
        subscription(2, "social", 20, "2026-03-15", "null");
        subscription(3, "email", 10, "2025-06-01", "null");
        subscription(4, "email", 5, "2025-06-01", "'2026-03-05'");
        subscription(4, "email", 8, "2026-03-25", "null");
        subscription(5, "chat", 100, "2026-03-20", "null");
        subscription(6, "chat", 100, "2026-03-02", "'2026-03-03'");
        subscription(7, "chat", 1, "2024-01-01", "'2024-06-01'");
        subscription(7, "chat", 1, "2026-03-30", "null");
        reason(1, "2026-04-02", "price");
        reason(1, "2026-02-20", "missing feature");
        reason(4, "2025-03-05", "bored");
    }

    private static void reason(int person, String at, String reason) {
        FACTS.run("""
                insert into reason_given (key, visitor_id, channel_id, given_at, about, reason, content)
                select gen_random_uuid(), %d, id, '%s 12:00+01', 'left', '%s', gen_random_uuid()
                from channel where key = 'unknown'
                """.formatted(person, at, reason));
    }

    private static Map<String, String> byReason(Map<DimensionKey, Figure> figures) {
        Map<String, String> parts = new TreeMap<>();
        figures.forEach((key, figure) -> parts.put(
                key.part().orElseThrow(),
                figure.numerator().toBigInteger() + " of "
                        + figure.denominator().toBigInteger()));
        return parts;
    }

    private static void subscription(int person, String channel, int amount, String from, String to) {
        FACTS.run("""
                insert into subscription (key, visitor_id, channel_id, amount, started_at, ended_at, content)
                select gen_random_uuid(), %d, id, %d, '%s 12:00+01', %s::timestamptz, gen_random_uuid()
                from channel where key = '%s'
                """.formatted(person, amount, from, to, channel));
    }

    @Test
    void customersOfMarch() throws SQLException {
        assertThat(total("paying_customers", MARCH)).isEqualTo("5 of 1"); // 2, 3, 4, 5, 7
        assertThat(total("new_customers", MARCH)).isEqualTo("2 of 1"); // 5 and 6; 7 had been one before
        assertThat(total("churn_rate", MARCH)).isEqualTo("1 of 4"); // only 1 did not come back
        assertThat(total("retention_rate", MARCH)).isEqualTo("3 of 4");
        assertThat(total("net_growth", MARCH)).isEqualTo("1 of 4"); // from 4 to 5
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&base=all")))
                .isEqualTo("1 of 6");
    }

    @Test
    void recurringRevenueOfMarch() throws SQLException {
        assertThat(total("mrr", MARCH)).isEqualTo("139 of 1"); // 20 + 10 + 8 + 100 + 1
        assertThat(total("revenue_churn", MARCH))
                .isEqualTo("60 of 95"); // 30 of 1 and 30 of 2; that 4 pays more is no offset
        assertThat(total("expansion_rate", MARCH)).isEqualTo("3 of 95");
        assertThat(total("contraction_rate", MARCH)).isEqualTo("30 of 95"); // 2 stays, with less
        assertThat(total("net_revenue_retention", MARCH)).isEqualTo("38 of 95");
    }

    @Test
    void newcomersLeaveEarly() throws SQLException {
        // 1 and 2 since January 2025, 3 and 4 since June 2025: only 1 is lost
        assertThat(byReason(read("churn_rate", MARCH, Grouping.parts(Dimension.RELATION_AGE))))
                .isEqualTo(Map.of("1-year", "1 of 2", "180-days", "0 of 2", "under-90-days", "0 of 0"));
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&relation-age=180-days")))
                .isEqualTo("0 of 2");
        assertThat(total("paying_customers", Facts.slice("from=2026-03-01&to=2026-03-31&relation-age=180-days")))
                .isEqualTo("5 of 1");
    }

    @Test
    void reasonsAddUpToTheChurn() throws SQLException {
        assertThat(byReason(read("churn_rate", MARCH, Grouping.parts(Dimension.REASON))))
                .isEqualTo(Map.of("price", "1 of 4"));
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&reason=price")))
                .isEqualTo("1 of 4");
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&reason=support")))
                .isEqualTo("0 of 4");
        // 4 left and came back, without a word; said of 1 a year before is no reason for March
        assertThat(byReason(read(
                        "churn_rate", Facts.slice("from=2026-03-02&to=2026-03-10"), Grouping.parts(Dimension.REASON))))
                .isEqualTo(Map.of("", "1 of 4"));
    }

    @Test
    void aSegmentIsThatOfTheStartOrForNewCustomersOfTheEnd() throws SQLException {
        Map<DimensionKey, Figure> churn = read("churn_rate", MARCH, Grouping.segments("plan"));

        assertThat(byPart(churn)).isEqualTo(Map.of("free", "1 of 1", "pro", "0 of 1", "none", "0 of 2"));
        assertThat(total("paying_customers", Facts.slice("from=2026-03-01&to=2026-03-31&segment=plan:pro")))
                .isEqualTo("2 of 1");
        assertThat(total(
                        "paying_customers",
                        Facts.slice("from=2026-03-01&to=2026-03-31&segment=plan:pro&segment=plan:none")))
                .isEqualTo("5 of 1");
    }

    @Test
    void aChannelIsTheOneThatWonTheCustomer() throws SQLException {
        assertThat(byPart(read("paying_customers", MARCH, Grouping.CHANNELS)))
                .isEqualTo(Map.of("chat", "2 of 1", "email", "3 of 1"));
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&channel=chat")))
                .isEqualTo("1 of 1");
        // 2's new plan was bought in another channel than the first: nobody is lost, and no money beyond the difference
        assertThat(total("churn_rate", Facts.slice("from=2026-03-01&to=2026-03-31&channel=email")))
                .isEqualTo("0 of 3");
        assertThat(byPart(read("revenue_churn", MARCH, Grouping.CHANNELS)))
                .isEqualTo(Map.of("chat", "30 of 30", "email", "30 of 65"));
        assertThat(byPart(read("new_customers", MARCH, Grouping.CHANNELS)))
                .isEqualTo(Map.of("chat", "2 of 1", "email", "0 of 1"));
    }

    @Test
    void aTrendSaysZeroWhereNobodyWasOneAndNothingOfTheFuture() throws SQLException {
        Slice years = Facts.slice("from=2023-01-01&to=2027-12-31&grain=year");
        Map<DimensionKey, Figure> trend = read("paying_customers", years, Grouping.TREND);

        assertThat(trend.get(bucket("2023-01-01")).value().orElseThrow()).isEqualByComparingTo("0");
        assertThat(trend.get(bucket("2024-01-01")).value().orElseThrow()).isEqualByComparingTo("0");
        assertThat(trend.get(bucket("2025-01-01")).value().orElseThrow()).isEqualByComparingTo("4");
        assertThat(trend.get(bucket("2026-01-01")).value().orElseThrow()).isEqualByComparingTo("5");
        assertThat(trend).doesNotContainKey(bucket("2027-01-01"));
    }

    @Test
    void nobodyAtTheStartIsNoData() throws SQLException {
        Slice early = Facts.slice("from=2020-01-01&to=2020-01-31");

        assertThat(read("churn_rate", early, Grouping.TOTAL)
                        .get(DimensionKey.TOTAL)
                        .value())
                .isEmpty();
    }

    @Test
    void whoWillBeACustomerIsNotKnown() throws SQLException {
        Slice future = Facts.slice("from=2026-07-01&to=2026-07-31");

        assertThat(read("paying_customers", future, Grouping.TOTAL))
                .isEqualTo(Map.of(DimensionKey.TOTAL, Figure.noData()));
    }

    @Test
    void theRuleIsNamed() throws SQLException {
        try (Connection connection = FACTS.connection()) {
            assertThat(reader.notes(ReadTransaction.on(JdbiSetup.on(connection)), metric("churn_rate"), MARCH))
                    .containsExactly("customers_by_subscription");
        }
    }

    private String total(String key, Slice slice) throws SQLException {
        return said(read(key, slice, Grouping.TOTAL).get(DimensionKey.TOTAL));
    }

    private Map<DimensionKey, Figure> read(String key, Slice slice, Grouping grouping) throws SQLException {
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)), metric(key), slice, slice.period(), grouping);
        }
    }

    private static Map<String, String> byPart(Map<DimensionKey, Figure> figures) {
        Map<String, String> parts = new TreeMap<>();
        figures.forEach(
                (key, figure) -> parts.put(key.channel().or(key::segmentValue).orElse(""), said(figure)));
        return parts;
    }

    private static String said(Figure figure) {
        return figure.numerator().stripTrailingZeros().toPlainString() + " of "
                + figure.denominator().stripTrailingZeros().toPlainString();
    }

    private static Metric metric(String key) {
        return Catalogue.find(key).orElseThrow();
    }

    private static DimensionKey bucket(String day) {
        return new DimensionKey(Optional.of(LocalDateTime.parse(day + "T00:00")), Optional.empty(), Optional.empty());
    }
}
