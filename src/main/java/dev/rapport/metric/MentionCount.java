package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric mentions: how often the company or its brands were mentioned.
 *
 * <p>Unit: mentions. Null behaviour: none is 0. Source: [E10], [N18], [Q10].
 */
final class MentionCount extends SumMetric {
    MentionCount() {
        super(
                Define.metric("mentions", Definition.Topic.SOCIAL, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(
                                Dimension.NETWORK,
                                Dimension.BRAND,
                                Dimension.TOPIC,
                                Dimension.SENTIMENT,
                                Dimension.WEEKDAY_HOUR)
                        .sources("E10", "N18", "Q10")
                        .rows(RowSet.of("mention"))
                        .done(),
                Measure.MENTIONS);
    }
}
