package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Defines the metric expansion rate: what customers of the start pay more at the end, each by himself / recurring revenue
 * at the start x 100.
 *
 * <p>Unit: per cent, from 0. Null behaviour: no data without recurring revenue at the start. n is the customers at the
 * start. Source: [E10], which wants customers kept and upgraded.
 */
final class RevenueExpansion extends RecurringRate {
    RevenueExpansion() {
        super("expansion_rate", Definition.Better.UP, "E10");
    }

    @Override
    BigDecimal part(Stock stock) {
        return stock.recurringExpanded();
    }
}
