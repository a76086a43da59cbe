package dev.rapport.cube.build;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Builds orders out of their lines. An order is its lines that are not cancelled, happens when the first of them does
 * and has its buyer and channel; where they come to nothing it is none. A line that comes or goes may move the order to
 * another day. What is given back counts when it is given back, as the order's, or as its own row says where the order
 * is not known.
 */
final class PurchaseBuilder {
    private static final String KEYS = """
            insert into rollup_order
            select order_key from order_line where current and at >= ? and at < ?
            union
            select order_key from purchase where last_at >= ? and at < ?
            union
            select order_key from refund where at >= ? and at < ?
            """;

    private static final String CHOSEN = "(select distinct order_key from rollup_order) as key join %s as line"
            + " on line.order_key = key.order_key";

    private static final String BUILD = SqlFile.of("cube/build_purchases");

    /**
     * Rows that give money back are taken as they are, unless all of their order is cancelled: that was never counted. What an
     * order's own row says was given back may hold shipping and tax that the order is counted without: no more than all of it.
     */
    private static final String GIVE_BACK = SqlFile.of("cube/build_refunds");

    private static final String LOWER = """
            update purchase set refunded = least(purchase.amount, given.amount)
            from (select order_key, sum(amount) as amount from refund group by order_key) as given
            where given.order_key = purchase.order_key and %s
            """;

    private final Handle handle;
    private final ZoneId zone;

    PurchaseBuilder(Handle handle, ZoneId zone) {
        this.handle = handle;
        this.zone = zone;
    }

    /**
     * Makes anew the orders that had or have a line in one of the days; whose they were and are is added to {@code
     * rollup_touched}.
     *
     * @return the days and those that such an order was or is in
     */
    SortedSet<LocalDate> build(SortedSet<LocalDate> dirty) {
        handle.execute("""
                create temp table if not exists rollup_order (order_key text not null) on commit delete rows;
                truncate rollup_order
                """);
        for (DayRange run : DayRange.of(dirty)) {
            handle.execute(
                    KEYS,
                    run.start(zone),
                    run.end(zone),
                    run.start(zone),
                    run.end(zone),
                    run.start(zone),
                    run.end(zone));
        }
        handle.execute("analyze rollup_order");
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        String theirs = "order_key in (select order_key from rollup_order)";
        note(days, theirs);
        handle.execute("delete from purchase where " + theirs);
        handle.execute("delete from refund where " + theirs);
        handle.execute(BUILD.formatted(ReportingTime.day("at"), CHOSEN.formatted("ordered_line")));
        handle.execute(GIVE_BACK.formatted(CHOSEN.formatted("order_line"), ReportingTime.day("given.at")));
        handle.execute(LOWER.formatted("purchase." + theirs));
        note(days, theirs);
        return days;
    }

    /** When the orders are or were, and whose. */
    private void note(SortedSet<LocalDate> days, String theirs) {
        days.addAll(handle.select(
                        "select day from purchase where %1$s union select day from refund where %1$s".formatted(theirs))
                .mapTo(LocalDate.class)
                .list());
        handle.execute("""
                insert into rollup_touched
                select person_id from purchase where %1$s union select person_id from refund where %1$s
                """.formatted(theirs));
    }

    /** All orders, into a table that has none yet. */
    void load() {
        handle.execute(BUILD.formatted(ReportingTime.day("at"), "ordered_line as line"));
        handle.execute("analyze purchase");
        handle.execute(GIVE_BACK.formatted("order_line as line", ReportingTime.day("given.at")));
        handle.execute(LOWER.formatted("true"));
    }
}
