package dev.rapport.query;

import dev.rapport.metric.Metric;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Part;
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
 * What numbers depend on: all of a slice but its comparison, and of the options, which choose among inputs, those only
 * that narrow the facts.
 */
record Cut(
        SortedSet<String> channels,
        SegmentFilter segments,
        Period period,
        Grouping grouping,
        Optional<Grain> grain,
        Optional<DayOfWeek> weekStart,
        Map<Part, String> narrowed) {
    static Cut of(Metric metric, Slice slice, Period period, Grouping grouping) {
        return new Cut(
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

    private static Map<Part, String> narrowed(Metric metric, Slice slice) {
        Map<Part, String> narrowed = new EnumMap<>(Part.class);
        metric.definition()
                .parts()
                .forEach(part -> slice.option(part.option()).ifPresent(value -> narrowed.put(part, value)));
        return narrowed;
    }
}
