package dev.rapport.slice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what is asked, without the metric: one immutable value, made by {@link SliceReader} from a URL or from another
 * slice. The {@code with} methods make the latter.
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
    /** More points than this no trend has; such a question is refused. */
    public static final int MOST_BUCKETS = 5_000;

    public Slice {
        channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public Optional<String> option(SliceOption option) {
        return option(option.key());
    }

    /** The period compared with, empty when nothing is. */
    public Optional<Period> comparedPeriod() {
        return comparison.period(period, preset.flatMap(Preset::of));
    }

    /** The pieces of the trend. */
    public List<Bucket> buckets() {
        return buckets(period);
    }

    /** The pieces of another period (the one compared with), cut as this slice is. */
    public List<Bucket> buckets(Period other) {
        return Bucket.of(other, grain, zone, weekStart);
    }

    /** The period that the trend is laid over: the compared one, or the same weekdays nearest to it. */
    public Optional<Period> overlaidPeriod() {
        return Overlay.period(this);
    }

    /** For each of the {@link #buckets()}, the piece of the {@link #overlaidPeriod()} that it is held against. */
    public List<Optional<Bucket>> partners() {
        return Overlay.partners(this);
    }

    /** Whether two buckets of this grain can be held against each other: whole ones, or of equally many days. */
    /** Whether it is about some channels, segments, pages or campaigns only. */
    public boolean isNarrowed() {
        return !channels.isEmpty()
                || !segments.isEverybody()
                || Stream.of(Dimension.values())
                        .filter(Dimension::isOfFacts)
                        .anyMatch(dimension -> option(dimension.option()).isPresent());
    }

    public boolean alike(Bucket one, Bucket other) {
        return Overlay.alike(one, other, grain);
    }

    /**
     * What a change is judged over: days that are over on both sides. The whole periods once today is not in them; empty while no
     * day is over, and where nothing is compared.
     *
     * @param today which is not over
     */
    public Optional<Pairing> finished(LocalDate today) {
        return Comparison.finished(this, today);
    }

    /** The canonical query string, without a leading question mark; what is default is left out, so it may be empty. */
    public String toQuery() {
        return SliceWriter.query(this);
    }

    public Slice withChannels(Collection<String> keys) {
        return new Slice(new TreeSet<>(keys), segments, period, preset, comparison, grain, zone, weekStart, options);
    }

    public Slice withSegments(SegmentFilter filter) {
        return new Slice(channels, filter, period, preset, comparison, grain, zone, weekStart, options);
    }

    /** A period by its dates; the grain follows unless it was chosen and still makes sense. */
    public Slice withPeriod(Period dates) {
        return with(dates, Optional.empty());
    }

    /** A moving period by its name; the grain follows unless it was chosen and still makes sense. */
    public Slice withPreset(Preset moving, SliceContext context) {
        return with(moving.period(context), Optional.of(moving.key()));
    }

    private Slice with(Period dates, Optional<String> name) {
        boolean chosen = grain != Grain.fitting(period);
        Grain kept = chosen && grain.roughly(dates) <= MOST_BUCKETS ? grain : Grain.fitting(dates);
        return new Slice(channels, segments, dates, name, comparison, kept, zone, weekStart, options);
    }

    public Slice withGrain(Grain other) {
        return new Slice(channels, segments, period, preset, comparison, other, zone, weekStart, options);
    }

    public Slice withComparison(Comparison other) {
        return new Slice(channels, segments, period, preset, other, grain, zone, weekStart, options);
    }

    /** The option with this value, or as by default when the value is empty. */
    public Slice withOption(SliceOption option, Optional<String> value) {
        TreeMap<String, String> changed = new TreeMap<>(options);
        value.filter(given -> !option.isDefault(given))
                .ifPresentOrElse(given -> changed.put(option.key(), given), () -> changed.remove(option.key()));
        return new Slice(channels, segments, period, preset, comparison, grain, zone, weekStart, changed);
    }
}
