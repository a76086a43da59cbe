package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric spend: what campaigns cost, by the figures of each reporting day.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: nothing spent is 0. n is the number of daily figures that say
 * what was spent. It has no persons, so it is not told apart by segment. Source: [E10], [V8].
 */
final class Spend extends MoneyMetric {
    Spend() {
        super(
                Define.metric("spend", Definition.Topic.CAMPAIGNS, Definition.Unit.MONEY, Definition.Better.DOWN)
                        .additive()
                        .parts(Dimension.CAMPAIGN, Dimension.VARIANT)
                        .withoutPeople()
                        .sources("E10", "V8")
                        .rows(RowSet.of("campaign_day"))
                        .done(),
                Input.sum(Measure.SPEND),
                Input.sum(Measure.SPEND_DAYS));
    }
}
