package dev.rapport.metric;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Scores how well a customer is: {@code sum (weight x points) / sum of weights} over the parts that are known, rounded
 * half up to a tenth. From 70 on healthy, from 40 on to be watched, below at risk. Source: QuestionPro [Q10], which has
 * weighted parts with weights by segment.
 *
 * @param points of the parts that are known
 * @param tenths the score times ten, 0 to 1,000
 */
public record Health(Map<HealthPart, Integer> points, int tenths) {
    private static final int HEALTHY = 700;
    private static final int WATCH = 400;

    public enum Band {
        HEALTHY,
        WATCH,
        AT_RISK;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Band of(int tenths) {
            return tenths >= Health.HEALTHY ? HEALTHY : tenths >= Health.WATCH ? WATCH : AT_RISK;
        }

        /** The lowest score in it, in tenths. */
        public int from() {
            return switch (this) {
                case HEALTHY -> Health.HEALTHY;
                case WATCH -> Health.WATCH;
                case AT_RISK -> 0;
            };
        }

        /** The lowest score above it, in tenths. */
        public int below() {
            return switch (this) {
                case HEALTHY -> Integer.MAX_VALUE;
                case WATCH -> Health.HEALTHY;
                case AT_RISK -> Health.WATCH;
            };
        }
    }

    /** Of which part so much is held to be important; 0 leaves it out. */
    public record Weights(Map<HealthPart, Integer> of) {
        public static final Weights USUAL = new Weights(new EnumMap<>(Map.of(
                HealthPart.RECENCY, 25,
                HealthPart.FREQUENCY, 20,
                HealthPart.BREADTH, 15,
                HealthPart.SURVEY, 15,
                HealthPart.TICKETS, 10,
                HealthPart.PAYMENT, 15)));

        public int weight(HealthPart part) {
            return of.getOrDefault(part, 0);
        }
    }

    /** Empty when no part that weighs anything is known. */
    public static Optional<Health> of(Map<HealthPart, Integer> points, Weights weights) {
        long sum = 0;
        long whole = 0;
        for (Map.Entry<HealthPart, Integer> part : points.entrySet()) {
            int weight = weights.weight(part.getKey());
            sum += (long) weight * part.getValue();
            whole += weight;
        }
        return whole == 0
                ? Optional.empty()
                : Optional.of(new Health(points, (int) ((20 * sum + whole) / (2 * whole))));
    }

    public Band band() {
        return Band.of(tenths);
    }

    /** Of several customers together: whole numbers, so that sums are exact. */
    public record Tally(long customers, long tenths, long healthy, long watch, long atRisk) {
        public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0);

        public Tally and(int score) {
            Band band = Band.of(score);
            return new Tally(
                    customers + 1,
                    tenths + score,
                    healthy + (band == Band.HEALTHY ? 1 : 0),
                    watch + (band == Band.WATCH ? 1 : 0),
                    atRisk + (band == Band.AT_RISK ? 1 : 0));
        }
    }
}
