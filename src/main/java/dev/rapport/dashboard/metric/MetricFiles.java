package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.SliceProvider;
import dev.rapport.query.MetricQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.SliceFault;
import dev.rapport.target.Targets;
import dev.rapport.web.CsvFile;
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
        MetricExport export = export(key);
        Optional<Instant> headedAt = headed() ? Optional.of(clock.instant()) : Optional.empty();
        List<String> what = new ArrayList<>(List.of(key));
        export.breakdown().words().ifPresent(what::add);
        return CsvFile.written(what, asked.slice(), CsvFile.body(table -> new MetricCsv(export).write(table, headedAt)))
                .header(DataVersion.COUNTING, export.answer().counting() ? "true" : null)
                .build();
    }

    MetricJson json(String key) {
        return MetricJson.of(export(key), clock.instant());
    }

    /** The slice is read first, and all parameters before anything is run: of several faults the slice's own is told. */
    private MetricExport export(String key) {
        asked.slice();
        ExportGrouping breakdown = ExportGrouping.of(asked.parameters().getOrDefault("by", List.of()), asked.choices());
        headed();
        return MetricExport.of(
                metrics.ask(key, asked.slice(), breakdown.grouping()), breakdown, asked.choices(), targets.index());
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
