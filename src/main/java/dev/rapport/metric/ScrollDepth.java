package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric scroll depth: the sum of page views' deepest scrolls / page views that say how far they were
 * scrolled. Page views that say nothing (sent by a server, imported without it) are no page views of 0 %.
 *
 * <p>Unit: per cent of the page's length, 0..100; every page view is there, so that there is no interval, as with the length of sessions. Null behaviour: no data without such a
 * page view. Benchmark: 50 %. Source: Nextiva [N18].
 */
final class ScrollDepth implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "scroll_depth", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "poor", 50.0, "good"))
            .parts(Dimension.PAGE, Dimension.CAMPAIGN)
            .sources("N18")
            .rows(RowSet.of("page_view").only("scrolled"))
            .done();

    private static final Input SUM = Input.sum(Measure.SCROLL);
    private static final Input VIEWS = Input.sum(Measure.SCROLLED_VIEWS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(SUM, VIEWS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        long views = inputs.count(VIEWS);
        // Whole lengths of pages, so that the quotient is a share and the value per cent.
        BigDecimal lengths = inputs.get(SUM).movePointLeft(2);
        return Figures.percent(lengths, BigDecimal.valueOf(views), views);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("measured_page_views_only");
    }
}
