package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Estimates how much a figure changes from one period to the next when nothing happens. It is taken from the
 * differences between consecutive earlier weeks, or blocks of as many weeks as the period has where there are enough of
 * them. Differences take growth, seasons and levels that wander as they are; each is measured in the unit in which its
 * variance grows:
 *
 * <ul>
 *   <li>counts, money, people: with the figure itself (quasi-Poisson), so the factor is 1 where they are Poisson;
 *   <li>ratios: with 1 / what stands below the line;
 *   <li>levels: with the time between; means: not at all.
 * </ul>
 *
 * <p>Sources: J. von Neumann, Distribution of the ratio of the mean square successive difference to the variance, Annals of
 * Mathematical Statistics 12 (1941); P. McCullagh and J. Nelder, Generalized Linear Models, 2nd ed., 4.5 (overdispersion).
 *
 * @param weeks how many earlier weeks it rests on
 * @param blockWeeks how many of them make one period
 * @param factor of the variance
 * @param freedom degrees of freedom of its estimate
 */
public record Dispersion(Aggregation aggregation, int weeks, int blockWeeks, double factor, double freedom) {
    /** With fewer earlier weeks, or blocks, nothing is judged. */
    public static final int LEAST = 8;
    /** More weeks are not looked at. */
    public static final int MOST = 52;

    /** Nor of levels, which take longer to read. */
    public static final int MOST_OF_LEVELS = 16;

    /** A week of a story counts as this many deviations at most: it must not hide the next one. */
    private static final double CAP = 4;
    /** Of a normal distribution, the deviation by the median of the absolute values. */
    private static final double BY_MEDIAN = 1.4826;
    /** Weekdays are known from 8 weeks, which adds so much to the variance of what is compared across them. */
    private static final double WEEKDAY_DOUBT = 1 + 1.0 / 8;

    /**
     * A week or a block of weeks.
     *
     * @param weight what the variance goes with
     */
    private record Block(double value, double weight) {}

    /**
     * Estimates it; empty where there is too little history.
     *
     * @param count whether single things are counted, which vary as Poisson at least
     * @param history the figures of the weeks before the period, the oldest first; of distinct people, the sum of their days
     * @param days of the period that is to be judged
     */
    public static Optional<Dispersion> of(Aggregation aggregation, boolean count, List<Figure> history, long days) {
        List<Block> weeks = weeks(aggregation, history);
        if (weeks.size() < LEAST) {
            return Optional.empty();
        }
        int each = Math.max(1, Math.round(days / 7f));
        each = weeks.size() / each < LEAST ? 1 : each;
        double[] steps = steps(aggregation, blocks(aggregation, weeks, each), each);
        boolean poisson = count && (aggregation == Aggregation.SUM || aggregation == Aggregation.DISTINCT);
        if (steps.length < LEAST - 1 && !poisson) {
            return Optional.empty();
        }
        double freedom = freedom(aggregation, Math.max(LEAST - 1, steps.length));
        double factor = meanSquare(aggregation, steps);
        return Optional.of(
                new Dispersion(aggregation, weeks.size(), each, poisson ? Math.max(1, factor) : factor, freedom));
    }

    /**
     * The same for distinct people, where it was estimated from how many came each day. A person who comes on {@code m} days
     * adds m to that sum: its variance by its mean is at least m times that of people.
     */
    public Dispersion ofPeople(double daysOfEach) {
        return new Dispersion(aggregation, weeks, blockWeeks, Math.max(1, factor / Math.max(1, daysOfEach)), freedom);
    }

    /** Those since there is data; the first of these, which may have begun within the week, where it can be done without. */
    private static List<Block> weeks(Aggregation aggregation, List<Figure> history) {
        List<Block> weeks = new ArrayList<>();
        boolean begun = false;
        for (Figure figure : history) {
            boolean ratio = aggregation == Aggregation.RATIO || aggregation == Aggregation.GROWTH;
            boolean something = figure.value()
                    .filter(value -> ratio ? figure.denominator().signum() > 0 : begunBy(value))
                    .isPresent();
            begun |= something;
            if (begun && figure.value().isPresent() && (something || !ratio)) {
                double value = figure.value().get().doubleValue();
                weeks.add(new Block(
                        value,
                        aggregation == Aggregation.RATIO ? figure.denominator().doubleValue() : 1));
            }
        }
        boolean beganWithin = weeks.size() < history.size();
        return beganWithin && weeks.size() > LEAST ? weeks.subList(1, weeks.size()) : weeks;
    }

