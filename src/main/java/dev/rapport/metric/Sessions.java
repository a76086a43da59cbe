package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metric sessions (visits): a person's events with no gap over 30 minutes make one. A session belongs to
 * the period and channel in which it starts.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: [E10], [N18].
 */
final class Sessions extends SumMetric {
    Sessions() {
        super(
                Define.metric("sessions", Definition.Topic.SITE, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
                        .sources("E10", "N18")
                        .rows(RowSet.of("session"))
                        .done(),
                Measure.SESSIONS);
    }
}
