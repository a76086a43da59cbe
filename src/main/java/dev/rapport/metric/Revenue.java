package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;

/**
 * Defines the metric revenue: the sum of the orders that were not cancelled, on the day and channel of the order.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no orders is 0. n is the number of orders. Source: METRICS.
 */
final class Revenue extends MoneyMetric {
    static final Input MONEY = Input.sum(Measure.REVENUE);
    static final Input ORDERS = Input.sum(Measure.ORDERS);

    Revenue() {
        super(
                Define.metric("revenue", Definition.Topic.CUSTOMERS, Definition.Unit.MONEY, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.PRODUCT, Dimension.CATEGORY)
                        .sources("V8")
                        .rows(RowSet.of("order").and(RowSet.of("refund")))
                        .done(),
                MONEY,
                ORDERS);
    }

    /** Of one product or category only what was spent on it. */
    @Override
    public RowSet rows(Slice slice) {
        return RowSet.ofNamed(definition().rows(), slice);
    }
}
