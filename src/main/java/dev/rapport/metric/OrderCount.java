package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;

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
                        .overlappingParts(Dimension.PRODUCT, Dimension.CATEGORY)
                        .sources("V8")
                        .rows(RowSet.of("order"))
                        .done(),
                Measure.ORDERS);
    }

    /** Of one product or category only what was spent on it. */
    @Override
    public RowSet rows(Slice slice) {
        return RowSet.ofNamed(definition().rows(), slice);
    }
}
