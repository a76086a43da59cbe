package dev.rapport.cube.build;

import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Collects who contributed to a measure on a day: a set per channel, per segment value and one of all. Membership is by
 * day, so people of a channel and a segment on a day are the intersection of two sets of that day.
 */
final class DayPersonSets implements MeasureScan.Taker {
    private static final Set<Integer> KEEPING = Measure.ids(Measure::keepsPeople);

    /** @param channel 0 = all, @param segmentValue 0 = all */
    record Cut(int channel, int segmentValue) {
        static final Cut ALL = new Cut(0, 0);
    }

    /** What a set is of, apart from the cut and the time. */
    record Deed(int measure, int item) {}

    /** Takes the days as they come, those of all measures of an item together. */
    interface Taker {
        void take(Deed deed, LocalDate day, Map<Cut, RoaringBitmap> people);
    }

    private final MeasureSource measureSource;
    private final Map<Integer, int[]> segments;
    private final Taker taker;

    DayPersonSets(MeasureSource measureSource, Map<Integer, int[]> segments, Taker taker) {
        this.measureSource = measureSource;
        this.segments = segments;
        this.taker = taker;
    }

    @Override
    public void take(DayMeasures day) {
        for (int value = 0; value < measureSource.values().size(); value++) {
            int measure = measureSource.measure(value, day.measure());
            if (!KEEPING.contains(measure)) {
                continue;
            }
            Map<Cut, RoaringBitmap> people = people(day, value);
            if (!people.isEmpty()) {
                taker.take(new Deed(measure, day.item()), day.day(), people);
            }
        }
    }

    private Map<Cut, RoaringBitmap> people(DayMeasures day, int value) {
        RoaringBitmap all = new RoaringBitmap();
        Map<Integer, RoaringBitmap> byChannel = new HashMap<>();
        Map<Integer, RoaringBitmap> bySegment = new HashMap<>();
        int[] none = {};
        day.byPerson(value, row -> {
            int person = day.person(row);
            all.add(person);
            byChannel
                    .computeIfAbsent(day.channel(row), id -> new RoaringBitmap())
                    .add(person);
            for (int segment : segments.getOrDefault(day.signature(row), none)) {
                bySegment.computeIfAbsent(segment, id -> new RoaringBitmap()).add(person);
            }
        });
        Map<Cut, RoaringBitmap> cuts = new TreeMap<>(DailySetCopy.ORDER);
        if (!all.isEmpty()) {
            cuts.put(Cut.ALL, all);
        }
        byChannel.forEach((channel, people) -> cuts.put(new Cut(channel, 0), people));
        bySegment.forEach((segment, people) -> cuts.put(new Cut(0, segment), people));
        return cuts;
    }
}
