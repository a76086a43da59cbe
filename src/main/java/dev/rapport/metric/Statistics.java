package dev.rapport.metric;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Computes the catalogue's 95 % intervals. All answer empty where there is too little to say anything. */
final class Statistics {
    /** 97.5 % point of the normal distribution. */
    static final double Z95 = 1.959963984540054;

    private Statistics() {}

    /**
     * Wilson's score interval for a proportion, as fractions of 1.
     *
     * <p>centre = (p + z²/2n) / (1 + z²/n), half width = z / (1 + z²/n) x sqrt(p(1 - p)/n + z²/4n²).
     *
     * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
     *
     * @return empty for n = 0 or when there are more successes than trials
     */
    static Optional<ConfidenceInterval> wilson(double successes, double n) {
        if (n <= 0 || successes < 0 || successes > n) {
            return Optional.empty();
        }
        double p = successes / n;
        double z2 = Z95 * Z95;
        double scale = 1 + z2 / n;
        double centre = (p + z2 / (2 * n)) / scale;
        double half = Z95 / scale * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        // At the ends the bound is exact; rounding must not put it a hair outside.
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == n ? 1 : Math.min(1, centre + half);
        return Optional.of(new ConfidenceInterval(low, high));
    }

    /**
     * Newcombe's interval for the difference of two proportions (second minus first), as fractions of 1: from the two Wilson
     * intervals by squaring and adding, so that it stays within [-1, 1] and holds for few observations, too.
     *
     * <p>Source: R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
     * Medicine 17 (1998), method 10.
     *
     * @return empty where one of the proportions has no interval
     */
    static Optional<ConfidenceInterval> difference(double successes1, double n1, double successes2, double n2) {
        return wilson(successes1, n1)
                .flatMap(one -> wilson(successes2, n2).map(two -> {
                    double p1 = successes1 / n1;
                    double p2 = successes2 / n2;
                    return new ConfidenceInterval(
                            p2 - p1 - Math.hypot(p2 - two.low(), one.high() - p1),
                            p2 - p1 + Math.hypot(two.high() - p2, p1 - one.low()));
                }));
    }

    /**
     * The two-sided p-value of the two-proportion z test: z = (p2 - p1) / sqrt(p(1 - p)(1/n1 + 1/n2)), p of both together.
     *
     * @return empty where one has no observations, or both together nothing but successes or failures
     */
    static OptionalDouble twoProportions(double successes1, double n1, double successes2, double n2) {
        double pooled = (successes1 + successes2) / (n1 + n2);
        if (n1 <= 0 || n2 <= 0 || successes1 > n1 || successes2 > n2 || pooled <= 0 || pooled >= 1) {
            return OptionalDouble.empty();
        }
        double z = (successes2 / n2 - successes1 / n1) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        return OptionalDouble.of(2 * new NormalDistribution().cumulativeProbability(-Math.abs(z)));
    }

    /**
     * The exact two-sided p-value of so many successes where each trial has the probability: twice the smaller tail. It holds
     * where few are expected, too.
     *
     * @return 1 where nothing can be told
     */
    static double binomial(long successes, long n, double probability) {
        if (n <= 0 || n > Integer.MAX_VALUE || probability <= 0 || probability >= 1) {
            return 1;
        }
        BinomialDistribution tried = new BinomialDistribution((int) n, probability);
        double atMost = tried.cumulativeProbability((int) successes);
        double atLeast = successes == 0 ? 1 : 1 - tried.cumulativeProbability((int) successes - 1);
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    /**
     * Normal interval of the mean of +1 (promoters), 0 and -1 (detractors), as fractions of 1, within [-1, 1]:
     * s = (P - D)/n, half width = z x sqrt(((P + D)/n - s²)/n).
     */
    static Optional<ConfidenceInterval> netScore(double promoters, double detractors, double n) {
        if (n <= 0) {
            return Optional.empty();
        }
        double score = (promoters - detractors) / n;
        double variance = Math.max(0, (promoters + detractors) / n - score * score);
        double half = Z95 * Math.sqrt(variance / n);
        return Optional.of(new ConfidenceInterval(Math.max(-1, score - half), Math.min(1, score + half)));
    }

    /**
     * Student's t interval of a mean: m ± t(n - 1) x s / sqrt(n), with s² = (Σx² - (Σx)²/n) / (n - 1).
     *
     * @return empty for n < 2
     */
    static Optional<ConfidenceInterval> mean(double sum, double squares, long n) {
        if (n < 2) {
            return Optional.empty();
        }
        double mean = sum / n;
        double variance = Math.max(0, (squares - sum * sum / n) / (n - 1));
        double t = new TDistribution(n - 1.0).inverseCumulativeProbability(0.975);
        double half = t * Math.sqrt(variance / n);
        return Optional.of(new ConfidenceInterval(mean - half, mean + half));
    }

    /** Ranks, from 1, of the ordered observations that enclose a quantile. */
    record Ranks(int low, int high) {}

    /**
     * The distribution-free interval of a quantile: how many of n observations lie below it is binomial(n, q), so the
     * observations of ranks l and u enclose it when less than 2.5 % of that distribution lies below l and at least
     * 97.5 % below u.
     *
     * <p>Source: W. J. Conover, Practical Nonparametric Statistics, 3rd ed., 3.2.
     *
     * @return empty when n is too small for 95 % (five or fewer for a median)
     */
    static Optional<Ranks> quantileRanks(int n, double quantile) {
        if (n == 0) {
            return Optional.empty();
        }
        BinomialDistribution below = new BinomialDistribution(n, quantile);
        int low = below.inverseCumulativeProbability(0.025);
        int high = below.inverseCumulativeProbability(0.975) + 1;
        return low >= 1 && high <= n ? Optional.of(new Ranks(low, high)) : Optional.empty();
    }
}
