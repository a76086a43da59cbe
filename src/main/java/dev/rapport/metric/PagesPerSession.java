package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric pages per session: page views / sessions that have a page view.
 *
 * <p>Unit: ratio, from 1. Null behaviour: no data without such a session. Benchmark: 1.7 to 4. Source: [E10], [N18].
 */
final class PagesPerSession implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "pages_per_session", Definition.Topic.SITE, Definition.Unit.RATIO, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "poor", 1.7, "good", Benchmark.above(4.0), "above"))
            .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
            .sources("E10", "N18")
            .rows(RowSet.of("session").only("with_pages"))
            .done();

    private static final Input VIEWS = Input.sum(Measure.PAGE_VIEWS);
    private static final Input SESSIONS = Input.sum(Measure.PAGE_SESSIONS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(VIEWS, SESSIONS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.ratio(inputs.count(VIEWS), inputs.count(SESSIONS));
    }
}
