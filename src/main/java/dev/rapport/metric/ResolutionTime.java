package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Time from a ticket's creation to its resolution, over the tickets created in the slice. The median by default; the option
 * {@code stat} asks for the 90th percentile ({@code p90}) or the mean. A ticket that is not resolved counts as still
 * waiting (Kaplan and Meier); with {@code waiting=left-out} only the resolved ones are looked at. The mean is always of the
 * resolved ones: it cannot be told while some wait.
 *
 * <p>Unit: seconds, with an order-statistic interval (with open tickets Brookmeyer and Crowley's; for the mean a t
 * interval). Null behaviour: no data without tickets; no value, but n, while more than half (of p90: a tenth) wait longer
 * than any resolved one did. Source: METRICS.
 */
public final class ResolutionTime extends WaitMetric {
    ResolutionTime() {
        super(Define.metric(
                        "resolution_time", Definition.Topic.SUPPORT, Definition.Unit.DURATION, Definition.Better.DOWN)
                .options(SliceOption.STAT, SliceOption.WAITING)
                .sources("N18", "E10")
                .done());
    }

    @Override
    public Figure figure(Slice slice, Waits waits) {
        Waits counted = leftOut(slice) ? waits.withoutWaiting() : waits;
        return switch (stat(slice)) {
            case "mean" -> waits.meanOfEnded();
            case "p90" -> counted.quantile(0.9);
            default -> counted.quantile(0.5);
        };
    }

    @Override
    public List<String> notes(Slice slice, Items items) {
        List<String> notes = new ArrayList<>();
        notes.add("tickets_by_creation");
        boolean resolvedOnly = leftOut(slice) || stat(slice).equals("mean");
        notes.add(resolvedOnly ? "resolved_tickets_only" : "open_tickets_count_as_waiting");
        return notes;
    }

    private static String stat(Slice slice) {
        return slice.option(SliceOption.STAT).orElse("median");
    }

    private static boolean leftOut(Slice slice) {
        return slice.option(SliceOption.WAITING).isPresent();
    }
}
