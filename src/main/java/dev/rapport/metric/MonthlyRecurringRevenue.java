package dev.rapport.metric;

import dev.rapport.slice.Slice;

/**
 * Defines the metric monthly recurring revenue: what the subscriptions that run at the end of the period (or now) pay a
 * month.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no running subscription is 0. n is the customers at the end.
 * Source: METRICS.
 */
public final class MonthlyRecurringRevenue extends StockMetric {
    MonthlyRecurringRevenue() {
        super(Define.metric("mrr", Definition.Topic.CUSTOMERS, Definition.Unit.MONEY, Definition.Better.UP)
                .sources("X5")
                .rows(RowSet.of("customer").by("subscription"))
                .done());
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        return Figure.of(stock.recurringAtEnd(), stock.end());
    }

    @Override
    public boolean isOfRecurringRevenue() {
        return true;
    }
}
