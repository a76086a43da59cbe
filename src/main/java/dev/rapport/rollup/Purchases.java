package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Orders out of their lines: an order is its lines that are not cancelled, happens when the first of them does and has its
 * buyer and channel. A line that comes or goes may move the order to another day.
 */
final class Purchases {
    private static final String KEYS = """
            insert into rollup_order
            select order_key from order_line where current and at >= ? and at < ?
            union
            select order_key from purchase where last_at >= ? and at < ?
            """;

    private static final String CHOSEN = "(select distinct order_key from rollup_order) as key join order_line as line"
            + " on line.order_key = key.order_key";

    private static final String BUILD = """
            insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount)
            select bought.order_key, visitors[1], visitor.person_id, channels[1], at, last_at,
                   (at at time zone ?)::date, amount
            from (
                select line.order_key, min(line.at) as at, max(line.at) as last_at, sum(line.amount) as amount,
                       array_agg(line.visitor_id order by line.at, line.key) as visitors,
                       array_agg(line.channel_id order by line.at, line.key) as channels
                from %s
                where line.current and line.cancelled_at is null
                group by line.order_key
            ) as bought
            join visitor on visitor.id = visitors[1]
            """;

    private final Connection connection;
    private final ZoneId zone;

    Purchases(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /**
     * Makes anew the orders that had or have a line in one of the days; whose they were and are is added to {@code
     * rollup_touched}.
     *
     * @return the days and those that such an order was or is in
     */
    SortedSet<LocalDate> build(SortedSet<LocalDate> dirty) throws SQLException {
        execute(connection, """
                create temp table if not exists rollup_order (order_key text not null) on commit delete rows;
                truncate rollup_order
                """);
        for (DayRun run : DayRun.of(dirty)) {
            update(connection, KEYS, run.start(zone), run.end(zone), run.start(zone), run.end(zone));
        }
        execute(connection, "analyze rollup_order");
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        String theirs = "order_key in (select order_key from rollup_order)";
        days.addAll(Statements.days(connection, "select distinct day from purchase where " + theirs));
        update(connection, "insert into rollup_touched select distinct person_id from purchase where " + theirs);
        update(connection, "delete from purchase where " + theirs);
        update(connection, BUILD.formatted(CHOSEN), zone.getId());
        days.addAll(Statements.days(connection, "select distinct day from purchase where " + theirs));
        update(connection, "insert into rollup_touched select distinct person_id from purchase where " + theirs);
        return days;
    }

    /** All orders, into a table that has none yet. */
    void load() throws SQLException {
        update(connection, BUILD.formatted("order_line as line"), zone.getId());
    }
}
