package dev.rapport.ingest;

import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.run.ImportState;
import java.util.List;
import java.util.Objects;

/**
 * Links from an import to what became of it: a figure over the days of the file.
 *
 * @param metric key of the metric, as in its bundle of names
 */
record FigureLink(String metric, String url) {
    static List<FigureLink> of(ImportJob job) {
        if (job.state != ImportState.DONE || job.firstDay == null || job.lastDay == null) {
            return List.of();
        }
        String days = "?from=" + job.firstDay + "&to=" + job.lastDay;
        return FactTypes.named(Objects.requireNonNullElse(job.target, "")).stream()
                .flatMap(type -> type.figures().stream())
                .map(metric -> new FigureLink(metric, "/metrics/" + metric + days))
                .toList();
    }
}
