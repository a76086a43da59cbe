package dev.rapport.cube.read;

import dev.rapport.cube.read.Dimensions.Group;
import dev.rapport.cube.read.Dimensions.Value;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a slice and its breakdown in the ids of cells and sets, for one period.
 *
 * @param buckets the pieces of the trend; one, the whole period, when there is none
 * @param grain of the buckets; empty for the whole period
 * @param channels ids of those asked for; empty means all
 * @param filter ids of the values asked for, by group
 * @param segments the group that it is broken down by
 * @param part what else it is broken down by
 * @param narrowed the one value of a part that is asked for
 */
public record PlannedQuery(
        Dimensions dimensions,
        List<Bucket> buckets,
        Optional<Grain> grain,
        Set<Integer> channels,
        boolean byChannel,
        Map<Group, Set<Integer>> filter,
        Optional<Group> segments,
        Optional<Dimension> part,
        Map<Dimension, String> narrowed) {

    static PlannedQuery of(Slice slice, Period period, Grouping grouping, Dimensions dimensions) {
        return of(slice, period, grouping, Map.of(), dimensions);
    }

    public static PlannedQuery of(
            Slice slice, Period period, Grouping grouping, Map<Dimension, String> narrowed, Dimensions dimensions) {
        SliceFilter asked = new SliceFilter(slice);
        return new PlannedQuery(
                dimensions,
                grouping.byBucket() ? slice.buckets(period) : List.of(Bucket.whole(period, slice.zone())),
                grouping.byBucket() ? Optional.of(slice.grain()) : Optional.empty(),
                asked.channelIds(dimensions),
                grouping.byChannel(),
                asked.valueIds(dimensions),
                grouping.segmentGroup().map(dimensions::group),
                grouping.part(),
                narrowed);
    }

    /** The same slice, cut into these days, each a bucket. */
    PlannedQuery byDay(Period days) {
        List<Bucket> each = new ArrayList<>();
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
            each.add(new Bucket(
                    day.atStartOfDay(),
                    new Period(day, day.plusDays(1)),
                    day.atStartOfDay(dimensions.zone()).toInstant(),
                    day.plusDays(1).atStartOfDay(dimensions.zone()).toInstant(),
                    day.toString()));
        }
        return new PlannedQuery(
                dimensions, each, Optional.of(Grain.DAY), channels, byChannel, filter, segments, part, narrowed);
    }

    /** The same slice over these days, not cut. */
    PlannedQuery inOne(Period days) {
        return new PlannedQuery(
                dimensions,
                List.of(Bucket.whole(days, dimensions.zone())),
                Optional.empty(),
                channels,
                byChannel,
                filter,
                segments,
                part,
                narrowed);
    }

    /** The same buckets, of everybody everywhere. */
    PlannedQuery anywhere() {
        return new PlannedQuery(
                dimensions, buckets, grain, Set.of(), false, Map.of(), Optional.empty(), Optional.empty(), narrowed);
    }

    /** The same without regard to parts, for what is not known by them. */
    PlannedQuery whole() {
        return new PlannedQuery(
                dimensions, buckets, grain, channels, byChannel, filter, segments, Optional.empty(), Map.of());
    }

    /** The parts that facts must be told apart by. */
    Set<Dimension> parts() {
        Set<Dimension> parts = new TreeSet<>(narrowed.keySet());
        part.ifPresent(parts::add);
        return parts;
    }

    Period period() {
        return new Period(
                buckets.get(0).days().from(),
                buckets.get(buckets.size() - 1).days().to());
    }

    boolean byBucket() {
        return grain.isPresent();
    }

    /** Whether every whole calendar month of the period lies in one bucket. */
    boolean takesMonths() {
        return grain.isEmpty() || grain.get().compareTo(Grain.MONTH) >= 0;
    }

    boolean isByHour() {
        return grain.equals(Optional.of(Grain.HOUR));
    }

    /** Whether each bucket is one day. */
    boolean isDaily() {
        return grain.equals(Optional.of(Grain.DAY)) || (grain.isEmpty() && period().days() == 1);
    }

    /** Groups that matter, each with the ids of the values that do. */
    Map<Group, Set<Integer>> involved() {
        Map<Group, Set<Integer>> involved = new LinkedHashMap<>(filter);
        segments.ifPresent(group -> involved.computeIfAbsent(group, all -> {
            Set<Integer> ids = new TreeSet<>();
            all.values().stream().map(Value::id).forEach(ids::add);
            return ids;
        }));
        return involved;
    }

    boolean involvesChannels() {
        return byChannel || !channels.isEmpty();
    }

    /** The channels that matter: those asked for, or every one. */
    List<Integer> channelIds() {
        return channels.isEmpty()
                ? dimensions.channels().stream().map(Dimensions.Channel::id).toList()
                : List.copyOf(channels);
    }

    /** Which signatures are in the filter, each with its value of the group broken down by (0: not broken down). */
    Map<Integer, Integer> signatures() {
        Map<Integer, Integer> chosen = new LinkedHashMap<>();
        dimensions.signatures().forEach((id, values) -> {
            boolean fits = filter.entrySet().stream()
                    .allMatch(asked -> asked.getValue().contains(asked.getKey().valueOf(values)));
            if (fits) {
                chosen.put(id, segments.map(group -> group.valueOf(values)).orElse(0));
            }
        });
        return chosen;
    }
}
