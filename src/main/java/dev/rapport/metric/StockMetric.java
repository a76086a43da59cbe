package dev.rapport.metric;

import dev.rapport.slice.Slice;

/** A metric of who is a customer: a formula over the {@link Stock} that a reader takes from subscriptions or orders. */
public abstract class StockMetric implements FactMetric {
    private final Definition definition;

    StockMetric(Definition definition) {
        this.definition = definition;
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    public abstract Figure figure(Slice slice, Stock stock);

    /** Whether it is about recurring revenue, which only subscriptions bring, whatever makes somebody a customer. */
    public boolean isOfRecurringRevenue() {
        return false;
    }
}
