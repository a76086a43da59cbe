package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric stickiness: mean daily active people / people active in the 30 days up to the bucket's end x 100.
 * The mean is over the bucket's days; at month grain the 30 days are that calendar month. It tells how much of a
 * month's people come on a day.
 *
 * <p>Unit: per cent; above 100 only where the bucket is longer than the 30 days and people dwindled. Null behaviour: no
 * data when nobody was active in the 30 days. Benchmark: more than 13 %, about one day a week. Source: Nextiva [N18].
 */
final class Stickiness implements CellMetric {
    private static final Definition DEFINITION = Define.metric(
                    "stickiness", Definition.Topic.PRODUCT, Definition.Unit.PERCENT, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "poor", Benchmark.above(13.0), "good"))
            .sources("N18")
            .rows(RowSet.of("active_day").earlier(29))
            .done();

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.MEAN;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(daily(items), monthly(items));
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        BigDecimal monthly = inputs.get(monthly(items));
        return Figures.percent(inputs.get(daily(items)), monthly, monthly.longValueExact());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return items.productUse().notes();
    }

    private static Input daily(SurveyItems items) {
        return new Input.MeanActive(items.productUse().sessions(), 1);
    }

    private static Input monthly(SurveyItems items) {
        return new Input.ActiveAtEnd(items.productUse().sessions(), 30);
    }
}
