package dev.rapport.metric;

import dev.rapport.slice.Slice;

/**
 * Defines the metric revenue churn, the share of recurring revenue lost: lost / recurring revenue at the start x 100.
 * Lost is what customers of the start pay less at the end, by leaving or by a smaller subscription; what others pay
 * more does not make up for it.
 *
 * <p>Unit: per cent, 0..100. Null behaviour: no data without recurring revenue at the start. n is the customers at the
 * start. Source: X5.
 */
public final class RevenueChurn extends StockMetric {
    RevenueChurn() {
        super(Define.metric(
                        "revenue_churn", Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, Definition.Better.DOWN)
                .growing()
                .sources("X5")
                .rows(RowSet.of("customer").by("subscription"))
                .done());
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.GROWTH;
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        return Figures.percent(stock.recurringLost(), stock.recurringAtStart(), stock.start());
    }

    @Override
    public boolean isOfRecurringRevenue() {
        return true;
    }
}
