package dev.rapport.dashboard.metric;

import dev.rapport.query.Answer;
import dev.rapport.query.SliceChoices;
import dev.rapport.target.TargetIndex;

/** Holds an answer with the names and targets of its rows, of which CSV and JSON are written alike. */
record MetricExport(Answer answer, ExportGrouping breakdown, DimensionNames names, TargetIndex.Aims aims) {
    static MetricExport of(Answer answer, ExportGrouping breakdown, SliceChoices choices, TargetIndex targets) {
        return new MetricExport(
                answer, breakdown, DimensionNames.of(choices, answer.slice(), breakdown), targets.of(answer));
    }
}
