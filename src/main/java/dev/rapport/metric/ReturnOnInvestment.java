package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Defines the metric return on investment: ({@link AttributedRevenue} - {@link Spend}) / spend x 100.
 *
 * <p>Unit: per cent, from -100 (nothing came of it). Null behaviour: no data where nothing was spent. n is the number of
 * attributed orders. Example: 1,500 of revenue for 500 spent is 200 %. Source: [E10], [V8].
 */
final class ReturnOnInvestment implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "roi", Definition.Topic.CAMPAIGNS, Definition.Unit.PERCENT, Definition.Better.UP)
            .parts(Dimension.CAMPAIGN)
            .withoutPeople()
            .sources("E10", "V8")
            .rows(RowSet.of("spend").and(RowSet.of("attributed_order")))
            .done();

    private static final Input SPEND = Input.sum(Measure.SPEND);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(AttributedRevenue.MONEY, AttributedRevenue.ORDERS, SPEND);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        BigDecimal spend = Figures.money(inputs.get(SPEND));
        BigDecimal revenue = Figures.money(inputs.get(AttributedRevenue.MONEY));
        return Figures.percent(revenue.subtract(spend), spend, inputs.count(AttributedRevenue.ORDERS));
    }
}
