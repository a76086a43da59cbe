package dev.rapport.query;

import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Change;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole answer to {@code metric x slice}, broken down or not.
 *
 * @param compared the period compared with, empty when nothing is
 * @param benchmark the band it is held against here; a survey's depends on its scale
 * @param rows in the order they are to be shown; for {@link Grouping#TOTAL} exactly one; a trend has a row for every
 *     bucket of the period, with data or not
 * @param freshAt until when facts are counted in; empty before the first rollup
 * @param restatedAt when a day of this period was last computed again after it had been shown
 * @param notes keys of remarks in the message bundle that the reader must know ("several scales", "rule: orders in 90 days")
 */
public record Answer(
        Metric metric,
        Slice slice,
        Grouping grouping,
        Optional<Period> compared,
        Optional<Benchmark> benchmark,
        List<Row> rows,
        Optional<Instant> freshAt,
        Optional<Instant> restatedAt,
        List<String> notes) {

    /**
     * @param label for people: the channel's or segment's name, or the bucket's ISO start
     * @param before the figure of the comparison, when one is asked for
     * @param unfinished the bucket reaches beyond now
     */
    public record Row(
            GroupKey key,
            String label,
            Figure figure,
            Optional<Figure> before,
            Optional<Change> change,
            Optional<Benchmark.Band> band,
            boolean unfinished) {}

    public Row total() {
        return rows.get(0);
    }
}
