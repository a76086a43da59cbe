package dev.rapport.bench.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded chance. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    long bits() {
        return random.nextLong();
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Skewed as waiting times are; sigma 1 spreads the middle two thirds from a third to three times the median. */
    double lognormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    int of(Weights weights) {
        return weights.index(random.nextDouble(), weights.size());
    }

    /** The same, of the first ones only. */
    int of(Weights weights, int first) {
        return weights.index(random.nextDouble(), first);
    }

    /** Alternatives, each as likely as its weight says. */
    static final class Weights {
        private final double[] sums;

        Weights(double... weights) {
            sums = weights.clone();
            Arrays.parallelPrefix(sums, Double::sum);
        }

        /** The n-th of so many, as words and pages are used: in inverse proportion to a power of their rank. */
        static Weights zipf(int size, double power) {
            double[] weights = new double[size];
            Arrays.setAll(weights, i -> Math.pow(i + 1.0, -power));
            return new Weights(weights);
        }

        int size() {
            return sums.length;
        }

        private int index(double fraction, int first) {
            int found = Arrays.binarySearch(sums, 0, first, fraction * sums[first - 1]);
            return Math.min(first - 1, found < 0 ? -found - 1 : found + 1);
        }
    }
}
