package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;

/**
 * Defines the metric churn rate, the share of customers lost: lost / customers at the start x 100. With the option
 * {@code base=all} it is lost / all customers there were in the period (start + added).
 *
 * <p>By how long they had been customers it is the churn of those; by reason the lost ones of each reason are divided by all
 * customers, so that the reasons add up to it.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data when there is nobody to lose. Examples: 10 of
 * 100 is 10 %; 100 of 1,000 is 10 %; 25 of 100 is 25 %. Source: [E10], [N18], [X5], [V8], [Q10].
 */
public final class ChurnRate extends StockMetric {
    ChurnRate() {
        super(Define.metric("churn_rate", Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, Definition.Better.DOWN)
                .growing()
                .benchmark(Benchmark.bands("N18", "below", 2.0, "healthy", Benchmark.above(8.0), "poor")
                        .per(Grain.MONTH))
                .beside(Benchmark.bands("Q10", "below", 3.0, "healthy", Benchmark.above(8.0), "poor")
                        .per(Grain.MONTH)
                        .of("saas"))
                .options(SliceOption.BASE)
                .parts(Dimension.RELATION_AGE, Dimension.REASON)
                .sources("E10", "N18", "X5", "V8", "Q10")
                .rows(RowSet.of("customer"))
                .done());
    }

    /** Asked for one reason, those who left for it; of one time as a customer, those who had been one for so long. */
    @Override
    public RowSet rows(Slice slice) {
        boolean part = slice.option(SliceOption.REASON).isPresent()
                || slice.option(SliceOption.RELATION_AGE).isPresent();
        return part ? RowSet.of("customer").only("part") : RowSet.of("customer");
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

    /** Reasons are all of the same customers: what weighs is how many left. */
    @Override
    public BigDecimal weight(Figure figure) {
        return figure.numerator();
    }
}
