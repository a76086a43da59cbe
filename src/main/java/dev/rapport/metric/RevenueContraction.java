package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Defines the metric contraction rate: what customers of the start who are still customers pay less at the end / recurring
 * revenue at the start x 100. It is the part of {@link RevenueChurn} that nobody left for.
 *
 * <p>Unit: per cent, 0..100. Null behaviour: no data without recurring revenue at the start. n is the customers at the
 * start. Source: own.
 */
final class RevenueContraction extends RecurringRate {
    RevenueContraction() {
        super("contraction_rate", Definition.Better.DOWN, "own");
    }

    @Override
    BigDecimal part(Stock stock) {
        return stock.recurringContracted();
    }
}
