package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as tools write them, brought in as suggested: the figure is right, or something is asked. */
class FileReadingTest {
    @TempDir
    Path uploads;

    @Test
    void addressesHaveNoSayInTheDecimalSign() {
        Suggested user = new Suggested(uploads);
        String orders = """
                Order ID,Customer,Order Date,Browser IP,Order Total
                5001,C1,2026-10-01,203.0.113.7,"1,299"
                5002,C2,2026-10-02,203.0.113.8,"2,450"
                5003,C3,2026-10-03,198.51.100.4,890
                5004,C4,2026-10-04,198.51.100.9,"12,000"
                """;
        assertThat(user.look(orders).asked()).containsExactly("DECIMAL:Order Total");
        user.bring("orders.csv", orders, Map.of("DECIMAL:Order Total", "."));
        assertThat(user.october("revenue", 2)).isEqualTo("16639.00");
    }

    @Test
    void thousandsWithPointsOnlyAreAskedAbout() {
        Suggested user = new Suggested(uploads);
        String orders = """
                Order ID;Customer;Order Date;Order Total
                7001;C1;2026-10-01;1.299
                7002;C2;2026-10-02;2.450
                7003;C3;2026-10-03;12.000
                """;
        assertThat(user.look(orders).asked()).containsExactly("DECIMAL:Order Total");
        user.bring("umsatz.csv", orders, Map.of("DECIMAL:Order Total", ","));
        assertThat(user.october("revenue", 2)).isEqualTo("15749.00");
    }

    @Test
    void amountsWithAPointAreReadBesideTwoAddresses() {
        Suggested user = new Suggested(uploads);
        user.bring("orders.csv", """
                order_id,order_date,customer_email,customer_ip,last_login_ip,app_version,order_total
                1,2026-10-02 10:00:00,c1@example.org,198.51.100.1,203.0.113.1,4.12.1,19.90
                2,2026-10-03 10:00:00,c2@example.org,198.51.100.2,203.0.113.2,4.12.2,1.250
                3,2026-10-04 10:00:00,c3@example.org,198.51.100.3,203.0.113.3,4.12.3,12.345
                """);
        assertThat(user.october("revenue", 3)).isEqualTo("33.495");
    }

    @Test
    void anotherColumnOfNumbersDecides() {
        Suggested user = new Suggested(uploads);
        user.bring("lines.csv", """
                Order ID;Customer;Order Date;Quantity;Unit Price
                1;C1;2026-10-01;1.000;2,50
                2;C2;2026-10-02;2;3,25
                """);
        assertThat(user.october("revenue", 2)).isEqualTo("2506.50");
    }

    @Test
    void theDecimalSignMayStandFarBehindTheFirstRows() {
        Suggested user = new Suggested(uploads);
        StringBuilder orders = new StringBuilder("Order ID;Customer;Order Date;Order Total\n");
        for (int i = 0; i < 12_000; i++) {
            orders.append(i).append(";C").append(i % 50).append(";2026-10-01;1.299\n");
        }
        orders.append("12000;C1;2026-10-01;12,50\n");
        user.bring("orders.csv", orders.toString());
        assertThat(user.october("revenue", 2)).isEqualTo("15588012.50");
    }

    @Test
    void theOrderOfDayAndMonthIsAskedOrFoundFarBehind() {
        Suggested user = new Suggested(uploads);
        StringBuilder orders = new StringBuilder("Order ID,Customer,Order Date,Order Total\n");
        for (int i = 0; i < 12_000; i++) {
            orders.append(i).append(",C1,03/10/2026,1.00\n");
        }
        String ambiguous = orders.toString();
        assertThat(user.look(ambiguous).asked()).containsExactly("DATE_ORDER:Order Date");
        user.bring("orders.csv", ambiguous + "12001,C2,13/10/2026,7.00\n");
        assertThat(user.october("revenue", 2)).isEqualTo("12007.00");
    }

    @Test
    void dayZeroIsNothing() {
        Suggested user = new Suggested(uploads);
        String tickets = """
                Ticket Number,Created At,Closed At,Contact Channel
                T1,2026-10-01 09:00:00,2026-10-01 11:00:00,email
                T2,2026-10-02 09:00:00,0000-00-00 00:00:00,email
                T3,2026-10-03 09:00:00,2026-10-03 10:00:00,email
                T4,2026-10-04 09:00:00,1970-01-01 00:00:00,email
                T5,2026-10-05 09:00:00,--,email
                """;
        assertThat(user.look(tickets).mapping().nullWords())
                .containsExactlyInAnyOrder("0000-00-00 00:00:00", "1970-01-01 00:00:00", "--");
        var report = user.bring("tickets.csv", tickets);
        assertThat(report.counts()).isEqualTo("5 read, 5 stored, 0 known, 0 rejected");
        assertThat(user.october("resolved_tickets", 0)).isEqualTo("2");
    }

