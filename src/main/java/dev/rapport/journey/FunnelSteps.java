package dev.rapport.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the funnel steps as they are now.
 *
 * @param windowDays in how many days after the first all must be taken
 */
public record FunnelSteps(List<Step> steps, int windowDays) {
    private static final int HOURS = 24;

    /** @param pattern of a page's path, or an event's name; empty for other kinds */
    public record Step(String name, String kind, Optional<String> pattern) {}

    static FunnelSteps read(Connection connection) throws SQLException {
        List<Step> steps = new ArrayList<>();
        int days = 0;
        try (var statement = connection.prepareStatement("""
                select journey_window_days, name, kind, pattern
                from settings left join journey_step on true
                order by position, journey_step.id
                """);
                var row = statement.executeQuery()) {
            while (row.next()) {
                days = row.getInt(1);
                if (row.getString(2) != null) {
                    steps.add(new Step(row.getString(2), row.getString(3), Optional.ofNullable(row.getString(4))));
                }
            }
        }
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
