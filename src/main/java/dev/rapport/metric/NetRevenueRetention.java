package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Defines the metric net revenue retention: what customers of the start pay at the end / recurring revenue at the start
 * x 100; it is 100 + {@link RevenueExpansion} - {@link RevenueChurn}.
 *
 * <p>Unit: per cent, from 0; above 100 those who stay pay more than is lost. Null behaviour: no data without recurring
 * revenue at the start. n is the customers at the start. Source: own.
 */
final class NetRevenueRetention extends RecurringRate {
    NetRevenueRetention() {
        super("net_revenue_retention", Definition.Better.UP, "own");
    }

    @Override
    BigDecimal part(Stock stock) {
        return stock.recurringKept();
    }
}
