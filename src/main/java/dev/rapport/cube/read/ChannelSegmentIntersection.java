package dev.rapport.cube.read;

import dev.rapport.cube.read.SetStore.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts people of channels and segments at once, or of segments of several groups. It goes day by day, since somebody
 * may be in the channel on one day and in the segment on another. Instead of meeting each channel with each segment
 * value, every person of a day is looked at once and counted in the place of their channel and value.
 */
final class ChannelSegmentIntersection {
    private static final int BATCH = 1_024;

    private final PlannedQuery plannedQuery;
    private final DailyPersonFilter dailyPersonFilter;
    private final int days;
    private final int[] buckets;

    /** Of the group that the question is broken down by. */
    private final List<Integer> values;

    /** Whether everybody who is left has the one value, or none is asked for. */
    private final boolean alike;

    /** @param buckets of each day of the period */
    ChannelSegmentIntersection(PlannedQuery plannedQuery, DailyPersonFilter dailyPersonFilter, int[] buckets) {
        this.plannedQuery = plannedQuery;
        this.dailyPersonFilter = dailyPersonFilter;
        this.days = buckets.length;
        this.buckets = buckets;
        this.values = plannedQuery.segments().stream()
                .flatMap(group -> plannedQuery.involved().getOrDefault(group, Set.of()).stream())
                .toList();
        this.alike = values.isEmpty()
                || (values.size() == 1
                        && plannedQuery
                                .segments()
                                .filter(plannedQuery.filter()::containsKey)
                                .isPresent());
    }

    /** How many different people in each place that has any. */
    Map<CellId, Long> count() {
        Map<Integer, RoaringBitmap[]> bases = bases();
        Map<CellId, Long> counts = new HashMap<>();
        if (alike) {
            bases.forEach((channel, sets) -> countUnions(channel, sets, counts));
            return counts;
        }
        Persons persons = new Persons();
        long[] seen = new long[persons.size() / Long.SIZE + 1];
        DistinctCounter[] tallies = new DistinctCounter[bases.size() * values.size()];
        Arrays.setAll(tallies, place -> new DistinctCounter(!plannedQuery.isDaily(), seen));
        walk(bases, persons, (place, person) -> tallies[place].add(person), day -> {
            if (day + 1 == days || buckets[day + 1] != buckets[day]) {
                flush(buckets[day], List.copyOf(bases.keySet()), tallies, counts);
            }
        });
        return counts;
    }

    /** Who came on each day, in each place that has anybody; the places are of bucket 0. */
    Map<CellId, int[][]> byDay() {
        Map<Integer, RoaringBitmap[]> bases = bases();
        Map<CellId, int[][]> people = new HashMap<>();
        if (alike) {
            bases.forEach((channel, sets) -> put(
                    people,
                    new CellId(0, channel, everybodys()),
                    Arrays.stream(sets).map(RoaringBitmap::toArray).toArray(int[][]::new)));
            return people;
        }
        List<Integer> channels = List.copyOf(bases.keySet());
        int[][][] lists = new int[channels.size() * values.size()][days][];
        int[][] list = new int[lists.length][BATCH];
        int[] length = new int[lists.length];
        walk(
                bases,
                new Persons(),
                (place, person) -> {
                    if (length[place] == list[place].length) {
                        list[place] = Arrays.copyOf(list[place], 2 * length[place]);
                    }
                    list[place][length[place]++] = person;
                },
                day -> {
                    for (int place = 0; place < lists.length; place++) {
                        lists[place][day] = Arrays.copyOf(list[place], length[place]);
                    }
                    Arrays.fill(length, 0);
                });
        for (int place = 0; place < lists.length; place++) {
            put(
                    people,
                    new CellId(0, channels.get(place / values.size()), values.get(place % values.size())),
                    lists[place]);
        }
        return people;
    }

    private static void put(Map<CellId, int[][]> people, CellId cellId, int[][] byDay) {
        if (Arrays.stream(byDay).anyMatch(day -> day.length > 0)) {
            people.put(cellId, byDay);
        }
    }

    private interface Visit {
        void person(int place, int person);
    }

