package dev.rapport.customers;

import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.Health;
import dev.rapport.metric.HealthPart;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads the customers behind a figure of a whole period as columns of text: one array for each, an empty text for
 * nothing.
 */
public final class CustomerColumns {
    private final List<List<String>> columns;

    private CustomerColumns(int width) {
        columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** Person, the points of each part in the order of {@link HealthPart}, and the score in tenths. */
    public static Object[] health(Handle handle, Slice slice, Instant now) {
        CustomerColumns rows = new CustomerColumns(HealthPart.values().length + 2);
        ReadTransaction readTransaction = ReadTransaction.on(handle);
        Bucket whole = Bucket.whole(slice.period(), slice.zone());
        FactGrouping sorting = readTransaction.sorting(slice, slice.period(), Grouping.TOTAL);
        List<ObservationTime> ends = ObservationTime.endsOf(List.of(whole), now, slice.zone());
        for (HealthScores scores : new HealthScoring().scores(readTransaction, slice.zone(), ends)) {
            for (int i = 0; i < scores.count(); i++) {
                int signature = scores.signature(i);
                boolean asked = Arrays.stream(scores.channels(i))
                        .anyMatch(channel -> sorting.group(FactGrouping.micros(whole.from()), channel, signature) >= 0);
                if (asked) {
                    rows.add(scores.person(i), scores.health(i));
                }
            }
        }
        return rows.arrays();
    }

    private void add(int person, Health health) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(person));
        for (HealthPart part : HealthPart.values()) {
            row.add(Optional.ofNullable(health.points().get(part))
                    .map(points -> points.toString())
                    .orElse(""));
        }
        row.add(Integer.toString(health.tenths()));
        add(row);
    }

    /** Person, number of the channel, orders, months of subscriptions, years as a customer, money, cost of support. */
    public static Object[] worth(Handle handle, Slice slice, Instant now) {
        CustomerColumns rows = new CustomerColumns(7);
        ReadTransaction readTransaction = ReadTransaction.on(handle);
        Bucket whole = Bucket.whole(slice.period(), slice.zone());
        FactGrouping sorting = readTransaction.sorting(slice, slice.period(), Grouping.TOTAL);
        CustomerHistory customerHistory = CustomerHistory.read(readTransaction, LocalDate.ofInstant(now, slice.zone()));
        long from = FactGrouping.micros(whole.from());
        for (ObservationTime end : ObservationTime.endsOf(List.of(whole), now, slice.zone())) {
            customerHistory.during(from, end, life -> {
                int signature = customerHistory.signature(life.person(), end.day());
                if (sorting.group(from, life.channel(), signature) >= 0) {
                    rows.add(List.of(
                            Integer.toString(life.person()),
                            Integer.toString(life.channel()),
                            Long.toString(life.orders()),
                            CustomerHistory.months(life.subscribedSeconds()).toPlainString(),
                            CustomerHistory.years(life.seconds()).toPlainString(),
                            BigDecimal.valueOf(life.money(), 6).toPlainString(),
                            customerHistory
                                    .costPerTicket()
                                    .multiply(BigDecimal.valueOf(life.tickets()))
                                    .toPlainString()));
                }
            });
        }
        return rows.arrays();
    }

    private void add(List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            columns.get(i).add(row.get(i));
        }
    }

    private Object[] arrays() {
        return columns.stream().map(column -> column.toArray(String[]::new)).toArray();
    }
}
