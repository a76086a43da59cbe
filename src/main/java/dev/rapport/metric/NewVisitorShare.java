package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric new visitor share: the slice's visitors whose first session ever (on any channel) lies in the same
 * period, per cent.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without visitors. Neither direction is
 * better. Benchmark: 10 %. Source: Nextiva [N18].
 */
final class NewVisitorShare implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "new_visitor_share", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.NEITHER)
            .growing()
            .benchmark(Benchmark.bands("N18", "below", 10.0, "typical").per(Grain.MONTH))
            .parts(Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
            .sources("N18")
            .rows(RowSet.of("visitor"))
            .done();

    private static final Input NEW = new Input.PeopleAlso(Measure.SESSIONS, Measure.FIRST_SESSIONS);
    private static final Input ALL = Input.people(Measure.SESSIONS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(NEW, ALL);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(NEW), inputs.count(ALL));
    }
}
