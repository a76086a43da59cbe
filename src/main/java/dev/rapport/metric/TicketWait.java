package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Set;

/**
 * Defines what the ticket metrics share that measure the time from a ticket's creation to something it waits for. They
 * are taken over the tickets created in the slice. The median by default; the option {@code stat} asks for the 90th
 * percentile ({@code p90}) or the mean. A ticket that has not come so far counts as still waiting (Kaplan and Meier);
 * with {@code waiting=left-out} only those that have are looked at. The mean is always of those: it cannot be told
 * while some wait.
 *
 * <p>Unit: seconds, with an order-statistic interval (with waiting tickets Brookmeyer and Crowley's; for the mean a t
 * interval). Null behaviour: no data without tickets; no value, but n, while more than half (of p90: a tenth) wait longer
 * than any other one did.
 */
public abstract sealed class TicketWait extends WaitMetric permits FirstResponseTime, ResolutionTime {
    /** What a ticket waits for. */
    public enum For {
        FIRST_RESPONSE,
        RESOLUTION
    }

    private final For awaited;
    private final String allNote;
    private final String endedNote;

    /**
     * @param allNote key of the remark that waiting tickets are counted
     * @param endedNote key of the remark that they are left out
     */
    TicketWait(String key, For awaited, String allNote, String endedNote) {
        super(Define.metric(key, Definition.Topic.SUPPORT, Definition.Unit.DURATION, Definition.Better.DOWN)
                .options(SliceOption.STAT, SliceOption.WAITING)
                .ticketParts()
                .sources("E10", "V8")
                .rows(RowSet.of("ticket").by("created"))
                .done());
        this.awaited = awaited;
        this.allNote = allNote;
        this.endedNote = endedNote;
    }

    public final For awaited() {
        return awaited;
    }

    @Override
    public Set<String> facts() {
        return Set.of("support");
    }

    @Override
    public final Figure figure(Slice slice, Waits waits) {
        return switch (stat(slice)) {
            case "mean" -> waits.meanOfEnded();
            case "p90" -> quantile(slice, waits, 0.9);
            default -> quantile(slice, waits, 0.5);
        };
    }

    private static Figure quantile(Slice slice, Waits waits, double quantile) {
        return leftOut(slice) ? waits.quantileOfEnded(quantile) : waits.quantile(quantile);
    }

    @Override
    public final List<String> notes(Slice slice, SurveyItems items) {
        boolean endedOnly = leftOut(slice) || stat(slice).equals("mean");
        return List.of("tickets_by_creation", endedOnly ? endedNote : allNote);
    }

    private static String stat(Slice slice) {
        return slice.option(SliceOption.STAT).orElse("median");
    }

    private static boolean leftOut(Slice slice) {
        return slice.option(SliceOption.WAITING).isPresent();
    }
}
