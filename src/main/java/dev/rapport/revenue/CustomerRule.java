package dev.rapport.revenue;

import dev.rapport.cube.read.SliceSql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What makes somebody a customer: a running subscription, or an order within the churn window. As the settings say; if they
 * leave it open, subscriptions where there is any. Recurring revenue is of subscriptions whatever the rule.
 */
public record CustomerRule(boolean bySubscription, int churnWindowDays) {
    private static final int HOURS = 24;

    /** @param recurring whether it is about what only subscriptions bring */
    public static CustomerRule of(Connection connection, boolean recurring) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select customer_rule = 'subscription'
                           or customer_rule = 'auto' and exists (select from paying_subscription),
                       churn_window_days
                from settings
                """);
                var row = statement.executeQuery()) {
            row.next();
            return new CustomerRule(recurring || row.getBoolean(1), row.getInt(2));
        }
    }

    /** Key of the remark that says which rule was used. */
    public String note() {
        return bySubscription ? "customers_by_subscription" : "customers_by_orders";
    }

    /** The spans of time in which people are customers. */
    void addSpans(SliceSql sql) {
        if (bySubscription) {
            sql.add(CustomerQueries.SUBSCRIPTIONS);
        } else {
            int hours = churnWindowDays * HOURS;
            sql.add(CustomerQueries.ORDERS, hours, hours, hours);
        }
    }
}
