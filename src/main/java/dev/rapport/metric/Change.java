package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Describes how a figure moved against its comparison.
 *
 * @param absolute in the metric's unit (per cent points for rates)
 * @param relative as a fraction of the figure before; empty when that was 0
 * @param verdict what may be said of it
 * @param p how likely so large a change is when nothing happens; empty where that cannot be told
 * @param dispersion over earlier weeks that it was judged by; empty where the figures' own intervals decided
 */
public record Change(
        double absolute,
        Optional<Double> relative,
        Verdict verdict,
        Optional<Double> p,
        Optional<Dispersion> dispersion) {
    public enum Verdict {
        BETTER,
        WORSE,
        /** Moved, but neither direction is better. */
        MOVED,
        /** The interval of the difference covers 0. */
        NO_CLEAR_CHANGE,
        SAME,
        /** Of counts, money and the like: fewer than 8 earlier weeks to know their spread from. */
        TOO_LITTLE_HISTORY,
        /** What it is held against lies before the first data, for the most part: nothing is said. */
        NO_DATA_BEFORE,
        /** What was counted lately still changes of itself: tickets can still be reopened. */
        TOO_EARLY
    }

    private static final double CLEAR = 0.05;

    /** Compares two figures that carry intervals; others, without their history, are not judged. */
    public static Optional<Change> between(Definition.Unit unit, Definition.Better better, Figure now, Figure before) {
        return between(unit, better, now, before, Optional.empty(), ComparedFigure.alike(7));
    }

    /**
     * Compares two figures of one metric; empty when either has no data.
     *
     * <p>Whether the change is clear is decided at 95 % by the interval of the difference:
     * <ul>
     *   <li>figures with intervals: the square-and-add rule of Newcombe (1998, method 10), which takes the interval of the
     *       difference from the two intervals. With Wilson intervals it is his interval for two proportions, with normal
     *       ones (NPS) the usual normal interval; it also serves medians (Zou and Donner 2008). Where earlier weeks are known
     *       and vary more than that, they decide;
     *   <li>means of a scale: Welch's t interval, and the same;
     *   <li>all else (counts, people, money, ratios of sums) by its own {@link Dispersion} over the earlier weeks.
     * </ul>
     *
     * @param unit of the metric
     * @param better which direction is good for it
     * @param dispersion of the figure over earlier weeks; empty where there are too few
     * @param compared how the two periods differ by the calendar
     */
    public static Optional<Change> between(
            Definition.Unit unit,
            Definition.Better better,
            Figure now,
            Figure before,
            Optional<Dispersion> dispersion,
            ComparedFigure compared) {
        if (now.value().isEmpty() || before.value().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal difference = now.value().get().subtract(before.value().get());
        double base = before.value().get().doubleValue();
        Optional<Double> relative =
                base == 0 ? Optional.empty() : Optional.of(difference.doubleValue() / Math.abs(base));
        Optional<Double> p = difference.signum() == 0
                ? Optional.of(1.0)
                : p(unit, now, before, dispersion.map(known -> known.p(now, before, compared)));
        return Optional.of(
                new Change(difference.doubleValue(), relative, verdict(better, difference.signum(), p), p, dispersion));
    }

    /** The difference from a time of which there is no data, or less than half: it is told, and not judged. */
    public static Optional<Change> fromNothing(Figure now, Figure before) {
        return told(now, before, Verdict.NO_DATA_BEFORE);
    }

    /** The difference of a figure that still changes of itself: it is told, and not judged. */
    public static Optional<Change> tooEarly(Figure now, Figure before) {
        return told(now, before, Verdict.TOO_EARLY);
    }

    private static Optional<Change> told(Figure now, Figure before, Verdict why) {
        return now.value()
                .flatMap(value -> before.value()
                        .map(then -> new Change(
                                value.subtract(then).doubleValue(),
                                Optional.empty(),
                                why,
                                Optional.empty(),
                                Optional.empty())));
    }

    private static Verdict verdict(Definition.Better better, int direction, Optional<Double> p) {
        if (direction == 0) {
            return Verdict.SAME;
        } else if (p.isEmpty()) {
            return Verdict.TOO_LITTLE_HISTORY;
        } else if (p.get() >= CLEAR) {
            return Verdict.NO_CLEAR_CHANGE;
        }
        return switch (better) {
            case NEITHER -> Verdict.MOVED;
            case UP -> direction > 0 ? Verdict.BETTER : Verdict.WORSE;
            case DOWN -> direction < 0 ? Verdict.BETTER : Verdict.WORSE;
        };
    }

    private static Optional<Double> p(Definition.Unit unit, Figure now, Figure before, Optional<Double> byHistory) {
        if (now.interval().isEmpty() || before.interval().isEmpty()) {
            return byHistory;
        }
        double byInterval = unit == Definition.Unit.SCORE ? pByWelch(now, before) : pBySquareAndAdd(now, before);
        return Optional.of(Math.max(byInterval, byHistory.orElse(0.0)));
    }

    private static double pBySquareAndAdd(Figure now, Figure before) {
        Figure high = value(now) > value(before) ? now : before;
        Figure low = high == now ? before : now;
        double difference = value(high) - value(low);
        double doubt = Math.hypot(
                value(high) - high.interval().orElseThrow().low(),
                low.interval().orElseThrow().high() - value(low));
        return doubt == 0
                ? 0
                : 2 * new NormalDistribution().cumulativeProbability(-Statistics.Z95 * difference / doubt);
    }

    private static double pByWelch(Figure now, Figure before) {
        double one = squaredError(now);
        double other = squaredError(before);
        if (one + other == 0) {
            return 0;
        }
        double freedom = Math.pow(one + other, 2) / (one * one / (now.n() - 1) + other * other / (before.n() - 1));
        double t = Math.abs(value(now) - value(before)) / Math.sqrt(one + other);
        return 2 * new TDistribution(freedom).cumulativeProbability(-t);
    }

    /** The squared standard error of a mean, from its t interval. */
    private static double squaredError(Figure mean) {
        ConfidenceInterval interval = mean.interval().orElseThrow();
        double half = (interval.high() - interval.low()) / 2;
        double t = new TDistribution(mean.n() - 1.0).inverseCumulativeProbability(0.975);
        return half * half / (t * t);
    }

    private static double value(Figure figure) {
        return figure.value().orElseThrow().doubleValue();
    }
}
