package dev.rapport.metric;

/**
 * Defines the metric orders: orders that were not cancelled, on the day of their first line.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: METRICS.
 */
final class OrderCount extends SumMetric {
    OrderCount() {
        super(
                Define.metric("orders", Definition.Topic.CUSTOMERS, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .sources("V8")
                        .rows(RowSet.of("order"))
                        .done(),
                Measure.ORDERS);
    }
}
