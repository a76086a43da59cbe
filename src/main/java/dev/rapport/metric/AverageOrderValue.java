package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;

/**
 * Defines the metric average order value: revenue / orders.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no data without orders. Source: [N18], [V8].
 */
final class AverageOrderValue extends MoneyMetric {
    AverageOrderValue() {
        super(
                Define.metric("aov", Definition.Topic.CUSTOMERS, Definition.Unit.MONEY, Definition.Better.UP)
                        .overlappingParts(Dimension.PRODUCT, Dimension.CATEGORY)
                        .sources("N18", "V8")
                        .rows(RowSet.of("order").and(RowSet.of("refund")))
                        .done(),
                Revenue.MONEY,
                Revenue.ORDERS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.ratio(
                Figures.money(inputs.get(Revenue.MONEY)), inputs.get(Revenue.ORDERS), inputs.count(Revenue.ORDERS));
    }

    /** Of one product or category only what was spent on it. */
    @Override
    public RowSet rows(Slice slice) {
        return RowSet.ofNamed(definition().rows(), slice);
    }
}
