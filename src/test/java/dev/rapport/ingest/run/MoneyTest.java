package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files about money, with what is suggested: the right figure (METRICS, rules 8 and 9), or a question. */
class MoneyTest {
    private static final String MARCH = "from=2024-03-01&to=2024-03-31";

    @TempDir
    Path uploads;

    private Suggested files;

    @BeforeEach
    void begin() {
        files = new Suggested(uploads);
    }

    private void currency(String reporting) {
        files.data.imports.text("update settings set currency = ? returning currency", reporting);
    }

    private void rate(String day, String currency, String rate) {
        files.data.imports.text(
                "insert into exchange_rate values (?::date, ?, ?::numeric) returning currency", day, currency, rate);
    }

    private static final String SEVERAL = """
            Order ID,Customer,Order Date,Currency,Order Total
            8001,C1,2026-10-01,EUR,100.00
            8002,C2,2026-10-02,USD,100.00
            8003,C3,2026-10-03,JPY,15000
            8004,C4,2026-10-04,eur,50.00
            """;

    @Test
    void amountsOfSeveralCurrenciesAreAskedFor() {
        assertThat(files.look(SEVERAL).asked()).containsExactly("CURRENCY:USD", "CURRENCY:JPY");
        var report = files.bring("orders.csv", SEVERAL, Map.of("CURRENCY:USD", "out", "CURRENCY:JPY", "out"));
        assertThat(report.counts()).isEqualTo("4 read, 2 stored, 0 known, 2 rejected");
        assertThat(files.october("revenue", 2)).isEqualTo("150.00");
    }

    @Test
    void theNewestRateConvertsAndIsKept() {
        rate("2026-09-01", "USD", "0.5");
        rate("2026-10-02", "USD", "0.9");
        rate("2026-10-03", "USD", "7");
        rate("2020-01-01", "JPY", "0.006");
        files.bring("orders.csv", SEVERAL);
        assertThat(files.october("revenue", 2)).isEqualTo("330.00");
        assertThat(files.data.imports.text("""
                select string_agg(concat_ws(' ', plain_key(order_key), amount, currency, original, rate), ', ' order by order_key)
                from order_line"""))
                .isEqualTo("8001 100.000000 EUR, 8002 90.000000 USD 100.000000 0.900000000000, "
                        + "8003 90.000000 JPY 15000.000000 0.006000000000, 8004 50.000000 EUR");
        rate("2026-10-01", "USD", "1.1");
        assertThat(files.bring("orders.csv", SEVERAL).stored()).isZero();
    }

    @Test
    void currenciesStandInCellsAndHeaders() {
        currency("USD");
        rate("2026-01-01", "EUR", "1.2");
        files.bring("orders.csv", """
                Order ID,Customer,Order Date,Order Total
                1,C1,2026-10-01,"US$1,234.56"
                2,C2,2026-10-02,€ 10.00
                3,C3,2026-10-03,100.00 EUR
                4,C4,2026-10-04,$5.44
                """);
        assertThat(files.october("revenue", 2)).isEqualTo("1372.00");
        files.bring("spend.csv", """
                Day,Campaign name,Channel,Amount spent (EUR),Impressions,Link clicks
                2026-10-01,Spring,Facebook,100.00,1000,10
                2026-10-02,Spring,Facebook,50.00,1000,10
                """);
        assertThat(files.october("spend", 2)).isEqualTo("180.00");
    }

    @Test
    void rowsThatGiveMoneyBackAreNoOrders() {
        files.bring("orders.csv", """
                Order ID,Customer,Order Date,Type,Order Total
                9001,C1,2026-10-01,order,120.00
                9002,C2,2026-10-02,order,80.00
                9001-R,C1,2026-10-05,refund,-120.00
                9003,C3,2026-10-06,order,40.00
                """);
        assertThat(files.october("revenue", 2)).isEqualTo("120.00");
        assertThat(files.october("orders", 0)).isEqualTo("3");
        assertThat(files.october("paying_customers", 0)).isEqualTo("2");
        assertThat(files.value("revenue", "from=2026-10-05&to=2026-10-05", 2)).isEqualTo("-120.00");
        assertThat(files.october("new_customers", 0)).isEqualTo("2");
    }

