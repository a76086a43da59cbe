package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric unique visitors: distinct people with a session in the slice, each counted once, exactly.
 *
 * <p>Unit: people. Null behaviour: nobody is 0. Does not add up over days, channels or segments. Source: METRICS.
 */
final class UniqueVisitors implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "unique_visitors", Definition.Topic.SITE, Definition.Unit.COUNT, Definition.Better.UP)
            .growing()
            .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
            .sources("N18")
            .rows(RowSet.of("visitor"))
            .done();

    private static final Input PEOPLE = Input.people(Measure.SESSIONS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(PEOPLE);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.count(inputs.count(PEOPLE));
    }
}
