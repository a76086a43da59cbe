package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric bounce rate: sessions with exactly one page view and no other interaction / sessions with a page
 * view x 100.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without such a session. Benchmark: 20 to
 * 55 %. Source: Nextiva [N18].
 */
final class BounceRate implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "bounce_rate", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.DOWN)
            .benchmark(Benchmark.bands("N18", "good", 20.0, "typical", Benchmark.above(55.0), "poor"))
            .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
            .sources("N18")
            .rows(RowSet.of("session").only("with_pages"))
            .done();

    private static final Input BOUNCES = Input.sum(Measure.BOUNCES);
    private static final Input SESSIONS = Input.sum(Measure.PAGE_SESSIONS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(BOUNCES, SESSIONS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(BOUNCES), inputs.count(SESSIONS));
    }
}
