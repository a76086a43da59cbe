package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Holds waiting times, in milliseconds: of what has ended, and of what still goes on after so long. */
public final class Waits {
    private static final Times NOBODY = Times.of();

    private final Times ended;
    private final Times waiting = Times.of();

    public Waits() {
        this(0);
    }

    /** @param expected how many may have ended; there may be more */
    public Waits(int expected) {
        ended = new Times(expected);
    }

    public void addEnded(long millis) {
        ended.add(millis);
    }

    /** The same, so many times. */
    public void addEnded(long millis, int times) {
        for (int i = 0; i < times; i++) {
            ended.add(millis);
        }
    }

    /** How many have ended. */
    public int ended() {
        return ended.count();
    }

    public void addWaiting(long millis) {
        waiting.add(millis);
    }

    /**
     * Mean of what has ended, in seconds, with a t interval; what still waits is left out, so it is too good while much
     * waits.
     */
    Figure meanOfEnded() {
        if (ended.count() == 0) {
            return Figure.noData();
        }
        long sum = 0;
        double shift = ended.at(0);
        double sumOfShifted = 0;
        double squares = 0;
        for (int i = 0; i < ended.count(); i++) {
            sum = Math.addExact(sum, ended.at(i));
            // Squares around one of the values, so that they do not drown the differences.
            double shifted = ended.at(i) - shift;
            sumOfShifted += shifted;
            squares += shifted * shifted;
        }
        BigDecimal seconds = BigDecimal.valueOf(sum).movePointLeft(3);
        BigDecimal count = BigDecimal.valueOf(ended.count());
        Optional<ConfidenceInterval> interval = Statistics.mean(sumOfShifted, squares, ended.count())
                .map(around -> new ConfidenceInterval((around.low() + shift) / 1000, (around.high() + shift) / 1000));
        return new Figure(
                Optional.of(seconds.divide(count, MathContext.DECIMAL64)), seconds, count, ended.count(), interval);
    }

    /**
     * A quantile in seconds, by Kaplan and Meier's estimate. The numerator is how many have ended, the denominator (and n)
     * how many there are. No value when so many still wait that the quantile is not reached.
     *
     * @param quantile between 0 and 1; 0.5 is the median
     */
    Figure quantile(double quantile) {
        return quantile(waiting.sorted(), quantile);
    }

    /** A quantile of what has ended, as if nothing waited. */
    Figure quantileOfEnded(double quantile) {
        return quantile(NOBODY, quantile);
    }

    private Figure quantile(Times counted, double quantile) {
        int all = ended.count() + counted.count();
        if (all == 0) {
            return Figure.noData();
        }
        KaplanMeier estimate = new KaplanMeier(ended.sorted(), counted, 1 - quantile);
        return new Figure(
                estimate.value(),
                BigDecimal.valueOf(ended.count()),
                BigDecimal.valueOf(all),
                all,
                counted.count() == 0 ? ordered(ended, quantile) : estimate.interval());
    }

    private static Optional<ConfidenceInterval> ordered(Times ends, double quantile) {
        return Statistics.quantileRanks(ends.count(), quantile)
                .map(ranks ->
                        new ConfidenceInterval(ends.at(ranks.low() - 1) / 1000.0, ends.at(ranks.high() - 1) / 1000.0));
    }
}
