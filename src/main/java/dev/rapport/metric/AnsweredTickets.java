package dev.rapport.metric;

/**
 * Defines the metric answered tickets: tickets that a person first replied to, on the day of that reply, whenever they had
 * been created. Held against tickets created in the same hours it tells when more is asked than is answered.
 *
 * <p>Unit: count. Null behaviour: nothing counted is 0; a ticket of which nobody knows when a person replied is in none.
 * Example: created on Monday at 23:50 and replied to on Tuesday at 0:10, it is one of Tuesday. Source: [E10].
 */
final class AnsweredTickets extends SumMetric {
    AnsweredTickets() {
        super(
                Define.metric("answered_tickets", Definition.Topic.SUPPORT, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .ticketParts()
                        .sources("E10")
                        .rows(RowSet.of("ticket").by("first_response").only("answered"))
                        .done(),
                Measure.TICKETS_ANSWERED);
    }
}
