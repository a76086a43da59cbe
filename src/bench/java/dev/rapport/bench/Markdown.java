package dev.rapport.bench;

import dev.rapport.bench.Outcome.Contender;
import java.util.List;
import java.util.Map;

/** The report for people. */
record Markdown(
        long events,
        Map<String, String> machine,
        List<Outcome> outcomes,
        Map<String, Object> others,
        List<Report.Target> targets) {
    private static final String HEAD = """
            # Benchmarks

            %,d events of a year, asked for by `mvn -Pbench`. Rapport's times are of whole HTTP answers, from a process of
            its own with its result cache off; the peers' of the bare query, on facts. All answers were equal. Contenders take
            turns on the same machine. Times are milliseconds, median / 95 %%.

            """;

    String text() {
        StringBuilder text = new StringBuilder(HEAD.formatted(events));
        text.append("| | |\n|---|---|\n");
        machine.forEach((name, value) -> row(text, name, value));
        text.append("\n## Reading\n\n");
        row(
                text,
                "question",
                "rows",
                "page fragment",
                "CSV",
                "PostgreSQL",
                "DuckDB",
                "PostgreSQL : CSV (: fragment)",
                "DuckDB : CSV (: fragment)",
                "fragment, cached");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        outcomes.forEach(outcome -> row(
                text,
                outcome.question().key() + " " + outcome.question().title(),
                Integer.toString(outcome.rows()),
                times(outcome, Contender.FRAGMENT),
                times(outcome, Contender.CSV),
                times(outcome, Contender.POSTGRES),
                times(outcome, Contender.DUCKDB),
                ratios(outcome, Contender.POSTGRES),
                ratios(outcome, Contender.DUCKDB),
                times(outcome, Contender.WARM)));
        text.append("\n## Beside\n\n| | |\n|---|--:|\n");
        others.forEach((what, measured) -> row(text, what, measured.toString()));
        text.append("\n## Targets\n\n| | wanted | measured | |\n|---|--:|--:|---|\n");
        targets.forEach(target ->
                row(text, target.what(), target.wanted(), target.measured(), target.met() ? "met" : "**missed**"));
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String times(Outcome outcome, Contender contender) {
        return outcome.has(contender)
                ? Report.number(outcome.median(contender)) + " / " + Report.number(outcome.p95(contender))
                : "-";
    }

    private static String ratios(Outcome outcome, Contender peer) {
        return outcome.has(peer)
                ? "%s (%s)"
                        .formatted(
                                Report.number(outcome.ratio(peer, Contender.CSV)),
                                Report.number(outcome.ratio(peer, Contender.FRAGMENT)))
                : "-";
    }
}
