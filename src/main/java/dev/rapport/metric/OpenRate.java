package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric open rate: messages opened / messages delivered x 100, of the campaign figures that say both.
 *
 * <p>Unit: per cent, with Wilson's interval; none where a tool counts every opening and the rate is above 100. Null behaviour: no
 * data where nothing says how many were delivered. Example: 200 opened of 1,000 delivered is 20 %. Source: [V8].
 */
final class OpenRate implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "open_rate", Definition.Topic.CAMPAIGNS, Definition.Unit.PERCENT, Definition.Better.UP)
            .parts(Dimension.CAMPAIGN, Dimension.VARIANT)
            .withoutPeople()
            .sources("V8")
            .rows(RowSet.of("campaign_day"))
            .done();

    private static final Input OPENS = Input.sum(Measure.OPENS_OF_DELIVERED);
    private static final Input DELIVERED = Input.sum(Measure.DELIVERED_WITH_OPENS);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(OPENS, DELIVERED);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(OPENS), inputs.count(DELIVERED));
    }
}
