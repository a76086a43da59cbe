package dev.rapport.metric;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Holds a value together with the numerator, denominator, number of observations and interval behind it. An empty value
 * means "no data" (nothing to divide by), never zero.
 *
 * @param value in the metric's unit: rates and scores in per cent points (0..100, NPS -100..100), durations in seconds, money
 *     in the reporting currency
 * @param numerator what stands above the line, for counts the count itself
 * @param denominator what stands below; 1 for plain counts
 * @param n how many observations the value rests on; below 30 it is shown muted
 * @param interval 95 % confidence interval where the value is a sample statistic
 */
public record Figure(
        Optional<BigDecimal> value,
        BigDecimal numerator,
        BigDecimal denominator,
        long n,
        Optional<ConfidenceInterval> interval) {
    public static final long FEW = 30;

    public static Figure noData() {
        return new Figure(Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, 0, Optional.empty());
    }

    /** A plain count or sum. */
    public static Figure of(BigDecimal sum, long n) {
        return new Figure(Optional.of(sum), sum, BigDecimal.ONE, n, Optional.empty());
    }

    public boolean hasFew() {
        return n < FEW;
    }
}
