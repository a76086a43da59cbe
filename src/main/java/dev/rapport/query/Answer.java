package dev.rapport.query;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Change;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Pairing;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Holds the whole answer to {@code metric x slice}, broken down or not.
 *
 * @param compared the period compared with, of a trend the one it is laid over; empty when nothing is
 * @param judged what changes are judged over: finished days on both sides; empty while no day is over, or nothing is compared
 * @param benchmark the band it is held against here; a survey's depends on its scale
 * @param rows in the order they are to be shown; for {@link Grouping#TOTAL} exactly one; a trend has a row for every
 *     bucket of the period, with data or not
 * @param freshAt until when facts are counted in; empty before the first rollup
 * @param restatedAt when a day of this period was last computed again after it had been shown
 * @param counting figures of the period are being counted: what is said may be half of it
 * @param notes keys of remarks in the message bundle that the reader must know ("several scales", "rule: orders in 90 days")
 */
public record Answer(
        Metric metric,
        Slice slice,
        Grouping grouping,
        Optional<Period> compared,
        Optional<Pairing> judged,
        Optional<Benchmark> benchmark,
        List<Row> rows,
        Optional<Instant> freshAt,
        Optional<Instant> restatedAt,
        boolean counting,
        List<String> notes) {

    public Answer(
            Metric metric,
            Slice slice,
            Grouping grouping,
            Optional<Period> compared,
            Optional<Benchmark> benchmark,
            List<Row> rows,
            Optional<Instant> freshAt,
            Optional<Instant> restatedAt,
            List<String> notes) {
        this(
                metric,
                slice,
                grouping,
                compared,
                compared.map(before -> new Pairing(slice.period(), before)),
                benchmark,
                rows,
                freshAt,
                restatedAt,
                false,
                notes);
    }

    /**
     * @param label for people: the channel's or segment's name, or the bucket's ISO start
     * @param before the figure of the comparison, when one is asked for
     * @param change over finished days; empty where there is nothing to hold it against, which {@code footing} says
     * @param unfinished the bucket reaches beyond now
     */
    public record Row(
            DimensionKey key,
            String label,
            Figure figure,
            Optional<Figure> before,
            Optional<Change> change,
            Optional<Benchmark.Band> band,
            boolean unfinished,
            Footing footing) {
        public Row(
                DimensionKey key,
                String label,
                Figure figure,
                Optional<Figure> before,
                Optional<Change> change,
                Optional<Benchmark.Band> band,
                boolean unfinished) {
            this(key, label, figure, before, change, band, unfinished, Footing.PLAIN);
        }

        /** The figure whose change is judged: without today. */
        public Figure judged() {
            return footing.now().orElse(figure);
        }

        /** What it is held against. */
        public Optional<Figure> judgedBefore() {
            return footing.before().or(() -> before);
        }
    }

    /**
     * What the change of a row stands on.
     *
     * @param partner the bucket that a bucket is held against; empty where it has none
     * @param now the figure without today, where today is in the period
     * @param before the figure of as many days, or up to the same day
     * @param nothingBefore there is no data of this fact and channel before this day, or of less than half of the days compared
     *     with: the change is not judged
     */
    public record Footing(
            Optional<Bucket> partner,
            Optional<Figure> now,
            Optional<Figure> before,
            Optional<LocalDate> nothingBefore) {
        static final Footing PLAIN =
                new Footing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Row total() {
        return rows.get(0);
    }

    /** Whether today, which is not over, is left out of what changes are judged over. */
    public boolean leavesOutToday() {
        return compared.isPresent()
                && judged.filter(pairing -> pairing.now().equals(slice.period()))
                        .isEmpty();
    }
}
