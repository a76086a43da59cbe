package dev.rapport.metric;

import dev.rapport.slice.Slice;

/** Computes a statistic of the {@link Waits} that a reader takes from the facts: how long something took. */
public abstract class WaitMetric implements FactMetric {
    private final Definition definition;

    WaitMetric(Definition definition) {
        this.definition = definition;
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    public abstract Figure figure(Slice slice, Waits waits);
}
