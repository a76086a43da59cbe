package dev.rapport.metric;

/**
 * One row of the catalogue. Either a {@link CellMetric}, computed by a formula from sums and distinct people that the
 * rollup keeps, or a {@link FactMetric}, read from facts or sets by a reader of its room.
 */
public sealed interface Metric permits CellMetric, FactMetric {
    Definition definition();

    default String key() {
        return definition().key();
    }
}
