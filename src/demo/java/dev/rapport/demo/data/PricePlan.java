package dev.rapport.demo.data;

import java.util.Locale;

/**
 * Lists what customers pay for, and how such customers behave.
 *
 * @see #visits visits a day of an average customer
 */
enum PricePlan {
    FREE(0, 0.014, 0.050, 0),
    STARTER(19_00, 0.024, 0.085, 0.022),
    PRO(49_00, 0.039, 0.115, 0.014),
    ENTERPRISE(199_00, 0.065, 0.220, 0.006);

    static final long DEARER_STARTER = 29_00;

    final long cents;
    final double visits;
    /** Tickets a month. */
    final double tickets;
    /** Share that leaves in a month. */
    final double churn;

    PricePlan(long cents, double visits, double tickets, double churn) {
        this.cents = cents;
        this.visits = visits;
        this.tickets = tickets;
        this.churn = churn;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    PricePlan next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }
}
