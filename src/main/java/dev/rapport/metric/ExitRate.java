package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Defines the metric exit rate, how often a visit ends on a page: sessions that ended there / page views of it x 100.
 * Over all pages: sessions with a page view / page views. A session ends on the last page it saw, whatever else
 * happened after.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without page views. Source: Nextiva [N18].
 */
final class ExitRate implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "exit_rate", Definition.Topic.SITE, Definition.Unit.PERCENT, Definition.Better.DOWN)
            .parts(Dimension.PAGE, Dimension.CAMPAIGN)
            .sources("N18")
            .rows(RowSet.of("page_view"))
            .done();

    private static final Input EXITS = Input.sum(Measure.PAGE_SESSIONS);
    private static final Input VIEWS = Input.sum(Measure.PAGE_VIEWS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(EXITS, VIEWS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(EXITS), inputs.count(VIEWS));
    }

    /** The pages on which most visits end come first. */
    @Override
    public BigDecimal weight(Figure figure) {
        return figure.numerator();
    }
}
