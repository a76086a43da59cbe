package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Defines the metric lifetime value to acquisition cost: {@link CustomerLifetimeValue} / {@link AcquisitionCost} of the
 * same period and channels. It holds what customers bring in against what it costs to win one; with the option {@code
 * net=support} it takes the value after the cost of support. Spend is not told apart by segment, so the value of a
 * segment's customers is held against what any customer of those channels costs.
 *
 * <p>Unit: ratio. Null behaviour: no data where either has none, or nothing was spent. Example: 720 and 180 are 4. Source:
 * Nextiva [N18], which asks for 3 to 5.
 */
final class ValueToCost implements ComposedMetric {
    private static final Definition DEFINITION = Define.metric(
                    "clv_to_cac", Definition.Topic.CUSTOMERS, Definition.Unit.RATIO, Definition.Better.UP)
            .benchmark(Benchmark.bands("N18", "poor", 3.0, "good", Benchmark.above(5.0), "great"))
            .options(SliceOption.NET)
            .sources("E10", "N18", "X5", "V8")
            .rows(RowSet.of("customer_worth")
                    .and(RowSet.of("spend")
                            .and(RowSet.of("customer").only("new"))
                            .ofAnybody()))
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
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("cost_of_everybody");
    }

    @Override
    public List<Operand> operands(Slice slice) {
        return List.of(Operand.of(new CustomerLifetimeValue()), Operand.ofAnybody(new AcquisitionCost()));
    }

    @Override
    public Figure figure(Slice slice, List<Figure> figures) {
        Optional<BigDecimal> value = figures.get(0).value();
        Optional<BigDecimal> cost = figures.get(1).value();
        return value.isEmpty() || cost.isEmpty()
                ? Figure.noData()
                : Figures.ratio(value.get(), cost.get(), figures.get(0).n());
    }
}
