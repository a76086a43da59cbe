package dev.rapport.query;

import dev.rapport.slice.Slice;

/** The one way to a number: page, fragment, CSV, API, all call this. */
public interface Metrics {
    /** @throws UnknownMetricException when the catalogue has no such key */
    Answer ask(String metricKey, Slice slice, Grouping grouping);
}
