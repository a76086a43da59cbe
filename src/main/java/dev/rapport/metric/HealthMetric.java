package dev.rapport.metric;

import dev.rapport.slice.Slice;

/** Defines what the metrics of customers' {@link Health} at the end of each bucket share. */
public abstract class HealthMetric implements FactMetric {
    private final Definition definition;

    HealthMetric(Definition definition) {
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

    public abstract Figure figure(Slice slice, Health.Tally tally);
}
