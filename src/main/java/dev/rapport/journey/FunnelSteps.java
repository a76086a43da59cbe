package dev.rapport.journey;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Holds the funnel steps as they are now.
 *
 * @param windowDays in how many days after the first all must be taken
 */
public record FunnelSteps(List<Step> steps, int windowDays) {
    private static final int HOURS = 24;

    /** @param pattern of a page's path, or an event's name; empty for other kinds */
    public record Step(String name, String kind, Optional<String> pattern) {}

    static FunnelSteps read(Handle handle) {
        int days = handle.select("select journey_window_days from settings")
                .mapTo(Integer.class)
                .one();
        List<Step> steps = handle.select("select name, kind, pattern from journey_step order by position, id")
                .map((row, context) ->
                        new Step(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))))
                .list();
        return new FunnelSteps(List.copyOf(steps), days);
    }

    int windowHours() {
        return windowDays * HOURS;
    }

    long windowMicros() {
        return windowHours() * 3_600_000_000L;
    }

    /** Bit k for each step k of the kind. */
    int mask(String kind) {
        int mask = 0;
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).kind().equals(kind)) {
                mask |= 1 << step;
            }
        }
        return mask;
    }

    boolean startsWith(String kind) {
        return !steps.isEmpty() && steps.get(0).kind().equals(kind);
    }
}
