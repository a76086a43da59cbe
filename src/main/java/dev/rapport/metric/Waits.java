package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;

/** Waiting times, in milliseconds: of what has ended, and of what still goes on after so long. */
public final class Waits {
    private long[] ended = new long[16];
    private long[] waiting = new long[4];
    private int endedCount;
    private int waitingCount;
    private boolean sorted;

    public void addEnded(long millis) {
        sorted = false;
        if (endedCount == ended.length) {
            ended = Arrays.copyOf(ended, endedCount * 2);
        }
        ended[endedCount++] = millis;
    }

    public void addWaiting(long millis) {
        sorted = false;
        if (waitingCount == waiting.length) {
            waiting = Arrays.copyOf(waiting, waitingCount * 2);
        }
        waiting[waitingCount++] = millis;
    }

    int endedCount() {
        return endedCount;
    }

    Waits withoutWaiting() {
        sort();
        Waits only = new Waits();
        only.ended = Arrays.copyOf(ended, Math.max(1, endedCount));
        only.endedCount = endedCount;
        only.sorted = true;
        return only;
    }

    /**
     * Mean of what has ended, in seconds, with a t interval; what still waits is left out, so it is too good while much
     * waits.
     */
    Figure meanOfEnded() {
        if (endedCount == 0) {
            return Figure.noData();
        }
        long sum = 0;
        double shift = ended[0];
        double sumOfShifted = 0;
        double squares = 0;
        for (int i = 0; i < endedCount; i++) {
            sum = Math.addExact(sum, ended[i]);
            // Squares around one of the values, so that they do not drown the differences.
            sumOfShifted += ended[i] - shift;
            squares += (ended[i] - shift) * (ended[i] - shift);
        }
        BigDecimal seconds = BigDecimal.valueOf(sum).movePointLeft(3);
        BigDecimal count = BigDecimal.valueOf(endedCount);
        Optional<Interval> interval = Statistics.mean(sumOfShifted, squares, endedCount)
                .map(around -> new Interval((around.low() + shift) / 1000, (around.high() + shift) / 1000));
        return new Figure(
                Optional.of(seconds.divide(count, MathContext.DECIMAL64)), seconds, count, endedCount, interval);
    }

    /**
     * A quantile in seconds, by Kaplan and Meier's estimate. The numerator is how many have ended, the denominator (and n)
     * how many there are. No value when so many still wait that the quantile is not reached.
     *
     * @param quantile between 0 and 1; 0.5 is the median
     */
    Figure quantile(double quantile) {
        int all = endedCount + waitingCount;
        if (all == 0) {
            return Figure.noData();
        }
        sort();
        long[] ends = Arrays.copyOf(ended, endedCount);
        long[] waits = Arrays.copyOf(waiting, waitingCount);
        KaplanMeier estimate = new KaplanMeier(ends, waits, 1 - quantile);
        return new Figure(
                estimate.value(),
                BigDecimal.valueOf(endedCount),
                BigDecimal.valueOf(all),
                all,
                waitingCount == 0 ? ordered(ends, quantile) : estimate.interval());
    }

    /** Once for all quantiles that are asked for. */
    private void sort() {
        if (!sorted) {
            Arrays.sort(ended, 0, endedCount);
            Arrays.sort(waiting, 0, waitingCount);
            sorted = true;
        }
    }

    private static Optional<Interval> ordered(long[] ends, double quantile) {
        return Statistics.quantileRanks(ends.length, quantile)
                .map(ranks -> new Interval(ends[ranks.low() - 1] / 1000.0, ends[ranks.high() - 1] / 1000.0));
    }
}
