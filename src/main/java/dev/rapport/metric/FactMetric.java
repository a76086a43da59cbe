package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/** Defines a metric that its {@code FactReader} answers from facts or sets (medians, retention, customers on a day). */
public non-sealed interface FactMetric extends Metric {
    /** The kind of fact that customers come from: orders, or subscriptions. */
    String CUSTOMERS = "customers";

    /** The kinds of fact it is read from, as {@link Measure#fact()}; empty where its reader alone knows since when there is data. */
    default Set<String> facts() {
        return Set.of();
    }

    /** What it says of a channel, a segment or a time in which its reader found nothing. */
    default Figure nothing(Slice slice) {
        return Figure.noData();
    }
}
