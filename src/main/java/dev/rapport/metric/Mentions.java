package dev.rapport.metric;

import dev.rapport.slice.Part;

/**
 * How often the company or its brands were mentioned.
 *
 * <p>Unit: mentions. Null behaviour: none is 0. Source: ten engagement metrics [E10].
 */
final class Mentions extends SumMetric {
    Mentions() {
        super(
                Define.metric("mentions", Definition.Topic.SOCIAL, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Part.NETWORK, Part.BRAND, Part.TOPIC, Part.SENTIMENT, Part.WEEKDAY_HOUR)
                        .sources("E10", "N18")
                        .done(),
                Measure.MENTIONS);
    }
}
