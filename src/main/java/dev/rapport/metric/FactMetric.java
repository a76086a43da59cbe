package dev.rapport.metric;

import dev.rapport.slice.Slice;

/** A metric that a reader of its room answers from facts or sets (medians, retention, customers on a day). */
public non-sealed interface FactMetric extends Metric {
    /** What it says of a channel, a segment or a time in which its reader found nothing. */
    default Figure nothing(Slice slice) {
        return Figure.noData();
    }
}