    @Test
    void aRefundSaysItByItsTypeTooAndWithoutItsOrder() {
        files.bring("orders.csv", """
                Order ID,Customer,Order Date,Type,Amount
                1,C1,2026-10-01,sale,120.00
                C77,C1,2026-10-05,credit note,20.00
                2,C2,2026-10-06,sale,30.00
                """);
        assertThat(files.october("revenue", 2)).isEqualTo("130.00");
        assertThat(files.october("orders", 0)).isEqualTo("2");
        assertThat(files.october("paying_customers", 0)).isEqualTo("2");
    }

    @Test
    void linesOfNothingMakeNoOrder() {
        var report = files.bring("lines.csv", """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
                1,A,6,2026-10-01 08:26:00,2.50,17850.0
                1,B,1,2026-10-01 08:26:00,0,17850.0
                2,B,1,2026-10-02 08:26:00,0,17851.0
                C3,A,-2,2026-10-03 08:26:00,2.50,17850.0
                """);
        assertThat(report.counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(files.october("revenue", 2)).isEqualTo("10.00");
        assertThat(files.october("orders", 0)).isEqualTo("1");
        assertThat(files.october("aov", 2)).isEqualTo("10.00");
    }

    private static final String SHOP = """
            Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount,Notes,Cancelled at,Refunded Amount,Id,Phone
            #1,a@example.org,paid,2024-03-04 09:13:00 +0100,EUR,60.00,5.00,12.00,77.00,,0.00,2024-03-04 09:12:59 +0100,2,Box S,15.00,0.00,"two
            lines",,0.00,101,
            #1,a@example.org,,,,,,,,,,2024-03-04 09:12:59 +0100,1,Box L,30.00,0.00,,,,,
            #2,b@example.org,refunded,2024-03-04 22:41:00 +0100,EUR,26.00,5.00,6.00,37.00,SPRING,4.00,2024-03-04 22:40:00 +0100,1,Box L,30.00,4.00,,,37.00,102,
            #3,c@example.org,voided,,EUR,45.00,5.00,9.00,59.00,,0.00,2024-03-05 08:00:00 +0100,1,Box S,15.00,0.00,,2024-03-05 09:00:00 +0100,0.00,103,
            #3,c@example.org,,,,,,,,,,2024-03-05 08:00:00 +0100,1,Box L,30.00,0.00,,,,,
            #4,,paid,2024-03-05 12:00:00 +0100,EUR,15.00,0.00,3.00,18.00,,0.00,2024-03-05 11:59:00 +0100,1,Box S,15.00,0.00,,,0.00,104,+46 700 000 009
            #5,d@example.org,partially_refunded,2024-03-06 12:00:00 +0100,EUR,15.00,0.00,3.00,18.00,,0.00,2024-03-06 11:59:00 +0100,1,Box S,15.00,0.00,,,5.00,105,
            """;

    @Test
    void anOrderOfSeveralLinesHasItsTotalsInTheFirst() {
        var report = files.bring("orders_export_1.csv", SHOP);
        assertThat(report.counts()).isEqualTo("7 read, 7 stored, 0 known, 0 rejected");
        // 60; 30 - 4 given back whole; voided; 15; 15 - 5
        assertThat(files.value("revenue", MARCH, 2)).isEqualTo("85.00");
        assertThat(files.value("orders", MARCH, 0)).isEqualTo("4");
        assertThat(files.value("paying_customers", MARCH, 0)).isEqualTo("3");
    }

    @Test
    void pricesThatMayHoldTheTaxAreAskedFor() {
        String held = SHOP.replace("77.00", "65.00")
                .replace("37.00", "31.00")
                .replace("59.00", "50.00")
                .replace("18.00", "15.00");
        assertThat(files.look(held).asked()).containsExactly("TAX:Taxes");
        files.bring("orders.csv", held, Map.of("TAX:Taxes", "in"));
        // 48; 20 given back whole; voided; 12; 12 - 4
        assertThat(files.value("revenue", MARCH, 2)).isEqualTo("68.00");
    }

    private static final String PAYMENTS = """
            id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Refunded date (UTC),Status,Customer ID,Customer Email,Invoice ID
            ch_1,2024-03-10 03:48:02,8.00,0.00,usd,true,8.00,0.00,usd,,Subscription update,0.53,,Paid,cus_A1,a@example.org,in_1
            ch_2,2024-03-10 04:48:02,15.00,15.00,eur,true,16.20,16.20,usd,,Payment for Invoice,0.93,2024-03-12 10:00:00,Refunded,cus_B2,b@example.org,in_2
            ch_3,2024-03-11 04:48:02,99.00,0.00,usd,false,,,,insufficient_funds,Subscription creation,0.00,,Failed,cus_C3,c@example.org,
            """;

    @Test
    void paymentsThatFailedOrWentBackCountAsSuch() {
        currency("USD");
        files.bring("unified_payments.csv", PAYMENTS);
        assertThat(files.value("revenue", MARCH, 2)).isEqualTo("8.00");
        assertThat(files.value("revenue", "from=2024-03-10&to=2024-03-10", 2)).isEqualTo("24.20");
        assertThat(files.value("revenue", "from=2024-03-12&to=2024-03-12", 2)).isEqualTo("-16.20");
        assertThat(files.value("orders", MARCH, 0)).isEqualTo("2");
    }

    @Test
    void aWordThatIsNotKnownIsAskedFor() {
        String file = """
                Order ID,Customer,Order Date,Status,Order Total
                1,C1,2026-10-01,paid,10.00
                2,C2,2026-10-02,pending,20.00
                3,C3,2026-10-03,Cancelled,40.00
                """;
        assertThat(files.look(file).asked()).containsExactly("ORDER_STATE:pending");
        files.bring("orders.csv", file, Map.of("ORDER_STATE:pending", "none"));
        assertThat(files.october("revenue", 2)).isEqualTo("10.00");
        assertThat(files.october("orders", 0)).isEqualTo("1");
    }

    @Test
    void aTotalIsWhatIsPaidForAllAndADiscountMayBeAShare() {
        files.bring("orders.csv", """
                Order ID,Customer,Order Date,Discount,Shipping,Tax,Total
                1,C1,2026-10-01,5.00,4.00,16.00,100.00
                """);
        assertThat(files.october("revenue", 2)).isEqualTo("80.00");
        String sales = """
                Order ID,Customer ID,Order Date,Product Name,Sales,Quantity,Discount
                2,C2,2026-10-02,Chair,100.00,2,0.2
                """;
        assertThat(files.look(sales).asked()).containsExactly("DISCOUNT:Discount");
        files.bring("sales.csv", sales, Map.of("DISCOUNT:Discount", "share"));
        assertThat(files.october("revenue", 2)).isEqualTo("160.00");
    }

    @Test
    void aTotalInEachLineOfAnOrderIsAskedFor() {
        String file = """
                Order ID,Customer,Order Date,Product Name,Order Total
                1,C1,2026-10-01,Chair,100.00
                1,C1,2026-10-01,Table,100.00
                2,C2,2026-10-02,Chair,30.00
                """;
        assertThat(files.look(file).asked()).containsExactly("REPEATED_TOTAL:Order Total");
        files.bring("orders.csv", file, Map.of("REPEATED_TOTAL:Order Total", "once"));
        assertThat(files.october("revenue", 2)).isEqualTo("130.00");
    }

    @Test
    void rowsThatAreNoSalesAreToldByTheirType() {
        String file = """
                id,Type,Amount,Currency,Created (UTC),Customer Email
                ch_1,charge,50.00,eur,2026-10-01 10:00,a@example.org
                re_1,refund,-20.00,eur,2026-10-02 10:00,a@example.org
                po_1,payout,-30.00,eur,2026-10-03 10:00,b@example.org
                ad_1,adjustment,-5.00,eur,2026-10-03 10:00,a@example.org
                """;
        assertThat(files.look(file).asked()).containsExactly("ORDER_STATE:adjustment");
        files.bring("balance.csv", file, Map.of("ORDER_STATE:adjustment", "refund"));
        assertThat(files.october("revenue", 2)).isEqualTo("25.00");
        assertThat(files.october("orders", 0)).isEqualTo("1");
    }

    @Test
    void subscriptionsPayAMonthAndTrialsNothing() {
        files.bring("subscriptions.csv", """
                Subscription ID,Customer ID,Plan,Interval,Price,Started At,Ended At,Status
                P1,C1,Pro yearly,year,1200,2026-10-01,,active
                P2,C2,Pro monthly,month,100,2026-10-01,,active
                P3,C3,Free,month,0,2026-10-01,,active
                P4,C4,Starter,month,20,2026-09-01,2026-11-10,canceled
                P5,C4,Pro monthly,month,100,2026-11-10,,active
                P6,C5,Starter,month,20,2026-09-01,2026-11-10,canceled
                P7,C5,Pro monthly,month,100,2026-11-11,,active
                P8,C6,Pro monthly,month,100,2026-11-05,,trialing
                """);
        String november = "from=2026-11-01&to=2026-11-29";
        assertThat(files.value("mrr", november, 2)).isEqualTo("400.00");
        assertThat(files.value("paying_customers", november, 0)).isEqualTo("4");
        assertThat(files.value("churn_rate", november, 2)).isEqualTo("0.00");
        assertThat(files.october("mrr", 2)).isEqualTo("240.00");
    }

    @Test
    void amountsAreOfAnIntervalAndOfEachUnit() {
        files.bring("subscriptions.csv", """
                id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC)
                s1,c1,a@example.org,m,1,eur,month,10.00,active,2023-05-01 10:00,2023-05-01 10:00,,,,
                s2,c2,b@example.org,y,1,eur,year,120.00,canceled,2023-02-01 10:00,2023-02-01 10:00,,,2024-02-15 08:00,2024-02-15 08:00
                s3,c3,c@example.org,m,3,eur,month,10.00,trialing,2024-03-20 10:00,2024-03-20 10:00,2024-03-20 10:00,2024-04-03 10:00,,
                s4,c4,d@example.org,w,2,eur,week,3.00,active,2024-01-02 10:00,2024-01-02 10:00,2024-01-02 10:00,2024-02-02 10:00,,
                s5,c5,e@example.org,q,1,eur,3 months,30.00,past_due,2024-02-02 10:00,2024-02-02 10:00,,,,
                """);
        String january = "from=2024-01-01&to=2024-01-31";
        assertThat(files.value("mrr", january, 2)).isEqualTo("20.00");
        assertThat(files.value("paying_customers", january, 0)).isEqualTo("2");
        assertThat(files.value("mrr", MARCH, 2)).isEqualTo("46.00");
        assertThat(files.value("paying_customers", MARCH, 0)).isEqualTo("3");
    }

    @Test
    void anIntervalThatIsNotKnownIsAskedFor() {
        String file = """
                Subscription ID,Customer ID,Plan,Billing Period,Price,Started At
                1,C1,Pro,lustrum,600,2026-09-01
                2,C2,Pro,monthly,10,2026-09-01
                """;
        assertThat(files.look(file).asked()).containsExactly("INTERVAL:lustrum");
        files.bring("subscriptions.csv", file, Map.of("INTERVAL:lustrum", "year"));
        assertThat(files.october("mrr", 2)).isEqualTo("60.00");
    }
}
