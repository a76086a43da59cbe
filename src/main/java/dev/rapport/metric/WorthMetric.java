package dev.rapport.metric;

import dev.rapport.slice.Slice;

/** Computes a metric of what customers brought in over their life, by a formula over their {@link CustomerWorth}. */
public abstract class WorthMetric implements FactMetric {
    private final Definition definition;

    WorthMetric(Definition definition) {
        this.definition = definition;
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.LAST;
    }

    public abstract Figure figure(Slice slice, CustomerWorth worth);
}
