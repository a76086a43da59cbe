package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric opens: how many of the messages that campaigns sent were opened.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. It has no persons. Source: [V8].
 */
final class OpenCount extends SumMetric {
    OpenCount() {
        super(
                Define.metric("opens", Definition.Topic.CAMPAIGNS, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.CAMPAIGN, Dimension.VARIANT)
                        .withoutPeople()
                        .sources("V8")
                        .rows(RowSet.of("campaign_day"))
                        .done(),
                Measure.OPENS);
    }
}
