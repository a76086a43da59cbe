package dev.rapport.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Describes the target of one figure, and how the figure stands to it.
 *
 * @param value in the metric's unit, for the figure's period
 * @param from since when it holds
 */
public record TargetStatus(BigDecimal value, LocalDate from, TargetBound bound, State state) {
    public enum State {
        MET,
        MISSED,
        /** The period is not over, and what is still to come may decide it. */
        OPEN,
        NO_DATA;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty while it is open, and without data. */
    public Optional<Boolean> met() {
        return switch (state) {
            case MET -> Optional.of(true);
            case MISSED -> Optional.of(false);
            case OPEN, NO_DATA -> Optional.empty();
        };
    }
}
