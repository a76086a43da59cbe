package dev.rapport.metric;

/**
 * Defines the metric reopened tickets: tickets that were reopened at least once, on the day they were created.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: our own.
 */
final class ReopenedTickets extends SumMetric {
    ReopenedTickets() {
        super(
                Define.metric("reopened", Definition.Topic.SUPPORT, Definition.Unit.COUNT, Definition.Better.DOWN)
                        .ripeAfter(14)
                        .additive()
                        .ticketParts()
                        .sources("own")
                        .rows(RowSet.of("ticket").by("created").only("reopened"))
                        .done(),
                Measure.TICKETS_REOPENED);
    }
}
