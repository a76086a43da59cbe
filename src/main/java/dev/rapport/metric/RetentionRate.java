package dev.rapport.metric;

import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;

/**
 * Defines the metric retention rate, the share of customers at the start that remain: (end - added) / start x 100.
 * Added are customers at the end who were none at the start.
 *
 * <p>Unit: per cent, 0..100, with Wilson's interval. Null behaviour: no data without customers at the start. Example: start
 * 10,000, added 5,000, end 12,000 give 70 %. Source: [E10], [X5], VWO [V8], whose own example prints net growth instead; that is
 * {@link NetGrowth}.
 */
public final class RetentionRate extends StockMetric {
    RetentionRate() {
        super(Define.metric("retention_rate", Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, Definition.Better.UP)
                .growing()
                .benchmark(Benchmark.bands("V8", "poor", 50.0, "typical", 70.0, "good")
                        .per(Grain.YEAR))
                .sources("E10", "X5", "V8")
                .rows(RowSet.of("customer"))
                .done());
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.GROWTH;
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        return Figures.share(stock.end() - stock.added(), stock.start());
    }
}
