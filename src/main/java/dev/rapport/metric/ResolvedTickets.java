package dev.rapport.metric;

import dev.rapport.slice.Part;

/**
 * Tickets resolved, on the day they were resolved, whenever they had been created.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: METRICS.
 */
final class ResolvedTickets extends SumMetric {
    ResolvedTickets() {
        super(
                Define.metric("resolved_tickets", Definition.Topic.SUPPORT, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Part.ISSUE_TYPE)
                        .sources("N18")
                        .done(),
                Measure.TICKETS_RESOLVED);
    }
}
