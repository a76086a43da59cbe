package dev.rapport.metric;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Holds what some customers brought in so far, and how long they have been customers.
 *
 * @param customers each once
 * @param orders of theirs, over their whole life so far; of a subscription each month that it ran, in fractions
 * @param money what these were worth
 * @param years in which they were customers, all together
 * @param supportCost what their tickets cost so far; 0 where the settings name no cost
 */
public record CustomerWorth(
        long customers, BigDecimal orders, BigDecimal money, BigDecimal years, BigDecimal supportCost) {
    public static final CustomerWorth EMPTY =
            new CustomerWorth(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Money / orders; there must be some. */
    public BigDecimal averageOrder() {
        return money.divide(orders, MathContext.DECIMAL64);
    }

    /** Orders / years; there must be some. */
    public BigDecimal ordersPerYear() {
        return orders.divide(years, MathContext.DECIMAL64);
    }

    /** Years / customers; there must be some. */
    public BigDecimal life() {
        return years.divide(BigDecimal.valueOf(customers), MathContext.DECIMAL64);
    }
}
