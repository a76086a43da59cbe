package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric time on page, how long a page is looked at: time in which pages were visible / page views that say
 * so. The tracker counts while the page is in front, so that the last page of a visit has a time too, and a forgotten
 * tab has none. Page views that say nothing (sent by a server, imported without it) are left out, not counted as 0.
 *
 * <p>Unit: seconds. Null behaviour: no data without such a page view. Benchmark: 52 s. Source: [E10], [N18], [V8].
 */
final class TimeOnPage implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "time_on_page", Definition.Topic.SITE, Definition.Unit.DURATION, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "poor", 52.0, "good"))
            .parts(Dimension.PAGE, Dimension.CAMPAIGN, Dimension.LANDING_PAGE)
            .sources("E10", "N18", "V8")
            .rows(RowSet.of("page_view").only("timed"))
            .done();

    private static final Input MILLIS = Input.sum(Measure.VISIBLE_TIME);
    private static final Input VIEWS = Input.sum(Measure.TIMED_VIEWS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(MILLIS, VIEWS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        BigDecimal views = inputs.get(VIEWS);
        return Figures.ratio(inputs.get(MILLIS).movePointLeft(3), views, views.longValueExact());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("measured_page_views_only");
    }
}
