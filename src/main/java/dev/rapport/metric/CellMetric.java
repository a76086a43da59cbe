package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;
import java.util.Set;

/** Computes a metric by a formula over the measures that the rollup keeps. */
public non-sealed interface CellMetric extends Metric {
    /** What the formula needs for this slice (its options may choose a goal, a survey, people or sessions). */
    Set<Input> inputs(Slice slice, SurveyItems items);

    /** Keys of what must be told beside a figure of such inputs ("of e-mail by messages opened"). */
    default List<String> remarks(Inputs inputs) {
        return List.of();
    }

    /** The formula. Must answer {@link Figure#noData()} when there is nothing to divide by. */
    Figure figure(Slice slice, SurveyItems items, Inputs inputs);
}
