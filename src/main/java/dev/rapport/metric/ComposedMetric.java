package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;

/**
 * Computes a metric by a formula over other metrics' figures, each of the same slice and breakdown: spend divided by
 * customers won, for one. Its operands need not stand in the catalogue. An operand that does not know what the question
 * is broken down by, or narrowed to, has no data there.
 */
public non-sealed interface ComposedMetric extends Metric {
    /**
     * @param anyChannel whether it is asked of all channels, whatever the slice and the breakdown say: tickets of a channel by
     *     the customers of all
     * @param anybody the same of segments: a segment's value by what anybody costs
     */
    record Operand(Metric metric, boolean anyChannel, boolean anybody) {
        public static Operand of(Metric metric) {
            return new Operand(metric, false, false);
        }

        public static Operand ofAnyChannel(Metric metric) {
            return new Operand(metric, true, false);
        }

        public static Operand ofAnybody(Metric metric) {
            return new Operand(metric, false, true);
        }
    }

    /** The options of the slice may choose among them. */
    List<Operand> operands(Slice slice);

    /**
     * @param figures of the {@link #operands}, in their order
     * @return {@link Figure#noData()} when there is nothing to divide by
     */
    Figure figure(Slice slice, List<Figure> figures);
}
