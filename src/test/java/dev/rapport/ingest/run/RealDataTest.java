package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rapport.cube.read.Grouping;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others made, through the import as it is, show the figures that others found. */
@Tag("real-data")
class RealDataTest {
    @TempDir
    Path uploads;

    private RealData data;

    @BeforeEach
    void lookForFiles() {
        Assumptions.assumeTrue(RealData.folder().isPresent(), "no folder with real data");
        data = new RealData(uploads);
    }

    @Test
    void shopEventsBecomeSessionsByChannelAndLifecycle() throws IOException {
        data.imports.text(
                "insert into goal (key, name, event_name) values ('cart', 'Cart', 'add_to_cart') returning key");
        var report = data.bring("retentioneering_ecom/ecom.csv", """
                {"target": "events", "fields": {"customer": {"columns": ["user_id"]}, "event": {"columns": ["event"]},
                  "at": {"columns": ["timestamp"]}, "channel": {"columns": ["acquisition_channel"]}},
                 "traits": [{"column": "user_lifecycle", "trait": "lifecycle", "dated": true, "group": true}]}
                """);
        assertThat(report.counts()).isEqualTo("31106 read, 31106 stored, 0 known, 0 rejected");
        String all = "from=2024-01-01&to=2024-12-31&grain=month";
        assertThat(data.value("sessions", all, 0)).isEqualTo("3605");
        assertThat(data.value("unique_visitors", all, 0)).isEqualTo("600");

        Grouping parts = new Grouping(true, true, Optional.of("lifecycle"));
        List<String[]> rows = rows("retentioneering_ecom/ecom.csv");
        assertThat(data.parts("sessions", all, parts)).isEqualTo(expected(rows, "*"));
        assertThat(data.parts("conversion_rate", all + "&unit=sessions&goal=purchase", parts))
                .isEqualTo(expected(rows, "purchase"));
        assertThat(data.parts("conversion_rate", all + "&unit=sessions&goal=cart", parts))
                .isEqualTo(expected(rows, "add_to_cart"));
        assertThat(completions("purchase")).isEqualTo(470);
        assertThat(completions("cart")).isEqualTo(1346);
    }

    /** Sessions in which the event occurs, by month, channel and the lifecycle the person had that day; by the file's own session ids. */
    private static Map<String, Long> expected(List<String[]> rows, String event) {
        Map<String, String> lifecycle = new HashMap<>();
        rows.forEach(row -> lifecycle.put(row[0] + row[3].substring(0, 10), row[7]));
        Map<String, String[]> first = new HashMap<>();
        rows.forEach(row -> first.merge(row[1], row, (a, b) -> a[3].compareTo(b[3]) <= 0 ? a : b));
        Set<String> met = new HashSet<>();
        Map<String, Long> counts = new TreeMap<>();
        for (String[] row : rows) {
            if ((event.equals("*") || row[2].equals(event)) && met.add(row[1])) {
                String[] start = first.getOrDefault(row[1], row);
                String channel = Map.of("organic", "organic-search", "paid_search", "paid-search")
                        .getOrDefault(start[5], start[5]);
                counts.merge(
                        start[3].substring(0, 7) + "-01 " + channel + " "
                                + lifecycle.get(start[0] + start[3].substring(0, 10)),
                        1L,
                        Long::sum);
            }
        }
        return counts;
    }

    private long completions(String goal) {
        return data.imports.number(
                "select sum(value) from cell_total where measure = 9 and item = (select id from goal where key = ?)",
                goal);
    }

    @Test
    void airportSurveyScoresByDay() throws IOException {
        data.bring("sfo_nps_2017/fact_survey.csv", """
                {"target": "responses", "fields": {"key": {"columns": ["RESPNUM"]}, "survey": {"constant": "SFO 2017"},
                  "kind": {"constant": "nps"}, "score": {"columns": ["NETPRO"], "values": {"11": ""}},
                  "at": {"columns": ["inferred_date"]}, "customer": {"columns": ["RESPNUM"]}},
                 "traits": [{"column": "BAREA", "trait": "gate area", "dated": false, "group": true}]}
                """);
        // two of the interviews are dated later
        String may = "from=2017-05-01&to=2017-08-31&survey=sfo-2017&grain=day";
        var total = data.ask("nps", may).figure();
        assertThat(data.value("nps", may, 2)).isEqualTo("39.84");
        assertThat(total.n()).isEqualTo(2746);
        Map<String, String> expected = new TreeMap<>();
        for (String[] row : rows("sfo_nps_2017/agg_nps_daily.csv")) {
            expected.put(
                    row[0],
                    new BigDecimal(row[5]).setScale(6, RoundingMode.HALF_UP).toPlainString());
        }
        assertThat(data.values("nps", may, Grouping.TREND, 6)).isEqualTo(expected);

        Map<String, int[]> areas = new TreeMap<>();
        for (String[] row : rows("sfo_nps_2017/fact_survey.csv")) {
            int score = row[9].isEmpty() ? 11 : (int) Double.parseDouble(row[9]);
            if (score <= 10) {
                int[] sum = areas.computeIfAbsent(row[4].toLowerCase(java.util.Locale.ROOT), area -> new int[2]);
                sum[0] += score >= 9 ? 1 : score <= 6 ? -1 : 0;
                sum[1]++;
            }
        }
        Map<String, String> byArea = new TreeMap<>();
        areas.forEach((area, sum) -> byArea.put(
                area,
                BigDecimal.valueOf(100L * sum[0])
                        .divide(BigDecimal.valueOf(sum[1]), 6, RoundingMode.HALF_UP)
                        .toPlainString()));
        assertThat(data.values("nps", may, Grouping.segments("gate-area"), 6)).isEqualTo(byArea);
    }

