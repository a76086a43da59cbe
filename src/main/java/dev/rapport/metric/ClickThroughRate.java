package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric click-through rate: clicks / impressions x 100, out of campaign figures; for e-mail clicks /
 * delivered.
 *
 * <p>Unit: per cent, with Wilson's interval; none where people click more than once and the rate is above 100. Null
 * behaviour: no data without impressions. Examples: 50 of 200 is 25 % [N18]; 100 of 1,000 is 10 % [V8]. Benchmark: 6 to 7 %
 * is high [N18].
 */
final class ClickThroughRate implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "ctr", Definition.Topic.CAMPAIGNS, Definition.Unit.PERCENT, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "typical", 6.0, "good"))
            .parts(Dimension.CAMPAIGN, Dimension.VARIANT)
            .sources("N18", "V8")
            .rows(RowSet.of("campaign_day"))
            .done();

    private static final Input CLICKS = Input.sum(Measure.CLICKS);
    private static final Input EXPOSURES = Input.sum(Measure.EXPOSURES);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public boolean knowsPeople() {
        return false;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(CLICKS, EXPOSURES);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(CLICKS), inputs.count(EXPOSURES));
    }
}
