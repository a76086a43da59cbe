package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.CsvFile;
import dev.rapport.dashboard.SliceProvider;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.SliceFault;
import dev.rapport.target.Targets;
import dev.rapport.web.DataVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers a metric's figures as tables and for programs: what the page shows, by the same call, all rows. */
@RequestScoped
class MetricFiles {
    private final MetricQueries metrics;
    private final SliceProvider asked;
    private final Targets targets;
    private final Clock clock;

    MetricFiles(MetricQueries metrics, SliceProvider asked, Targets targets, Clock clock) {
        this.metrics = metrics;
        this.asked = asked;
        this.targets = targets;
        this.clock = clock;
    }

    Response csv(String key) {
        ExportGrouping breakdown = breakdown();
        boolean headed = headed();
        MetricCsv table = new MetricCsv(
                metrics.ask(key, asked.slice(), breakdown.grouping()), breakdown, names(breakdown), targets.index());
        Optional<Instant> headedAt = headed ? Optional.of(clock.instant()) : Optional.empty();
        List<String> what = new ArrayList<>(List.of(key));
        breakdown.words().ifPresent(what::add);
        return CsvFile.written(what, asked.slice(), out -> table.write(out, headedAt))
                .header(DataVersion.COUNTING, table.answer().counting() ? "true" : null)
                .build();
    }

    MetricJson json(String key) {
        ExportGrouping breakdown = breakdown();
        headed();
        var answer = metrics.ask(key, asked.slice(), breakdown.grouping());
        return MetricJson.of(
                answer, breakdown, names(breakdown), new MetricJson.Said(clock.instant(), targets.index()));
    }

    /** The slice is read first: of several faults its own is told. */
    private ExportGrouping breakdown() {
        asked.slice();
        return ExportGrouping.of(asked.parameters().getOrDefault("by", List.of()), asked.choices());
    }

    private DimensionNames names(ExportGrouping breakdown) {
        return DimensionNames.of(asked.choices(), asked.slice(), breakdown);
    }

    /** Whether lines that say what was asked stand above the table; whatever else is given is refused, of JSON too. */
    private boolean headed() {
        String given = OwnParameters.single(asked.parameters(), "header").orElse("false");
        if (!given.equals("true") && !given.equals("false")) {
            throw new BadSliceException("header", SliceFault.NOT_TRUE_OR_FALSE);
        }
        return given.equals("true");
    }
}
