package dev.rapport.metric;

import dev.rapport.slice.Slice;

/**
 * Defines the metric paying customers: customers at the end of the period (or now), by the rule of the settings. The
 * rule is a running subscription, or an order within the churn window.
 *
 * <p>Unit: people. Null behaviour: nobody is 0. Source: METRICS.
 */
public final class PayingCustomers extends StockMetric {
    PayingCustomers() {
        super(Define.metric("paying_customers", Definition.Topic.CUSTOMERS, Definition.Unit.COUNT, Definition.Better.UP)
                .sources("V8", "N18")
                .rows(RowSet.of("customer"))
                .done());
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        return Figures.count(stock.end());
    }
}
