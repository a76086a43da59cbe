package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines what the metrics of active people share: the mean number of people active in a trailing window, over the days
 * of the bucket.
 */
abstract class ActivePeople implements CellMetric {
    private static final Input PEOPLE = Input.people(Measure.SESSIONS);

    private final Definition definition;
    private final Input mean;

    ActivePeople(String key, int days) {
        this.definition = Define.metric(key, Definition.Topic.PRODUCT, Definition.Unit.COUNT, Definition.Better.UP)
                .sources("N18", "Q10")
                .rows(RowSet.of("active_day").earlier(days - 1))
                .done();
        this.mean = new Input.MeanActive(Measure.SESSIONS, days);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.MEAN;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(mean, PEOPLE);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figure.of(inputs.get(mean), inputs.count(PEOPLE));
    }
}