    /** Every person of every channel once a day, in the place of their channel and value. */
    private void walk(Map<Integer, RoaringBitmap[]> bases, Persons persons, Visit visit, IntConsumer dayOver) {
        List<RoaringBitmap[]> channels = List.copyOf(bases.values());
        int[] batch = new int[BATCH];
        for (int day = 0; day < days; day++) {
            persons.turnTo(day);
            for (int channel = 0; channel < channels.size(); channel++) {
                var people = channels.get(channel)[day].getBatchIterator();
                while (people.hasNext()) {
                    int read = people.nextBatch(batch);
                    for (int i = 0; i < read; i++) {
                        int value = persons.value(batch[i]);
                        if (value >= 0) {
                            visit.person(channel * values.size() + value, batch[i]);
                        }
                    }
                }
            }
            dayOver.accept(day);
        }
    }

    private void countUnions(int channel, RoaringBitmap[] sets, Map<CellId, Long> counts) {
        int from = 0;
        for (int day = 0; day < days; day++) {
            if (day + 1 == days || buckets[day + 1] != buckets[day]) {
                long people = SetReader.together(Arrays.copyOfRange(sets, from, day + 1));
                if (people > 0) {
                    counts.put(new CellId(buckets[day], channel, everybodys()), people);
                }
                from = day + 1;
            }
        }
    }

    private void flush(int bucket, List<Integer> channels, DistinctCounter[] tallies, Map<CellId, Long> counts) {
        for (int place = 0; place < tallies.length; place++) {
            long people = tallies[place].take();
            if (people > 0) {
                int channel = channels.get(place / values.size());
                counts.put(new CellId(bucket, channel, values.get(place % values.size())), people);
            }
        }
    }

    /** Who, in each place that has anybody: a set for each day. */
    Map<CellId, List<RoaringBitmap>> people() {
        Map<CellId, List<RoaringBitmap>> pieces = new HashMap<>();
        Map<Integer, RoaringBitmap[]> bases = bases();
        bases.forEach((channel, sets) -> {
            for (int day = 0; day < days; day++) {
                if (alike) {
                    add(pieces, new CellId(buckets[day], channel, everybodys()), sets[day]);
                } else {
                    for (int value : values) {
                        RoaringBitmap both =
                                RoaringBitmap.and(sets[day], dailyPersonFilter.set(new Column(0, value), day));
                        add(pieces, new CellId(buckets[day], channel, value), both);
                    }
                }
            }
        });
        return pieces;
    }

    private int everybodys() {
        return values.isEmpty() ? 0 : values.get(0);
    }

    private static void add(Map<CellId, List<RoaringBitmap>> pieces, CellId cellId, RoaringBitmap people) {
        if (!people.isEmpty()) {
            pieces.computeIfAbsent(cellId, key -> new ArrayList<>()).add(people);
        }
    }

    /** By channel, 0 when not broken down by it: for each day the people of the channels within the whole filter. */
    private Map<Integer, RoaringBitmap[]> bases() {
        if (!plannedQuery.byChannel()) {
            return Map.of(0, dailyPersonFilter.people(plannedQuery.channels()));
        }
        Map<Integer, RoaringBitmap[]> bases = new LinkedHashMap<>();
        plannedQuery.channelIds().forEach(channel -> bases.put(channel, dailyPersonFilter.people(Set.of(channel))));
        return bases;
    }

    /** Which of the values each person has on a day. */
    private final class Persons {
        /** By person: the day x the number of values + the value's place in the list + 1. */
        private final int[] marks;

        private int day;

        Persons() {
            int most = -1;
            for (int value : values) {
                for (int i = 0; i < days; i++) {
                    RoaringBitmap people = dailyPersonFilter.set(new Column(0, value), i);
                    most = people.isEmpty() ? most : Math.max(most, people.last());
                }
            }
            marks = new int[most + 1];
        }

        int size() {
            return marks.length;
        }

        void turnTo(int next) {
            day = next;
            int[] batch = new int[BATCH];
            for (int value = 0; value < values.size(); value++) {
                int mark = day * values.size() + value + 1;
                var people = dailyPersonFilter
                        .set(new Column(0, values.get(value)), day)
                        .getBatchIterator();
                while (people.hasNext()) {
                    int read = people.nextBatch(batch);
                    for (int i = 0; i < read; i++) {
                        marks[batch[i]] = mark;
                    }
                }
            }
        }

        /** Its place in the list; negative without one. */
        int value(int person) {
            return person < marks.length ? Math.max(-1, marks[person] - day * values.size() - 1) : -1;
        }
    }
}
