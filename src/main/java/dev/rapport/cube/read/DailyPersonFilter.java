package dev.rapport.cube.read;

import dev.rapport.cube.read.SetStore.Column;
import dev.rapport.slice.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Narrows the people of each day to those in all segments and any of the channels that are asked for. What other
 * questions of the page, or of pages before, have narrowed to the same is not narrowed again.
 */
final class DailyPersonFilter {
    private static final int FEW = 4;

    private final ReadTransaction readTransaction;
    private final int measure;
    private final int item;
    private final Period period;
    private final List<Set<Integer>> segments;
    private final Map<Column, RoaringBitmap[]> stored;

    /**
     * What the same people of the same days were narrowed to.
     *
     * @param segments ids of the values asked for, of each group that the people are narrowed by
     * @param channels those together; empty for all
     */
    record Key(int measure, int item, Period period, List<Set<Integer>> segments, Set<Integer> channels) {
        /** Whether they are other sets than those that are stored. */
        boolean isMet() {
            return segments.size() + channels.size() > 1;
        }
    }

    /** @param stored all sets that the question needs, for each day */
    DailyPersonFilter(
            ReadTransaction readTransaction,
            PlannedQuery plannedQuery,
            int measure,
            int item,
            Map<Column, RoaringBitmap[]> stored) {
        this.readTransaction = readTransaction;
        this.measure = measure;
        this.item = item;
        this.period = plannedQuery.period();
        this.segments = List.copyOf(plannedQuery.filter().values());
        this.stored = stored;
    }

    /** For each day; not to be changed. @param channels those together; empty for all */
    RoaringBitmap[] people(Set<Integer> channels) {
        Key key = new Key(measure, item, period, segments, channels);
        Optional<RoaringBitmap[]> known = readTransaction.narrowed(key);
        if (known.isPresent()) {
            return known.get();
        }
        RoaringBitmap[] sets = new RoaringBitmap[(int) period.days()];
        if (channels.isEmpty()) {
            Arrays.setAll(sets, this::filtered);
        } else if (channels.size() > 1) {
            List<RoaringBitmap[]> each =
                    channels.stream().map(channel -> people(Set.of(channel))).toList();
            Arrays.setAll(sets, day -> union(each.stream().map(channel -> channel[day])));
        } else {
            Column channel = new Column(channels.iterator().next(), 0);
            Optional<RoaringBitmap[]> filtered = segments.isEmpty() ? Optional.empty() : Optional.of(people(Set.of()));
            Arrays.setAll(
                    sets,
                    day -> filtered.map(each -> RoaringBitmap.and(each[day], set(channel, day)))
                            .orElseGet(() -> set(channel, day)));
        }
        readTransaction.keep(key, sets);
        return sets;
    }

    private RoaringBitmap filtered(int day) {
        return segments.stream()
                .map(asked -> union(asked.stream().map(value -> set(new Column(0, value), day))))
                .reduce((one, other) -> RoaringBitmap.and(one, other))
                .orElseThrow();
    }

    private static RoaringBitmap union(Stream<RoaringBitmap> sets) {
        RoaringBitmap[] all = sets.toArray(RoaringBitmap[]::new);
        // Many are united in wide rows of bits; a few are short lists, and united as such.
        return all.length > FEW
                ? FastAggregation.or(all)
                : Arrays.stream(all)
                        .reduce((one, other) -> RoaringBitmap.or(one, other))
                        .orElseGet(RoaringBitmap::new);
    }

    /** The stored people of the day. */
    RoaringBitmap set(Column column, int day) {
        return Objects.requireNonNull(stored.get(column), "not read")[day];
    }
}
