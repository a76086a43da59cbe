package dev.rapport.demo.data;

import java.util.List;
import java.util.SplittableRandom;

/** Gives seeded random numbers. Every person has their own, so that the order of simulation changes nothing. */
final class SeededRandom {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final SplittableRandom random;

    SeededRandom(long seed, long who) {
        // Mixed, since neighbouring seeds of a splittable generator give alike first numbers.
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ new SplittableRandom(who).nextLong());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Skewed as waiting times are; sigma 1 spreads the middle two thirds from a third to three times the median. */
    double lognormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** An index, each as likely as its weight says. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** 128 random bits as a UUID is written. */
    String uuid() {
        char[] text = new char[36];
        long bits = random.nextLong();
        for (int i = 0, digits = 0; i < 36; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                text[i] = '-';
            } else {
                text[i] = HEX[(int) bits & 15];
                digits++;
                bits = digits == 16 ? random.nextLong() : bits >>> 4;
            }
        }
        return new String(text);
    }
}
