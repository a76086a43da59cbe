package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric average order value: revenue / orders.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no data without orders. Source: [N18], [V8].
 */
final class AverageOrderValue implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "aov", Definition.Topic.CUSTOMERS, Definition.Unit.MONEY, Definition.Better.UP)
            .sources("N18", "V8")
            .rows(RowSet.of("order").and(RowSet.of("refund")))
            .done();

    private static final Input MONEY = Input.sum(Measure.REVENUE);
    private static final Input ORDERS = Input.sum(Measure.ORDERS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(MONEY, ORDERS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.ratio(Figures.money(inputs.get(MONEY)), inputs.get(ORDERS), inputs.count(ORDERS));
    }
}
