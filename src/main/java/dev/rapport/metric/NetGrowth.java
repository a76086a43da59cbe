package dev.rapport.metric;

import dev.rapport.slice.Slice;

/**
 * Defines the metric net growth, how much the number of customers grew: (end - start) / start x 100.
 *
 * <p>Unit: per cent, from -100. Null behaviour: no data without customers at the start (growth from zero has no rate).
 * Example: from 10,000 to 12,000 is 20 %. Source: VWO [V8], there printed as retention.
 */
public final class NetGrowth extends StockMetric {
    NetGrowth() {
        super(Define.metric("net_growth", Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, Definition.Better.UP)
                .growing()
                .sources("V8")
                .rows(RowSet.of("customer"))
                .done());
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.GROWTH;
    }

    @Override
    public Figure figure(Slice slice, Stock stock) {
        return Figures.percent(stock.end() - stock.start(), stock.start());
    }
}
