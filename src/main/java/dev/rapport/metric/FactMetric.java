package dev.rapport.metric;

/** A metric that a reader of its room answers from facts or sets (medians, retention, customers on a day). */
public non-sealed interface FactMetric extends Metric {}
