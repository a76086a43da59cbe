package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.math.BigDecimal;

/**
 * Computes what became of recurring revenue: a part of what the customers of the start pay at the end / recurring revenue
 * at the start x 100.
 *
 * <p>Unit: per cent. Null behaviour: no data without recurring revenue at the start. n is the customers at the start.
 */
abstract class RecurringRate extends StockMetric {
    RecurringRate(String key, Definition.Better better, String... sources) {
        super(Define.metric(key, Definition.Topic.CUSTOMERS, Definition.Unit.PERCENT, better)
                .growing()
                .sources(sources)
                .rows(RowSet.of("customer").by("subscription"))
                .done());
    }

    /** Money a month, of the customers of the start. */
    abstract BigDecimal part(Stock stock);

    @Override
    public final Aggregation aggregation() {
        return Aggregation.GROWTH;
    }

    @Override
    public final Figure figure(Slice slice, Stock stock) {
        return Figures.percent(part(stock), stock.recurringAtStart(), stock.start());
    }

    @Override
    public final boolean isOfRecurringRevenue() {
        return true;
    }
}
