package dev.rapport.query;

import dev.rapport.slice.Slice;

/** One question: which metric, of what, broken down how. */
public record Ask(String metric, Slice slice, Grouping grouping) {}
