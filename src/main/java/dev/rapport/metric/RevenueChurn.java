package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Defines the metric revenue churn, the share of recurring revenue lost: lost / recurring revenue at the start x 100.
 * Lost is what customers of the start pay less at the end, by leaving or by a smaller subscription; what others pay
 * more does not make up for it.
 *
 * <p>Unit: per cent, 0..100. Null behaviour: no data without recurring revenue at the start. n is the customers at the
 * start. Source: X5.
 */
public final class RevenueChurn extends RecurringRate {
    RevenueChurn() {
        super("revenue_churn", Definition.Better.DOWN, "X5");
    }

    @Override
    BigDecimal part(Stock stock) {
        return stock.recurringLost();
    }
}
