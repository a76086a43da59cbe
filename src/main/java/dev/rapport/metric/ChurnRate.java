package dev.rapport.metric;

import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;

/**
 * Defines the metric churn rate, the share of customers lost: lost / customers at the start x 100. With the option
 * {@code base=all} it is lost / all customers there were in the period (start + added).
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data when there is nobody to lose. Examples: 10 of
 * 100 is 10 %; 100 of 1,000 is 10 %; 25 of 100 is 25 %. Source: QuestionPro [Q10], X5; the option Nextiva [N18].
 */
public final class ChurnRate extends StockMetric {
    ChurnRate() {
        super(Define.metric("churn_rate", Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, Definition.Better.DOWN)
                .growing()
                .benchmark(Benchmark.bands("N18", "good", 2.0, "typical", Benchmark.above(8.0), "poor")
                        .per(Grain.MONTH))
                .options(SliceOption.BASE)
                .sources("Q10", "X5", "N18")
                .rows(RowSet.of("customer"))
                .done());
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.GROWTH;
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        boolean all = slice.option(SliceOption.BASE).isPresent();
        return Figures.share(stock.lost(), all ? stock.start() + stock.added() : stock.start());
    }
}
