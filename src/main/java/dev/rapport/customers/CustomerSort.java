package dev.rapport.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the orders of the list of customers; each has its own column and index. */
public enum CustomerSort {
    VALUE("value", "numeric"),
    LAST_ACTIVE("last_at", "timestamptz"),
    ORDERS("orders", "int"),
    TICKETS("tickets", "int"),
    LAST_SCORE("last_score", "int"),
    HEALTH("health", "int");

    private final String column;
    private final String type;

    CustomerSort(String column, String type) {
        this.column = column;
        this.type = type;
    }

    /** As in a URL: {@code last-active}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CustomerSort> of(String key) {
        return Stream.of(values()).filter(sort -> sort.key().equals(key)).findFirst();
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }
}
