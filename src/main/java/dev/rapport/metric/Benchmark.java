package dev.rapport.metric;

import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the benchmark's bands on the scale of the value, in ascending order, without gaps.
 *
 * @param source short name of the source: "N18", as in METRICS
 * @param span for values over so long a time; empty where the value does not depend on the length of its period
 * @param whom of what kind of company it speaks, as a key in the message bundle; empty where of any
 */
public record Benchmark(List<Band> bands, String source, Optional<Grain> span, Optional<String> whom) {
    private static final int DECIMALS = 4;

    /**
     * Half-open [from, to); infinite at the ends.
     *
     * @param label a key in the message bundle, the source's own word: poor, typical, good, very_good, healthy; {@code below} and
     *     {@code above} where the source names a range and nothing beside it
     */
    public record Band(String label, double from, double to) {
        boolean holds(double value) {
            return from <= value && value < to;
        }

        /** Whether the upper bound itself is in the band, which {@link #above} has made so. */
        public boolean holdsTo() {
            return isAbove(to);
        }

        /** Whether the lower bound itself is not in the band. */
        public boolean leavesOutFrom() {
            return isAbove(from);
        }

        private static boolean isAbove(double bound) {
            return Double.isFinite(bound)
                    && BigDecimal.valueOf(bound)
                                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                                    .doubleValue()
                            < bound;
        }
    }

    /**
     * Bands between bounds: {@code bands("N18", "poor", 1.7, "good", 4.0, "above")}. A bound belongs to the band above
     * it; {@link #above} makes it belong to the one below.
     */
    static Benchmark bands(String source, Object... labelsAndBounds) {
        List<Band> bands = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labelsAndBounds.length; i += 2) {
            double to = i + 1 < labelsAndBounds.length ? (Double) labelsAndBounds[i + 1] : Double.POSITIVE_INFINITY;
            bands.add(new Band((String) labelsAndBounds[i], from, to));
            from = to;
        }
        return new Benchmark(List.copyOf(bands), source, Optional.empty(), Optional.empty());
    }

    /** Of values over a month, say: a day's churn is no twentieth as bad as a month's. */
    Benchmark per(Grain length) {
        return new Benchmark(bands, source, Optional.of(length), whom);
    }

    /** Of one kind of company. */
    Benchmark of(String kind) {
        return new Benchmark(bands, source, span, Optional.of(kind));
    }

    /** Whether values over so long a period are held against it. */
    public boolean holdsFor(Period period) {
        return span.isEmpty() || span.get().isLengthOf(period);
    }

    /** The least bound that is greater: for "more than 20" or "up to 55". */
    static double above(double bound) {
        return Math.nextUp(bound);
    }

    public Optional<Band> band(Figure figure) {
        return figure.value()
                .map(BigDecimal::doubleValue)
                .flatMap(value ->
                        bands.stream().filter(band -> band.holds(value)).findFirst());
    }
}
