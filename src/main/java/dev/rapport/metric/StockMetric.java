package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Computes a metric of who is a customer by a formula over the {@link Stock} that a reader takes from subscriptions or
 * orders.
 */
public abstract class StockMetric implements FactMetric {
    private final Definition definition;

    StockMetric(Definition definition) {
        this.definition = definition;
    }

    @Override
    public Set<String> facts() {
        return Set.of(CUSTOMERS);
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.LAST;
    }

    public abstract Figure figure(Slice slice, Stock stock);

    /** That nobody was a customer is known: a count is 0, and a rate has nothing to divide by. */
    @Override
    public final Figure nothing(Slice slice) {
        return figure(slice, Stock.EMPTY);
    }

    /** Whether it is about recurring revenue, which only subscriptions bring, whatever makes somebody a customer. */
    public boolean isOfRecurringRevenue() {
        return false;
    }
}
