package dev.rapport.metric;

/**
 * Defines the metric customer acquisition cost: {@link Spend} / {@link NewCustomers} of the same slice, however they
 * came.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no data without new customers, or where no spend is on record. n
 * is the number of new customers. Example: 5,000 spent, 100 new customers: 50 each. Source: [E10], [N18], [X5], [V8], [Q10].
 */
final class AcquisitionCost extends CostMetric {
    AcquisitionCost() {
        super(
                Define.metric("cac", Definition.Topic.CAMPAIGNS, Definition.Unit.MONEY, Definition.Better.DOWN)
                        .withoutPeople()
                        .sources("E10", "N18", "X5", "V8", "Q10")
                        .rows(RowSet.of("spend").and(RowSet.of("customer").only("new")))
                        .done(),
                new NewCustomers());
    }
}
