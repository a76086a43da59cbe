package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metric spend: what campaigns cost, by the figures of each reporting day.
 *
 * <p>Unit: money in the reporting currency. Null behaviour: nothing spent is 0. n is the number of daily figures that say
 * what was spent. It has no persons, so it is not told apart by segment. Source: [E10], [V8].
 */
final class Spend implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "spend", Definition.Topic.CAMPAIGNS, Definition.Unit.MONEY, Definition.Better.DOWN)
            .additive()
            .parts(Dimension.CAMPAIGN, Dimension.VARIANT)
            .sources("E10", "V8")
            .rows(RowSet.of("campaign_day"))
            .done();

    private static final Input MONEY = Input.sum(Measure.SPEND);
    private static final Input DAYS = Input.sum(Measure.SPEND_DAYS);

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
        return Set.of(MONEY, DAYS);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figure.of(Figures.money(inputs.get(MONEY)), inputs.count(DAYS));
    }
}
