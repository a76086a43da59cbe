package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric purchase frequency: orders / distinct people who ordered, in the slice.
 *
 * <p>Unit: ratio, from 1. Null behaviour: no data without buyers. Source: [N18], [V8].
 */
final class PurchaseFrequency implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "purchase_frequency", Definition.Topic.CUSTOMERS, Definition.Unit.RATIO, Definition.Better.UP)
            .growing()
            .sources("N18", "V8")
            .rows(RowSet.of("order"))
            .done();

    private static final Input ORDERS = Input.sum(Measure.ORDERS);
    private static final Input BUYERS = Input.people(Measure.ORDERS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(ORDERS, BUYERS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.ratio(inputs.count(ORDERS), inputs.count(BUYERS));
    }
}
