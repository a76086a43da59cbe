package dev.rapport.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rapport.bench.Outcome.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was measured, for people as Markdown and for programs as JSON. */
final class Report {
    private final long events;
    private final Map<String, String> machine = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Object> others = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final Timing starts = new Timing();
    private Optional<EveryReport> every = Optional.empty();

    /** Something that was set out to be reached, and what was. */
    record Target(String what, String wanted, String measured, boolean met) {}

    Report(long events) {
        this.events = events;
    }

    void machine(Map<String, String> facts) {
        machine.putAll(facts);
    }

    void start(Duration time) {
        starts.add(time.toMillis());
    }

    void heap(long bytes) {
        double megabytes = bytes / 1048576.0;
        others.put("heap held after all questions, MB", round(megabytes));
        target(
                "heap, of which " + machine.get(Machine.HEAP) + " are given, held after all questions",
                "<= 512 MB",
                megabytes,
                " MB",
                true);
    }

    void every(List<EveryAnswer> metrics, List<EveryAnswer> pages) {
        EveryReport report = new EveryReport(metrics, pages);
        report.judge(this);
        every = Optional.of(report);
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        if (outcome.has(Contender.RESTED)) {
            other(
                    outcome.question().key() + " fragment, the first after seconds of peers alone, ms",
                    outcome.median(Contender.RESTED));
        }
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    void other(String what, double measured) {
        others.put(what, round(measured));
    }

    void target(String what, String wanted, double measured, String unit, boolean met) {
        targets.add(new Target(what, wanted, number(measured) + unit, met));
    }

    /** The last question's line. */
    String last() {
        Outcome last = outcomes.get(outcomes.size() - 1);
        return "%s: page %s ms, CSV %s ms, PostgreSQL %s ms, DuckDB %s ms"
                .formatted(
                        last.question().key(),
                        number(last.median(Contender.FRAGMENT)),
                        number(last.median(Contender.CSV)),
                        number(last.median(Contender.POSTGRES)),
                        number(last.median(Contender.DUCKDB)));
    }

    void write(Path project) throws IOException {
        ReadTargets.judge(this, starts);
        Path folder = Files.createDirectories(project.resolve("target").resolve("bench"));
        String text = new Markdown(events, machine, outcomes, others, targets).text()
                + every.map(EveryReport::text).orElse("");
        Files.writeString(folder.resolve("report.md"), text);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("events", events);
        json.put("machine", machine);
        json.put("questions", outcomes.stream().map(Report::asMap).toList());
        every.ifPresent(report -> json.put("every", report.asList()));
        json.put("startMs", starts.millis());
        json.put("others", others);
        json.put("targets", targets);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("report.json").toFile(), json);
        Say.that("The report is " + folder.resolve("report.md") + "\n\n" + text);
    }

    private static Map<String, Object> asMap(Outcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key", outcome.question().key());
        map.put("title", outcome.question().title());
        map.put("rows", outcome.rows());
        outcome.timings()
                .forEach((contender, timing) -> map.put(
                        contender.name().toLowerCase(Locale.ROOT),
                        Map.of(
                                "runs", timing.runs(),
                                "medianMs", round(timing.median()),
                                "p95Ms", round(timing.p95()),
                                "eachMs",
                                        timing.millis().stream()
                                                .map(Report::round)
                                                .toList())));
        return map;
    }

    static double round(double number) {
        return Math.round(number * 100) / 100.0;
    }

    /** Three digits are all that a measurement is good for. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
