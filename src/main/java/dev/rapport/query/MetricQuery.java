package dev.rapport.query;

import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Slice;

/** One question: which metric, of what, broken down how. */
public record MetricQuery(String metric, Slice slice, Grouping grouping) {}
