package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Makes figures of each shape: counts, shares, ratios, means. Quotients carry 16 significant digits. */
final class Figures {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    private Figures() {}

    static Figure count(long count) {
        return Figure.of(BigDecimal.valueOf(count), count);
    }

    /** A share of observations in per cent, with Wilson's interval. */
    static Figure share(long part, long whole) {
        Figure percent = percent(part, whole);
        Optional<ConfidenceInterval> interval = Statistics.wilson(part, whole).map(of1 -> of1.times(100));
        return new Figure(percent.value(), percent.numerator(), percent.denominator(), percent.n(), interval);
    }

    /** A ratio in per cent that is no share of observations. */
    static Figure percent(long numerator, long denominator) {
        return percent(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), denominator);
    }

    static Figure percent(BigDecimal numerator, BigDecimal denominator, long n) {
        return quotient(numerator, denominator, HUNDRED, n);
    }

    static Figure ratio(BigDecimal numerator, BigDecimal denominator, long n) {
        return quotient(numerator, denominator, BigDecimal.ONE, n);
    }

    static Figure ratio(long numerator, long denominator) {
        return ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), denominator);
    }

    /** Mean of whole scores, with a t interval. */
    static Figure mean(long sum, long squares, long count) {
        Figure mean = ratio(BigDecimal.valueOf(sum), BigDecimal.valueOf(count), count);
        return new Figure(
                mean.value(), mean.numerator(), mean.denominator(), count, Statistics.mean(sum, squares, count));
    }

    private static Figure quotient(BigDecimal numerator, BigDecimal denominator, BigDecimal scale, long n) {
        if (denominator.signum() == 0) {
            return Figure.noData();
        }
        BigDecimal value = numerator.multiply(scale).divide(denominator, DIGITS);
        return new Figure(Optional.of(value), numerator, denominator, n, Optional.empty());
    }

    /** Money by something, without interval; no data when there is none of it. */
    static Figure costOf(BigDecimal money, Figure of) {
        return ratio(money, of.numerator(), of.n());
    }

    /** Money as cells keep it, in the reporting currency. */
    static BigDecimal money(BigDecimal millionths) {
        return millionths.divide(MICRO).stripTrailingZeros();
    }
}