    private static boolean begunBy(BigDecimal value) {
        return value.signum() != 0;
    }

    /** The newest weeks in blocks, the oldest block first. */
    private static List<Block> blocks(Aggregation aggregation, List<Block> weeks, int each) {
        List<Block> blocks = new ArrayList<>();
        for (int from = weeks.size() % each; from < weeks.size(); from += each) {
            List<Block> of = weeks.subList(from, from + each);
            double weight = of.stream().mapToDouble(Block::weight).sum();
            double sum = of.stream().mapToDouble(Block::value).sum();
            double weighed =
                    of.stream().mapToDouble(week -> week.value * week.weight).sum();
            blocks.add(
                    switch (aggregation) {
                        case SUM, DISTINCT, GROWTH -> new Block(sum, weight);
                        case RATIO -> new Block(weighed / weight, weight);
                        case MEAN -> new Block(sum / each, weight);
                        case LAST -> of.get(each - 1);
                    });
        }
        return blocks;
    }

    /** The differences between one block and the next, each by the root of what its variance goes with. */
    private static double[] steps(Aggregation aggregation, List<Block> blocks, int each) {
        double[] steps = new double[blocks.size() - 1];
        int found = 0;
        for (int i = 1; i < blocks.size(); i++) {
            Block one = blocks.get(i - 1);
            Block next = blocks.get(i);
            double variance = switch (aggregation) {
                case SUM, DISTINCT -> Math.abs(one.value) + Math.abs(next.value);
                case RATIO -> 1 / one.weight + 1 / next.weight;
                case MEAN -> 2;
                case LAST -> each;
                case GROWTH -> 2.0 * each;
            };
            if (variance > 0) {
                steps[found++] = (next.value - one.value) / Math.sqrt(variance);
            }
        }
        return Arrays.copyOf(steps, found);
    }

    /** A level that always grows is told from one that jumps: there the mean step is no doubt. */
    private static double meanSquare(Aggregation aggregation, double[] steps) {
        if (steps.length == 0) {
            return 0;
        }
        double mean =
                aggregation == Aggregation.LAST ? Arrays.stream(steps).average().orElse(0) : 0;
        double[] sizes =
                Arrays.stream(steps).map(step -> Math.abs(step - mean)).sorted().toArray();
        double median = (sizes[sizes.length / 2] + sizes[(sizes.length - 1) / 2]) / 2;
        double cap = median > 0 ? CAP * BY_MEDIAN * median : Double.POSITIVE_INFINITY;
        double squares = Arrays.stream(sizes)
                .map(size -> Math.min(size, cap))
                .map(size -> size * size)
                .sum();
        return squares / (aggregation == Aggregation.LAST ? Math.max(1, sizes.length - 1) : sizes.length);
    }

    /** Neighbouring differences share a week, and the newest shares one with the change that is judged. */
    private static double freedom(Aggregation aggregation, int steps) {
        return aggregation == Aggregation.LAST ? steps - 1.0 : steps * 0.6;
    }

    /**
     * How likely so large a change is when nothing happens, from both sides; negative where the change is in the direction
     * against what is left of it when the calendar is taken into account.
     */
    double p(Figure now, Figure before, ComparedFigure compared) {
        double raw = value(now) - value(before);
        double change = change(now, before, compared);
        double variance = factor * variance(now, before, compared);
        if (change * raw <= 0) {
            return 1;
        } else if (variance == 0) {
            return 0;
        }
        return 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(change) / Math.sqrt(variance));
    }

    private double change(Figure now, Figure before, ComparedFigure compared) {
        return switch (aggregation) {
            case SUM, DISTINCT -> value(now) - compared.ratio() * value(before);
            default -> value(now) - value(before) - compared.offset();
        };
    }

    private double variance(Figure now, Figure before, ComparedFigure compared) {
        double doubt = compared.days() < 7 && (compared.ratio() != 1 || compared.offset() != 0) ? WEEKDAY_DOUBT : 1;
        return switch (aggregation) {
            case SUM, DISTINCT -> doubt * compared.ratio() * (Math.abs(value(now)) + Math.abs(value(before)));
            case RATIO -> doubt * (1 / below(now) + 1 / below(before));
            case MEAN -> 2 * doubt;
            case LAST -> compared.lag() / 7.0;
            case GROWTH -> 2 * compared.days() / 7.0;
        };
    }

    private static double below(Figure figure) {
        return Math.max(figure.denominator().doubleValue(), Double.MIN_NORMAL);
    }

    private static double value(Figure figure) {
        return figure.value().orElseThrow().doubleValue();
    }
}