    @Test
    void ticketsFromTheirLogByChannel() {
        var report = data.bring("servicenow_incidents/incident_event_log.zip", """
                {"target": "tickets", "nullWords": ["?"], "repeat": "LAST", "fields": {"key": {"columns": ["number"]},
                  "customer": {"columns": ["caller_id"]}, "channel": {"columns": ["contact_type"]},
                  "created": {"columns": ["opened_at"]}, "resolved": {"columns": ["resolved_at"]},
                  "reopened": {"columns": ["reopen_count"]}, "issue_type": {"columns": ["category (2)"]}}}
                """);
        assertThat(report.counts()).isEqualTo("141712 read, 24918 stored, 109485 known, 0 rejected, 7309 repeated");
        String all = "from=2016-01-01&to=2018-12-31&grain=year";
        assertThat(data.value("ticket_volume", all, 0)).isEqualTo("24918");
        assertThat(data.parts("ticket_volume", all, Grouping.CHANNELS))
                .isEqualTo(
                        Map.of("phone", 24688L, "self-service", 158L, "email", 59L, "ivr", 9L, "direct-opening", 4L));
        assertThat(data.value("resolved_tickets", all, 0)).isEqualTo("23362");
        assertThat(data.ask("reopened", all).figure().numerator()).isEqualByComparingTo("275");
        // of those resolved, as published; by default the metric counts who still waits as waiting
        assertThat(hours(all + "&waiting=left-out&stat=mean", 2)).isEqualTo("178.17");
        assertThat(hours(all + "&waiting=left-out", 1)).isEqualTo("22.1");
    }

    private String hours(String query, int decimals) {
        BigDecimal seconds = data.ask("resolution_time", query).figure().value().orElseThrow();
        return seconds.divide(BigDecimal.valueOf(3600), decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void invoiceLinesBecomeOrdersAndCohorts() {
        var report = data.bring("online_retail/online_retail_by_day.tar.gz", """
                {"target": "orders", "fields": {"order": {"columns": ["InvoiceNo"]}, "customer": {"columns": ["CustomerID"]},
                  "at": {"columns": ["InvoiceDate"]}, "quantity": {"columns": ["Quantity"]}, "price": {"columns": ["UnitPrice"]},
                  "product": {"columns": ["Description"]}}}
                """);
        assertThat(report.counts()).isEqualTo("541909 read, 406829 stored, 0 known, 135080 rejected");
        String all = "from=2010-12-01&to=2011-12-31&grain=month";
        assertThat(data.value("orders", all, 0)).isEqualTo("18532");
        // before 8,905 lines that give something back; 480.866 an order, where the published 480.762 divides by 18,536:
        // four invoices more that hold free items only
        assertThat(data.imports.text("select round(sum(amount), 3) || ' ' || round(avg(amount), 3) from purchase"))
                .isEqualTo("8911407.904 480.866");
        assertThat(data.value("revenue", all, 3)).isEqualTo("8300065.814");
        assertThat(data.value("aov", all, 3)).isEqualTo("447.877");
        assertThat(data.ask("purchase_frequency", all).figure().denominator()).isEqualByComparingTo("4338");
        assertThat(data.cohorts()
                        .cohorts(data.slice(all + "&activity=order"))
                        .rows()
                        .get(0)
                        .cells())
                .extracting(cell -> cell.active())
                .containsExactly(885L, 324L, 286L, 340L, 321L, 352L, 321L, 309L, 313L, 350L, 331L, 445L, 235L);
    }

    @Test
    void subscriptionsChurnByContract() {
        var report = data.bring("telco_churn/Telco-Customer-Churn.csv", """
                {"target": "subscriptions", "fields": {"customer": {"columns": ["customerID"]}, "started": {"constant": "2019-12-01"},
                  "ended": {"columns": ["Churn"], "values": {"Yes": "2020-01-31", "No": ""}},
                  "amount": {"columns": ["MonthlyCharges"]}, "plan": {"columns": ["Contract"]}},
                 "traits": [{"column": "Contract", "trait": "contract", "dated": false, "group": true}]}
                """);
        assertThat(report.counts()).isEqualTo("7043 read, 7043 stored, 0 known, 0 rejected");
        String january = "from=2020-01-01&to=2020-01-31&grain=month";
        var churn = data.ask("churn_rate", january).figure();
        assertThat(churn.numerator() + "/" + churn.denominator()).isEqualTo("1869/7043");
        assertThat(data.value("churn_rate", january, 2)).isEqualTo("26.54");
        assertThat(data.parts("churn_rate", january, Grouping.segments("contract")))
                .isEqualTo(Map.of("month-to-month", 1655L, "one-year", 166L, "two-year", 48L));
        var revenue = data.ask("revenue_churn", january).figure();
        assertThat(revenue.numerator()).isEqualByComparingTo("139130.85");
        assertThat(revenue.denominator()).isEqualByComparingTo("456116.60");
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var csv =
                CsvReader.builder().ofCsvRecord(RealData.folder().orElseThrow().resolve(file))) {
            return csv.stream()
                    .skip(1)
                    .map(row -> row.getFields().toArray(String[]::new))
                    .toList();
        }
    }
}