    @Test
    void browsersWriteNarrowBlanks() {
        Suggested user = new Suggested(uploads);
        user.bring("nnbsp.csv", """
                Order ID,Customer,Order Date,Order Total
                N1,C1,"10/14/2026, 2:30:00\u202fPM",10
                N2,C2,"10/15/2026, 9:05:00\u202fAM",20
                """);
        user.bring("es.csv", """
                Order ID,Customer,Order Date,Order Total
                E1,C1,"14/10/2026, 2:30:00 p.\u00a0m.",10
                E2,C2,"15/10/2026, 9:05:00 a.\u00a0m.",20
                """);
        assertThat(user.october("revenue", 2)).isEqualTo("60.00");
    }

    @Test
    void monthsInGermanAreAllRead() {
        Suggested user = new Suggested(uploads);
        StringBuilder tickets = new StringBuilder("Ticket Number;Created At;Closed At\n");
        List<String> months = List.of(
                "Jan.", "Feb.", "M\u00e4r.", "Apr.", "Mai", "Jun.", "Jul.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.");
        for (int i = 0; i < 12; i++) {
            String year = months.get(i).equals("Dez.") ? "2025" : "2026";
            tickets.append("M%d;14. %2$s %3$s;15. %2$s %3$s\n".formatted(i, months.get(i), year));
        }
        var report = user.bring("tickets.csv", tickets.toString());
        assertThat(report.counts()).isEqualTo("12 read, 12 stored, 0 known, 0 rejected");
        assertThat(user.value("ticket_volume", "from=2025-12-01&to=2026-11-30", 0))
                .isEqualTo("12");
        assertThat(user.value("ticket_volume", "from=2026-03-01&to=2026-03-31", 0))
                .isEqualTo("1");
    }

    @Test
    void aMonthThatIsNotKnownIsAskedAbout() {
        Suggested user = new Suggested(uploads);
        var step = user.look("""
                Ticket Number;Created At;Closed At
                1;14 Jan 2026;15 Jan 2026
                2;14 Feb 2026;15 Feb 2026
                3;14 Mac 2026;15 Feb 2026
                """);
        assertThat(step.asked()).containsExactly("UNREADABLE_DATES:Created At");
        assertThat(step.open().get(0).example()).isEqualTo("14 Mac 2026 (1 / 3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14 Mac 2026", "2026-KW40", "week 40 of 2026"})
    void aDateThatIsNotKnownIsNamed(String date) {
        var step = new Suggested(uploads).look("""
                Order ID,Customer,Order Date,Order Total
                1,C1,%1$s,10.00
                2,C2,%1$s,20.00
                """.formatted(date));
        assertThat(step.faults())
                .extracting(fault -> fault.wrong() + " " + fault.what())
                .containsExactly("DATE_UNKNOWN Order Date (" + date + ")");
    }

