package dev.rapport.metric;

import dev.rapport.slice.Slice;

/**
 * Defines the metric new customers: people who became a customer for the first time ever in the period. That is their
 * first subscription or first order, by the rule.
 *
 * <p>Unit: people. Null behaviour: nobody is 0. Source: METRICS.
 */
public final class NewCustomers extends StockMetric {
    NewCustomers() {
        super(Define.metric("new_customers", Definition.Topic.CUSTOMERS, Definition.Unit.COUNT, Definition.Better.UP)
                .growing()
                .sources("V8")
                .rows(RowSet.of("customer"))
                .done());
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.SUM;
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        return Figures.count(stock.fresh());
    }
}
