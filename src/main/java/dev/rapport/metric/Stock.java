package dev.rapport.metric;

import java.math.BigDecimal;

/**
 * Holds how many customers there were when a period started and when it ended.
 *
 * @param start customers at its start
 * @param added customers at its end who were none at its start
 * @param end customers at its end
 * @param fresh people who became a customer for the first time ever in the period
 * @param recurringAtStart what running subscriptions paid a month at its start
 * @param recurringLost what customers of the start pay less a month at its end, each by himself, never below 0
 * @param recurringContracted of what is lost, that of people who are still customers at its end
 * @param recurringKept what customers of the start pay a month at its end
 * @param recurringAtEnd what running subscriptions paid a month at its end
 */
public record Stock(
        long start,
        long added,
        long end,
        long fresh,
        BigDecimal recurringAtStart,
        BigDecimal recurringLost,
        BigDecimal recurringContracted,
        BigDecimal recurringKept,
        BigDecimal recurringAtEnd) {
    public static final Stock EMPTY = customers(0, 0, 0);

    /** Customers without subscriptions. */
    public static Stock customers(long start, long added, long end) {
        return new Stock(
                start,
                added,
                end,
                added,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /** What customers of the start pay more a month at its end, each by himself, never below 0. */
    public BigDecimal recurringExpanded() {
        return recurringKept.subtract(recurringAtStart).add(recurringLost);
    }

    /** Customers of the start who are none at the end. */
    public long lost() {
        return start - (end - added);
    }
}
