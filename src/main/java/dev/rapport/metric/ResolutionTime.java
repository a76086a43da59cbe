package dev.rapport.metric;

/**
 * Defines the metric resolution time: the time from a ticket's creation to its resolution. It is taken over the tickets
 * created in the slice, as {@link TicketWait} says.
 *
 * <p>Unit: seconds. Null behaviour: no data without tickets. Example: resolved after 1, 2 and 3 hours, waiting for 4: the
 * median is 2.5 hours, and 2 of the resolved ones alone. Source: METRICS.
 */
public final class ResolutionTime extends TicketWait {
    ResolutionTime() {
        super("resolution_time", For.RESOLUTION, "open_tickets_count_as_waiting", "resolved_tickets_only");
    }
}
