package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric campaign acquisition cost: {@link Spend} / {@link AcquiredCustomers}. It is what a customer cost
 * whom a campaign brought.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: no data where a campaign brought nobody, or no spend is on
 * record. n is the number of those customers. Source: [N18], [V8].
 */
final class CampaignAcquisitionCost extends CostMetric {
    CampaignAcquisitionCost() {
        super(
                Define.metric("campaign_cac", Definition.Topic.CAMPAIGNS, Definition.Unit.MONEY, Definition.Better.DOWN)
                        .parts(Dimension.CAMPAIGN)
                        .withoutPeople()
                        .sources("N18", "V8")
                        .rows(RowSet.of("spend").and(RowSet.of("acquired_customer")))
                        .done(),
                new AcquiredCustomers());
    }
}
