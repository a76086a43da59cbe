package dev.rapport.query;

import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Slice;

/** Holds one query: which metric, of what slice, broken down how. */
public record MetricQuery(String metric, Slice slice, Grouping grouping) {}
