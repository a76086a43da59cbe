package dev.rapport.metric;

/**
 * Defines the metric ticket volume: tickets created.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0. Source: ten engagement metrics [E10].
 */
final class TicketVolume extends SumMetric {
    TicketVolume() {
        super(
                Define.metric(
                                "ticket_volume",
                                Definition.Topic.SUPPORT,
                                Definition.Unit.COUNT,
                                Definition.Better.NEITHER)
                        .additive()
                        .ticketParts()
                        .sources("E10")
                        .rows(RowSet.of("ticket").by("created"))
                        .done(),
                Measure.TICKETS_CREATED);
    }
}
