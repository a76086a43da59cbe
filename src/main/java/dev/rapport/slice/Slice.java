package dev.rapport.slice;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is asked, without the metric: one immutable value, made only by {@link SliceReader} from a URL and by the
 * {@code with} methods from another slice.
 *
 * @param channels keys of the channels asked for; empty means all
 * @param segments which customers
 * @param period whole days in {@code zone}, half-open
 * @param preset the name of a moving period ("last-30-days") when it was asked for by name, else empty
 * @param comparison with what
 * @param grain how finely a trend is cut
 * @param zone the reporting time zone
 * @param weekStart first day of a week
 * @param options what single metrics understand beside: {@code goal}, {@code survey}, {@code unit} (people | sessions) ...
 */
public record Slice(
        SortedSet<String> channels,
        SegmentFilter segments,
        Period period,
        Optional<String> preset,
        Comparison comparison,
        Grain grain,
        ZoneId zone,
        DayOfWeek weekStart,
        SortedMap<String, String> options) {
    public Slice {
        channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
