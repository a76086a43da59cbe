package dev.rapport.metric;

/**
 * Defines the metric first response time: the time from a ticket's creation to the first reply of a person. It is taken
 * over the tickets created in the slice, as {@link TicketWait} says. A ticket that was resolved without a reply waited
 * until then, and never got one: it counts as waiting for that long.
 *
 * <p>Unit: seconds. Null behaviour: no data without tickets. Example: answered after 1 and 2 hours, waiting for 3, 4 and 5:
 * no median yet, and 1.5 hours of the answered ones alone. Source: METRICS.
 */
public final class FirstResponseTime extends TicketWait {
    FirstResponseTime() {
        super(
                "first_response_time",
                For.FIRST_RESPONSE,
                "unanswered_tickets_count_as_waiting",
                "answered_tickets_only");
    }
}
