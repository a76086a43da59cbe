package dev.rapport.query;

import java.util.Optional;

/**
 * How a figure moved against its comparison.
 *
 * @param absolute in the metric's unit (per cent points for rates)
 * @param relative as a fraction; empty when the figure before was 0
 * @param verdict what may be said of it
 */
public record Change(double absolute, Optional<Double> relative, Verdict verdict) {
    public enum Verdict {
        BETTER,
        WORSE,
        /** Moved, but neither direction is better. */
        MOVED,
        /** The interval of the difference covers 0. */
        NO_CLEAR_CHANGE,
        SAME
    }
}
