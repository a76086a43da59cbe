package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric click-through rate: clicks / impressions x 100, out of campaign figures; for e-mail clicks / delivered,
 * or where nothing is said of these clicks / opens, and the answer says so.
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
            .withoutPeople()
            .sources("N18", "V8")
            .rows(RowSet.of("campaign_day"))
            .done();

    private static final Input CLICKS = Input.sum(Measure.CLICKS);
    private static final Input EXPOSURES = Input.sum(Measure.EXPOSURES);
    private static final Input BY_DELIVERED = Input.sum(Measure.CLICKS_BY_DELIVERED);
    private static final Input BY_OPENS = Input.sum(Measure.CLICKS_BY_OPENS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(CLICKS, EXPOSURES, BY_DELIVERED, BY_OPENS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(CLICKS), inputs.count(EXPOSURES));
    }

    @Override
    public List<String> remarks(Inputs inputs) {
        List<String> remarks = new ArrayList<>();
        if (inputs.count(BY_DELIVERED) > 0) {
            remarks.add("ctr_by_delivered");
        }
        if (inputs.count(BY_OPENS) > 0) {
            remarks.add("ctr_by_opens");
        }
        return remarks;
    }
}
