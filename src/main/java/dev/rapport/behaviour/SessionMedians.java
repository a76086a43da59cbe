package dev.rapport.behaviour;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Measure;
import dev.rapport.metric.MedianSessionDuration;
import dev.rapport.metric.Metric;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * Computes the median length of sessions, which cannot be had from sums: from the lengths that are kept by day, or by the hour from
 * the sessions themselves.
 */
@ApplicationScoped
public class SessionMedians implements FactReader {
    @Override
    public boolean reads(Metric metric) {
        return metric instanceof MedianSessionDuration;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        boolean withoutSingle = slice.option(SliceOption.WITHOUT_SINGLE).isPresent();
        Map<DimensionKey, Waits> lengths = grouping.byBucket() && slice.grain() == Grain.HOUR
                ? ofSessions(readTransaction, slice, period, grouping, withoutSingle)
                : readTransaction.values(
                        Measure.SESSION_DURATION,
                        withoutSingle ? Measure.LONG_SESSIONS : Measure.SESSIONS,
                        slice,
                        period,
                        grouping);
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        lengths.forEach((key, group) -> figures.put(key, ((MedianSessionDuration) metric).figure(slice, group)));
        return figures;
    }

    private static Map<DimensionKey, Waits> ofSessions(
            ReadTransaction readTransaction, Slice slice, Period period, Grouping grouping, boolean withoutSingle) {
        Map<DimensionKey, Waits> lengths = new HashMap<>();
        BehaviourQueries.lengths(new SliceSql(slice, period, grouping), withoutSingle)
                .run(
                        readTransaction.handle(),
                        (key, row) -> lengths.computeIfAbsent(key, none -> new Waits())
                                .addEnded(row.getLong("millis"), row.getInt("times")));
        return lengths;
    }
}