    @Test
    void titlesAndTotalsArePassedOver() {
        Suggested user = new Suggested(uploads);
        var report = user.bring("ads.csv", """
                Campaign report
                "October 1, 2026 - October 31, 2026"
                Campaign,Day,Cost,Impressions,Clicks
                Brand,2026-10-01,10.00,100,10
                Brand,2026-10-02,20.00,200,20
                Total: Campaigns, --,30.00,300,30
                """);
        assertThat(report.counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        assertThat(passed(user, report)).isEqualTo("1 TITLE, 2 TITLE, 6 TOTAL");
        assertThat(user.october("spend", 2)).isEqualTo("30.00");
    }

    @Test
    void totalsOfACampaignReportAreTold() {
        Suggested user = new Suggested(uploads);
        var report = user.bring("by day.csv", """
                Campaign report
                1 October 2026 - 31 October 2026
                Day,Campaign status,Campaign,Currency code,Clicks,Impr.,CTR,Cost
                2026-10-04,Enabled,Spring Boxes,EUR,264,"9,380",2.81%,365.22
                2026-10-04,Enabled,Brand Search,EUR,603,"31,193",1.93%,"1,798.88"
                2026-10-05,Enabled,Spring Boxes,EUR,264,"9,380",2.81%,365.22
                2026-10-05,Enabled,Brand Search,EUR,603,"31,193",1.93%,"1,798.88"
                 --,Total: Campaigns, --,EUR,867,"40,573",2.14%,"2,164.10"
                ,Total: Search,,EUR,603,"31,193",1.93%,"1,798.88"
                """);
        assertThat(passed(user, report)).isEqualTo("1 TITLE, 2 TITLE, 8 TOTAL, 9 TOTAL");
        assertThat(report.counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(user.october("spend", 2)).isEqualTo("4328.20");
    }

    @Test
    void aSummaryRowWithoutAWordIsOne() {
        Suggested user = new Suggested(uploads);
        var report = user.bring("by day.csv", """
                "Campaign name",Day,"Campaign delivery",Results,Reach,Impressions,"Amount spent (EUR)","Link clicks"
                ,,,64,41000,62000,1513.66,900
                "Spring launch",2026-10-04,active,20,3000,11000,80.51,150
                "Spring launch",2026-10-05,active,18,4076,10997,79.00,150
                Retargeting,2026-10-04,active,26,34000,40003,1354.15,600
                """);
        assertThat(passed(user, report)).isEqualTo("2 TOTAL");
        assertThat(report.rejected()).isZero();
        assertThat(user.october("spend", 2)).isEqualTo("1513.66");
    }

    @Test
    void aReportInUtf16WithFourLinesBeforeItIsRead() {
        Suggested user = new Suggested(uploads);
        String text = """
                Campaign Performance Report (in UTC)
                "Report Start: October 1, 2026, 12:00 AM"
                "Report End: October 31, 2026, 11:59 PM"
                "Date Generated: November 2, 2026, 8:12 AM"

                Start Date (in UTC)\tCurrency\tCampaign Name\tTotal Spent\tImpressions\tClicks
                10/14/2026\tEUR\tSpring B2B\t"1,033.33"\t"12,345"\t64
                10/15/2026\tEUR\tSpring B2B\t33.34\t"1,200"\t6
                """;
        var step = user.look(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(step.mapping().target()).isEqualTo("campaign-days");
        user.bring("linkedin.csv", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), Map.of());
        assertThat(user.october("spend", 2)).isEqualTo("1066.67");
    }

    @Test
    void aNoteAtTheEndAndTheHeaderAgainAreNoRows() {
        Suggested user = new Suggested(uploads);
        var report = user.bring("orders.csv", """
                # exported by hand
                Order ID,Customer,Order Date,Order Total
                1,C1,2026-10-01,10.50
                # a comment
                Order ID,Customer,Order Date,Order Total
                2,C2,2026-10-02,20.50
                ,,,
                Showing top 500 results
                """);
        assertThat(passed(user, report)).isEqualTo("1 TITLE, 4 COMMENT, 5 HEADER, 8 FOOTER");
        assertThat(report.counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        assertThat(user.october("revenue", 2)).isEqualTo("31.00");
    }

    @Test
    void bytesLateInAFileDecideItsCharset() {
        Suggested user = new Suggested(uploads);
        StringBuilder tickets = new StringBuilder("Ticket Number,Created At,Subject,Contact Channel\n");
        for (int i = 0; i < 9_000; i++) {
            tickets.append("INC").append(i).append(",2026-10-01 10:00:00,Password reset for the mailbox,email\n");
        }
        tickets.append("INC9000,2026-10-02 10:00:00,Printer \u2013 paper jam in Caf\u00e9,email\n");
        var report = user.bring("incident.csv", tickets.toString().getBytes(Charset.forName("windows-1252")), Map.of());
        assertThat(report.counts()).isEqualTo("9001 read, 9001 stored, 0 known, 0 rejected");
        assertThat(user.data.imports.text("select subject from ticket where key like 'INC9000%'"))
                .isEqualTo("Printer \u2013 paper jam in Caf\u00e9");
    }

    @Test
    void poundSignsAreNoChinese() {
        Suggested user = new Suggested(uploads);
        StringBuilder tickets = new StringBuilder("Ticket Number,Created At,Contact Channel,Subject\n");
        for (int i = 0; i < 30; i++) {
            tickets.append(i)
                    .append(",2026-10-01 10:00:00,email,\u00a31")
                    .append(i)
                    .append(".50 voucher\n");
        }
        var report = user.bring("tickets.csv", tickets.toString().getBytes(Charset.forName("windows-1252")), Map.of());
        assertThat(report.counts()).isEqualTo("30 read, 30 stored, 0 known, 0 rejected");
        assertThat(user.data.imports.text("select subject from ticket order by subject limit 1"))
                .isEqualTo("\u00a310.50 voucher");
    }

    @Test
    void aLoneCarriageReturnInTheLastCellCostsNoRow() {
        Suggested user = new Suggested(uploads);
        var report = user.bring(
                "tickets.csv",
                "Ticket Number,Created At,Contact Channel,Subject\n1,2026-10-01,email,\"a\rb\"\n2,2026-10-02,email,\"c\"\n3,2026-10-03,email,d\n");
        assertThat(report.counts()).isEqualTo("3 read, 3 stored, 0 known, 0 rejected");
        assertThat(user.october("ticket_volume", 0)).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n \"tickets\": [\n  {\"id\": 1, \"created_at\": \"2026-10-01T09:12:00Z\"}\n ]}",
                "{\"id\": 1, \"subject\": \"a, b\"}\n{\"id\": 2, \"subject\": \"c\"}\n",
                "[{\"id\": 1}, {\"id\": 2}]"
            })
    void objectsAreNoTable(String json) {
        Assertions.assertThatThrownBy(() -> new Suggested(uploads).look(json))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.JSON));
    }

    private static String passed(Suggested user, TestImports.Report report) {
        return user.data.imports.text(
                "select string_agg(line || ' ' || why, ', ' order by line) from import_passed where import_id = ?",
                report.id());
    }
}
