package dev.rapport.query;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Identifies what inputs depend on: all of a slice but its comparison, and only those options that narrow the facts.
 * Options which choose among inputs are left out.
 */
record InputKey(
        SortedSet<String> channels,
        SegmentFilter segments,
        Period period,
        Grouping grouping,
        Optional<Grain> grain,
        Optional<DayOfWeek> weekStart,
        Map<Dimension, String> narrowed) {
    static InputKey of(Metric metric, Slice slice, Period period, Grouping grouping) {
        return new InputKey(
                slice.channels(),
                slice.segments(),
                period,
                grouping,
                grouping.byBucket() ? Optional.of(slice.grain()) : Optional.empty(),
                grouping.byBucket() && slice.grain() == Grain.WEEK ? Optional.of(slice.weekStart()) : Optional.empty(),
                narrowed(metric, slice));
    }

    /** Whether it is a trend of days that are over, from what is kept by day. */
    boolean isPast(LocalDate today) {
        return grain.filter(each -> each != Grain.HOUR).isPresent()
                && narrowed.isEmpty()
                && grouping.part().isEmpty()
                && period.to().isBefore(today);
    }

    private static Map<Dimension, String> narrowed(Metric metric, Slice slice) {
        Map<Dimension, String> narrowed = new EnumMap<>(Dimension.class);
        metric.definition().parts().stream()
                .filter(Dimension::isOfFacts)
                .forEach(dimension ->
                        slice.option(dimension.option()).ifPresent(value -> narrowed.put(dimension, value)));
        return narrowed;
    }
}
