package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerList;
import dev.rapport.customers.ListedCustomer;
import dev.rapport.metric.Health;
import dev.rapport.web.CsvTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Writes the list of customers as a table.
 *
 * @param names whether it says who they are; without, a customer number that is an address is left out, too
 */
record CustomerListFile(boolean names) {
    private static final List<String> FIGURES =
            List.of("value", "orders", "last_active", "tickets", "last_score", "health", "band");

    /** Hands over the customers, one after the other. */
    interface Rows {
        void each(CustomerList.Taker taker) throws IOException;
    }

    void write(CsvTable table, Rows rows) throws IOException {
        table.plain("person").plain("customer_number");
        if (names) {
            table.plain("name");
        }
        FIGURES.forEach(table::plain);
        table.end();
        rows.each(customer -> row(table, customer));
    }

    private void row(CsvTable table, ListedCustomer each) throws IOException {
        table.number(each.person());
        table.text(!names && each.number().indexOf('@') >= 0 ? "" : each.number());
        if (names) {
            table.text(each.name());
        }
        table.number(each.value())
                .number(each.orders())
                .plain(each.lastActive().map(Instant::toString).orElse(""));
        table.number(each.tickets()).number(each.lastScore().map(BigDecimal::valueOf));
        table.number(each.healthTenths().map(tenths -> BigDecimal.valueOf(tenths, 1)));
        table.plain(each.healthTenths()
                        .map(tenths -> Health.Band.of(tenths).key())
                        .orElse(""))
                .end();
    }
}
