package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.cube.build.RefreshRequest.Place;
import dev.rapport.cube.store.ValueRun;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the single values of measures of which a quantile is asked for: a run of them per day and channel. */
final class DayValues implements MeasureScan.Taker {
    private static final Set<Integer> KEEPING = Measure.ids(Measure::keepsValues);

    private final MeasureSource measureSource;
    private final Taker taker;

    /** Takes the runs of a day, by channel. */
    interface Taker {
        void take(Place place, Map<Integer, byte[]> runs);
    }

    DayValues(MeasureSource measureSource, Taker taker) {
        this.measureSource = measureSource;
        this.taker = taker;
    }

    @Override
    public void take(DayMeasures day) {
        for (int value = 0; value < measureSource.values().size(); value++) {
            int measure = measureSource.measure(value, day.measure());
            if (KEEPING.contains(measure)) {
                taker.take(new Place(new Deed(measure, day.item()), day.day()), runs(day, value));
            }
        }
    }

    private static Map<Integer, byte[]> runs(DayMeasures day, int value) {
        SortedMap<Integer, SortedMap<Integer, long[]>> values = day.valuesByChannel(value);
        Map<Integer, byte[]> runs = new TreeMap<>();
        values.forEach((channel, bySignature) -> runs.put(channel, ValueRun.write(bySignature)));
        return runs;
    }
}
