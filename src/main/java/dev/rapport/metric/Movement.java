package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits the change of a figure into parts that add up to it, which tells why it moved.
 *
 * <p>A quotient of sums is R = sum of w x r over channels and segments, with each part's share of the denominator w and its
 * own rate r. Its change is, exactly,
 *
 * <pre>sum of (w' - w) (mean of r and r' - mean of R and R')   what came from the mix
 *    + sum of (mean of w and w') (r' - r)                    what came from the rates within</pre>
 *
 * (Kitagawa 1955, Components of a difference between two rates, JASA 50; taking the mean R away changes no sum and lets a part
 * that shrank count as a gain when its rate lies below the whole). A part that was not there before, or is not any more, has no
 * rate to compare: all of it is mix. The mix of channels is the same split over channels alone; what the mix of channel x
 * segment has beyond it is the mix of segments within channels.
 *
 * <p>A count or sum moves by the sum of what its parts moved by. People who count in several parts count once in the whole:
 * what that makes is a step of its own, so that all steps still add up. A median is no sum of parts and is not split.
 *
 * @param before in the metric's unit
 * @param now in the metric's unit
 * @param quotient whether mix and rates were told apart; else the parts are counts
 * @param steps from before to now, adding up to the change
 * @param parts of channel x segment, the largest first; with the overlap they add up to the change, too
 */
public record Movement(double before, double now, boolean quotient, List<Step> steps, List<Part> parts) {
    public enum Cause {
        /** The channels' shares. */
        CHANNEL_MIX,
        /** The segments' shares within their channels. */
        SEGMENT_MIX,
        /** The rates within each channel and segment. */
        RATES,
        /** What one channel adds to a count. */
        CHANNEL,
        /** People who count in several parts, and once in the whole. */
        OVERLAP
    }

    /** @param channel of which channel; empty unless the cause is one */
    public record Step(Cause cause, String channel, double change) {}

    /**
     * One channel x segment in both periods.
     *
     * @param moved how it moved by itself, as it is judged wherever it stands
     */
    public record Cell(String channel, String segment, Figure now, Figure before, Optional<Change> moved) {}

    /**
     * @param mix what its share made; 0 for counts
     * @param rate what its rate made; for counts, its change
     */
    public record Part(Cell cell, double mix, double rate) {
        public double total() {
            return mix + rate;
        }
    }

    public double change() {
        return now - before;
    }

    /** Empty where there is nothing to compare, or where the figure is no quotient and no sum. */
    public static Optional<Movement> between(Definition.Unit unit, Figure now, Figure before, List<Cell> cells) {
        if (now.value().isEmpty() || before.value().isEmpty() || cells.isEmpty()) {
            return Optional.empty();
        }
        if (isCount(now) && isCount(before)) {
            return Optional.of(ofCounts(now, before, cells));
        }
        double factor = factor(unit);
        boolean quotients = isQuotient(now, factor)
                && isQuotient(before, factor)
                && cells.stream().allMatch(cell -> isQuotient(cell.now, factor) && isQuotient(cell.before, factor));
        return quotients ? ofQuotients(factor, now, before, cells) : Optional.empty();
    }

    private static Movement ofCounts(Figure now, Figure before, List<Cell> cells) {
        List<Part> parts = new ArrayList<>();
        Map<String, Double> channels = new LinkedHashMap<>();
        for (Cell cell : cells) {
            double change = value(cell.now) - value(cell.before);
            parts.add(new Part(cell, 0, change));
            channels.merge(cell.channel, change, Double::sum);
        }
        List<Step> steps = new ArrayList<>();
        channels.forEach((channel, change) -> steps.add(new Step(Cause.CHANNEL, channel, change)));
        steps.sort((one, other) -> Double.compare(Math.abs(other.change), Math.abs(one.change)));
        return whole(value(before), value(now), false, steps, parts);
    }

    private static Optional<Movement> ofQuotients(double factor, Figure now, Figure before, List<Cell> cells) {
        Split joint = new Split(factor);
        Map<String, Ratio[]> channels = new LinkedHashMap<>();
        for (Cell cell : cells) {
            joint.add(Ratio.of(cell.before), Ratio.of(cell.now));
            channels.merge(cell.channel, new Ratio[] {Ratio.of(cell.before), Ratio.of(cell.now)}, (one, other) ->
                    new Ratio[] {one[0].plus(other[0]), one[1].plus(other[1])});
        }
        if (joint.isEmpty()) {
            return Optional.empty();
        }
        Split byChannel = new Split(factor);
        channels.values().forEach(pair -> byChannel.add(pair[0], pair[1]));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            parts.add(new Part(cells.get(i), joint.mix(i), joint.rate(i)));
        }
        double jointMix = parts.stream().mapToDouble(Part::mix).sum();
        double channelMix = 0;
        for (int i = 0; i < channels.size(); i++) {
            channelMix += byChannel.mix(i);
        }
        List<Step> steps = new ArrayList<>(List.of(
                new Step(Cause.CHANNEL_MIX, "", channelMix),
                new Step(Cause.SEGMENT_MIX, "", jointMix - channelMix),
                new Step(Cause.RATES, "", parts.stream().mapToDouble(Part::rate).sum())));
        return Optional.of(whole(value(before), value(now), true, steps, parts));
    }

    /** With the step that the parts leave, if they leave one. */
    private static Movement whole(double before, double now, boolean quotient, List<Step> steps, List<Part> parts) {
        double left = now - before - steps.stream().mapToDouble(Step::change).sum();
        if (Math.abs(left) > 1e-9 * Math.max(1, Math.abs(now) + Math.abs(before))) {
            steps.add(new Step(Cause.OVERLAP, "", left));
        }
        parts.sort((one, other) -> Double.compare(Math.abs(other.total()), Math.abs(one.total())));
        return new Movement(before, now, quotient, List.copyOf(steps), List.copyOf(parts));
    }

    private static boolean isCount(Figure figure) {
        return figure.denominator().compareTo(BigDecimal.ONE) == 0
                && figure.value()
                        .map(value -> value.compareTo(figure.numerator()) == 0)
                        .orElse(false);
    }

    /** Whether its value is what stands above the line by what stands below; also when nothing stands there. */
    private static boolean isQuotient(Figure figure, double factor) {
        if (figure.value().isEmpty()) {
            return figure.denominator().signum() == 0;
        }
        Ratio ratio = Ratio.of(figure);
        return ratio.below > 0 && Math.abs(ratio.rate(factor) - value(figure)) <= 1e-6 * Math.max(1, value(figure));
    }

    private static double factor(Definition.Unit unit) {
        return switch (unit) {
            case PERCENT, POINTS -> 100;
            default -> 1;
        };
    }

    private static double value(Figure figure) {
        return figure.value().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private record Ratio(double above, double below) {
        static Ratio of(Figure figure) {
            return new Ratio(
                    figure.numerator().doubleValue(), figure.denominator().doubleValue());
        }

        Ratio plus(Ratio other) {
            return new Ratio(above + other.above, below + other.below);
        }

        double rate(double factor) {
            return factor * above / below;
        }
    }

    /** Kitagawa's split over parts that are added one by one. */
    private static final class Split {
        private final double factor;
        private final List<Ratio> before = new ArrayList<>();
        private final List<Ratio> now = new ArrayList<>();
        private Ratio wholeBefore = new Ratio(0, 0);
        private Ratio wholeNow = new Ratio(0, 0);

        Split(double factor) {
            this.factor = factor;
        }

        void add(Ratio then, Ratio since) {
            before.add(then);
            now.add(since);
            wholeBefore = wholeBefore.plus(then);
            wholeNow = wholeNow.plus(since);
        }

        boolean isEmpty() {
            return wholeBefore.below == 0 || wholeNow.below == 0;
        }

        double mix(int i) {
            double middle = (wholeBefore.rate(factor) + wholeNow.rate(factor)) / 2;
            return (shareNow(i) - shareBefore(i)) * ((rateBefore(i) + rateNow(i)) / 2 - middle);
        }

        double rate(int i) {
            return (shareNow(i) + shareBefore(i)) / 2 * (rateNow(i) - rateBefore(i));
        }

        private double shareBefore(int i) {
            return before.get(i).below / wholeBefore.below;
        }

        private double shareNow(int i) {
            return now.get(i).below / wholeNow.below;
        }

        private double rateBefore(int i) {
            return rate(before.get(i), now.get(i));
        }

        private double rateNow(int i) {
            return rate(now.get(i), before.get(i));
        }

        /** Without one of its own, the rate of the other period: the part only came or went. */
        private double rate(Ratio own, Ratio other) {
            if (own.below > 0) {
                return own.rate(factor);
            }
            return other.below > 0 ? other.rate(factor) : 0;
        }
    }
}
