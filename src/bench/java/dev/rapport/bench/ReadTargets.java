package dev.rapport.bench;

import dev.rapport.bench.Outcome.Contender;
import java.util.Map;
import java.util.Set;

/**
 * What reading is to reach at ten million events on two cores. Ratios are the peer's bare query against the whole HTTP
 * answer with the same rows, the CSV; the limits in milliseconds are of what people wait for, the page's fragment, which
 * holds more than that.
 */
final class ReadTargets {
    private static final double FRAGMENT = 50;
    private static final double OVERVIEW = 150;
    private static final double OVERVIEW_WARM = 30;
    private static final double START = 3;
    private static final double POSTGRES = 100;
    private static final Set<String> AGAINST_POSTGRES = Set.of("q1", "q2", "q3", "q4", "q5", "q6");
    private static final Map<String, Double> AGAINST_DUCKDB =
            Map.of("q1", 20.0, "q2", 20.0, "q3", 10.0, "q4", 20.0, "q5", 20.0, "q6", 20.0);

    private ReadTargets() {}

    /** @param starts each time that the product was started in this run */
    static void judge(Report report, Timing starts) {
        for (Outcome outcome : report.outcomes()) {
            String key = outcome.question().key();
            if (AGAINST_POSTGRES.contains(key)) {
                ratio(report, key + " against PostgreSQL", outcome.ratio(Contender.POSTGRES, Contender.CSV), POSTGRES);
                ratio(
                        report,
                        key + " against DuckDB",
                        outcome.ratio(Contender.DUCKDB, Contender.CSV),
                        AGAINST_DUCKDB.getOrDefault(key, 0.0));
            }
            boolean whole = outcome.question().csv().isEmpty();
            below(
                    report,
                    key + (whole ? " whole page, cold, p95" : " fragment, p95"),
                    outcome.p95(Contender.FRAGMENT),
                    whole ? OVERVIEW : FRAGMENT,
                    " ms");
            if (whole && outcome.has(Contender.WARM)) {
                below(report, key + " whole page, warm, p95", outcome.p95(Contender.WARM), OVERVIEW_WARM, " ms");
            }
        }
        below(report, "start until ready, median of " + starts.runs(), starts.median() / 1000, START, " s");
        report.other("start until ready, the slowest, s", starts.quantile(1) / 1000);
    }

    private static void ratio(Report report, String what, double measured, double wanted) {
        if (Double.isNaN(measured)) {
            return;
        }
        report.target(what, ">= " + Report.number(wanted) + " x", measured, " x", measured >= wanted);
    }

    static void below(Report report, String what, double measured, double most, String unit) {
        report.target(what, "< " + Report.number(most) + unit, measured, unit, measured < most);
    }
}
