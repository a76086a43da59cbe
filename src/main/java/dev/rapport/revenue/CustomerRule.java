package dev.rapport.revenue;

import dev.rapport.db.SqlPieces;
import org.jdbi.v3.core.Handle;

/**
 * Holds the rule of what makes somebody a customer: a running subscription, or an order within the churn window. As the
 * settings say; if they leave it open, subscriptions where there is any. Recurring revenue is of subscriptions whatever
 * the rule.
 */
public record CustomerRule(boolean bySubscription, int churnWindowDays) {
    /** @param recurring whether it is about what only subscriptions bring */
    public static CustomerRule of(Handle handle, boolean recurring) {
        return handle.select("select by_subscription, churn_window_days from customer_definition")
                .map((row, context) -> new CustomerRule(recurring || row.getBoolean(1), row.getInt(2)))
                .one();
    }

    /** Key of the remark that says which rule was used. */
    public String note() {
        return bySubscription ? "customers_by_subscription" : "customers_by_orders";
    }

    /**
     * Adds the common table {@code span (channel_id, person_id, started_at, ended_at, amount, is_first, since)}, after a table {@code bucket}
     * with {@code from_at} and {@code to_at}: the times in which people are customers. The one rule for stocks, health, worth,
     * lists and the rows behind them.
     */
    void addSpans(SqlPieces sql) {
        sql.add(bySubscription ? CustomerQueries.SUBSCRIPTIONS : CustomerQueries.ORDERS);
    }
}
