package dev.rapport.behaviour;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.metric.Figure;
import dev.rapport.metric.MedianSessionDuration;
import dev.rapport.metric.Metric;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Computes the median length of sessions from the sessions themselves, as a median cannot be had from sums. */
@ApplicationScoped
public class SessionMedians implements FactReader {
    @Override
    public boolean reads(Metric metric) {
        return metric instanceof MedianSessionDuration;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Map<DimensionKey, Waits> lengths = new HashMap<>();
        boolean withoutSingle = slice.option(SliceOption.WITHOUT_SINGLE).isPresent();
        BehaviourQueries.lengths(new SliceSql(slice, period, grouping), withoutSingle)
                .run(readTransaction.handle(), (key, row) -> {
                    Waits group = lengths.computeIfAbsent(key, none -> new Waits());
                    long millis = row.getLong("millis");
                    for (long i = row.getLong("times"); i > 0; i--) {
                        group.addEnded(millis);
                    }
                });
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        lengths.forEach((key, group) -> figures.put(key, ((MedianSessionDuration) metric).figure(slice, group)));
        return figures;
    }
}
