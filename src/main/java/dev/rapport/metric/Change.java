package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How a figure moved against its comparison.
 *
 * @param absolute in the metric's unit (per cent points for rates)
 * @param relative as a fraction of the figure before; empty when that was 0
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

    /**
     * Compares two figures of one metric; empty when either has no data.
     *
     * <p>Whether the change is clear is decided at 95 % by the interval of the difference:
     * <ul>
     *   <li>figures with intervals: the square-and-add rule of Newcombe (1998, method 10), which takes the interval of the
     *       difference from the two intervals. With Wilson intervals it is his interval for two proportions, with normal
     *       ones (NPS) the usual normal interval; it also serves medians (Zou and Donner 2008);
     *   <li>means of a scale: Welch's t interval;
     *   <li>counts: both are taken as Poisson, so a difference within 1.96 x sqrt(now + before) is not clear;
     *   <li>all else (money, ratios of sums) is counted, not sampled: every change is clear.
     * </ul>
     *
     * @param unit of the metric
     * @param better which direction is good for it
     */
    public static Optional<Change> between(Definition.Unit unit, Definition.Better better, Figure now, Figure before) {
        if (now.value().isEmpty() || before.value().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal difference = now.value().get().subtract(before.value().get());
        double base = before.value().get().doubleValue();
        Optional<Double> relative =
                base == 0 ? Optional.empty() : Optional.of(difference.doubleValue() / Math.abs(base));
        return Optional.of(new Change(
                difference.doubleValue(), relative, verdict(unit, better, now, before, difference.signum())));
    }

    private static Verdict verdict(
            Definition.Unit unit, Definition.Better better, Figure now, Figure before, int direction) {
        if (direction == 0) {
            return Verdict.SAME;
        } else if (!clear(unit, now, before)) {
            return Verdict.NO_CLEAR_CHANGE;
        }
        return switch (better) {
            case NEITHER -> Verdict.MOVED;
            case UP -> direction > 0 ? Verdict.BETTER : Verdict.WORSE;
            case DOWN -> direction < 0 ? Verdict.BETTER : Verdict.WORSE;
        };
    }

    private static boolean clear(Definition.Unit unit, Figure now, Figure before) {
        if (now.interval().isPresent() && before.interval().isPresent()) {
            return unit == Definition.Unit.SCORE ? clearByWelch(now, before) : clearBySquareAndAdd(now, before);
        } else if (unit == Definition.Unit.COUNT) {
            return Math.abs(value(now) - value(before)) > Statistics.Z95 * Math.sqrt(value(now) + value(before));
        }
        return true;
    }

    private static boolean clearBySquareAndAdd(Figure now, Figure before) {
        Figure high = value(now) > value(before) ? now : before;
        Figure low = high == now ? before : now;
        double difference = value(high) - value(low);
        double doubt = Math.hypot(
                value(high) - high.interval().orElseThrow().low(),
                low.interval().orElseThrow().high() - value(low));
        return difference > doubt;
    }

    private static boolean clearByWelch(Figure now, Figure before) {
        double one = squaredError(now);
        double other = squaredError(before);
        if (one + other == 0) {
            return true;
        }
        double freedom = Math.pow(one + other, 2) / (one * one / (now.n() - 1) + other * other / (before.n() - 1));
        double t = new TDistribution(freedom).inverseCumulativeProbability(0.975);
        return Math.abs(value(now) - value(before)) > t * Math.sqrt(one + other);
    }

    /** The squared standard error of a mean, from its t interval. */
    private static double squaredError(Figure mean) {
        Interval interval = mean.interval().orElseThrow();
        double half = (interval.high() - interval.low()) / 2;
        double t = new TDistribution(mean.n() - 1.0).inverseCumulativeProbability(0.975);
        return half * half / (t * t);
    }

    private static double value(Figure figure) {
        return figure.value().orElseThrow().doubleValue();
    }
}
