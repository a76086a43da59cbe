package dev.rapport.query;

import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Slice;
import java.util.List;

/** Answers metric queries, as the one way to a number: page, fragment, CSV and API all call this. */
public interface MetricQueries {
    /**
     * Answers several questions from one view of the data, in their order: what they have in common is read once.
     *
     * @throws UnknownMetricException when the catalogue has no such key
     */
    List<Answer> askAll(List<MetricQuery> asks);

    /** @throws UnknownMetricException when the catalogue has no such key */
    default Answer ask(String metricKey, Slice slice, Grouping grouping) {
        return askAll(List.of(new MetricQuery(metricKey, slice, grouping))).get(0);
    }
}
