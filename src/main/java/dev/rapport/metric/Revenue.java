package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric revenue: the sum of the orders that were not cancelled, on the day and channel of the order.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no orders is 0. n is the number of orders. Source: METRICS.
 */
final class Revenue implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "revenue", Definition.Topic.CUSTOMERS, Definition.Unit.MONEY, Definition.Better.UP)
            .additive()
            .sources("V8")
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
        return Figure.of(Figures.money(inputs.get(MONEY)), inputs.count(ORDERS));
    }
}
