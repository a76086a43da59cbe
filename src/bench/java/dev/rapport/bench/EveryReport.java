package dev.rapport.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reports how long every figure and every page took, the slowest with the tables that they were read from.
 *
 * @param metrics in every shape
 * @param pages the overview first
 */
record EveryReport(List<EveryAnswer> metrics, List<EveryAnswer> pages) {
    private static final int WORST = 30;
    private static final int TIMES_MEDIAN = 15;
    private static final int FAR = 10;
    private static final int FEW = 5;
    private static final int TIMES_OVERVIEW = 4;

    void judge(Report report) {
        double median = median();
        double slowest = firsts().quantile(1);
        long far = answered(metrics)
                .filter(answer -> answer.first() > FAR * median)
                .count();
        EveryAnswer overview = pages.get(0);
        double page = answered(pages).mapToDouble(EveryAnswer::first).max().orElse(Double.NaN);
        report.other("all metrics in all shapes, first answers, median ms", median);
        report.other("slowest of them, ms", slowest);
        report.other("overview, first, ms", overview.first());
        report.other("slowest page, first, ms", page);
        atMost(report, "slowest of all first answers against their median", TIMES_MEDIAN, slowest / median, " x");
        atMost(report, "first answers over " + FAR + " times the median", FEW, far, " of " + metrics.size());
        atMost(report, "slowest page against the overview, first", TIMES_OVERVIEW, page / overview.first(), " x");
        atMost(report, "answers that took too long or failed", 0, failed(), "");
    }

    private static void atMost(Report report, String what, double most, double measured, String unit) {
        report.target(what, "<= " + Math.round(most) + unit, measured, unit, measured <= most);
    }

    private double median() {
        return firsts().median();
    }

    private Timing firsts() {
        Timing firsts = new Timing();
        answered(metrics).forEach(answer -> firsts.add(answer.first()));
        return firsts;
    }

    private long failed() {
        return Stream.concat(metrics.stream(), pages.stream())
                .filter(answer -> answer.status() >= 500)
                .count();
    }

    private static Stream<EveryAnswer> answered(List<EveryAnswer> answers) {
        return answers.stream().filter(EveryAnswer::isAnswered);
    }

    String text() {
        StringBuilder text = new StringBuilder("\n## Everything, each for the first time since a start\n\n");
        text.append("Median of ")
                .append(answered(metrics).count())
                .append(" figures ")
                .append(Report.number(median()))
                .append(" ms; rows are those that PostgreSQL looked at for the first answer.\n\n");
        table(text, "figure", metrics);
        text.append('\n');
        table(text, "page", pages);
        return text.toString();
    }

    private static void table(StringBuilder text, String what, List<EveryAnswer> answers) {
        text.append("| ").append(what).append(" | first, ms | again, ms | rows read |\n|---|--:|--:|---|\n");
        answers.stream()
                .filter(answer -> answer.isAnswered() || answer.status() >= 500)
                .sorted(Comparator.comparingDouble(EveryAnswer::first).reversed())
                .limit(WORST)
                .forEach(answer -> text.append("| %s%s | %s | %s | %s |\n"
                        .formatted(
                                answer.question().name(),
                                answer.isAnswered() ? "" : " (" + answer.status() + ")",
                                Report.number(answer.first()),
                                Report.number(answer.again()),
                                answer.way())));
    }

    List<Map<String, Object>> asList() {
        return Stream.concat(metrics.stream(), pages.stream())
                .map(answer -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("question", answer.question().name());
                    map.put("status", answer.status());
                    map.put("firstMs", Report.round(answer.first()));
                    map.put("againMs", Report.round(answer.again()));
                    map.put("rows", answer.reads());
                    return map;
                })
                .toList();
    }
}
