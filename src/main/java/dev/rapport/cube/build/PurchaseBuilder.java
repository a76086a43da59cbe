package dev.rapport.cube.build;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.update;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

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

    private static final String CHOSEN = "(select distinct order_key from rollup_order) as key join order_line as line"
            + " on line.order_key = key.order_key";

    private static final String BUILD = """
            insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount)
            select bought.order_key, visitors[1], visitor.person_id, channels[1], at, last_at,
                   """ + ReportingTime.day("at") + """
                   , amount
            from (
                select line.order_key, min(line.at) as at, max(line.at) as last_at,
                       sum(line.amount + case when revenue_with_shipping then coalesce(line.shipping, 0) else 0 end
                           + case when revenue_with_tax then coalesce(line.tax, 0) else 0 end) as amount,
                       array_agg(line.visitor_id order by line.at, line.key) as visitors,
                       array_agg(line.channel_id order by line.at, line.key) as channels
                from %s
                cross join settings
                where line.current and line.cancelled_at is null and not line.refund
                group by line.order_key
            ) as bought
            join visitor on visitor.id = visitors[1]
            where amount > 0
            """;

    /**
     * Rows that give money back are taken as they are, unless all of their order is cancelled: that was never counted. What an
     * order's own row says was given back may hold shipping and tax that the order is counted without: no more than all of it.
     */
    private static final String GIVE_BACK = """
            insert into refund (order_key, visitor_id, person_id, channel_id, at, day, amount)
            select given.order_key, coalesce(bought.visitor_id, given.visitor_id), visitor.person_id,
                   coalesce(bought.channel_id, given.channel_id), given.at, """ + ReportingTime.day("given.at") + """
                   , given.amount
            from (
                select line.order_key, line.visitor_id, line.channel_id, line.at, -line.amount as amount
                from %1$s
                where line.current and line.cancelled_at is null and line.refund
                  and (not exists (select from order_line as other
                                   where other.order_key = line.order_key and other.current and not other.refund)
                       or exists (select from order_line as other
                                  where other.order_key = line.order_key and other.current and not other.refund
                                    and other.cancelled_at is null))
                union all
                select order_key, visitor_id, channel_id, at,
                       least(amount, together) - least(amount, together - refunded)
                from (
                    select line.order_key, line.visitor_id, line.channel_id, coalesce(line.refunded_at, line.at) as at,
                           purchase.amount, line.refunded,
                           sum(line.refunded) over (
                               partition by line.order_key order by coalesce(line.refunded_at, line.at), line.key) as together
                    from %1$s join purchase on purchase.order_key = line.order_key
                    where line.current and line.cancelled_at is null and not line.refund and line.refunded > 0
                ) as said
            ) as given
            left join purchase as bought on bought.order_key = given.order_key
            join visitor on visitor.id = coalesce(bought.visitor_id, given.visitor_id)
            where given.amount <> 0
            """;

    private static final String LOWER = """
            update purchase set refunded = least(purchase.amount, given.amount)
            from (select order_key, sum(amount) as amount from refund group by order_key) as given
            where given.order_key = purchase.order_key and %s
            """;

    private final Connection connection;
    private final ZoneId zone;

    PurchaseBuilder(Connection connection, ZoneId zone) {
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
        for (DayRange run : DayRange.of(dirty)) {
            update(
                    connection,
                    KEYS,
                    run.start(zone),
                    run.end(zone),
                    run.start(zone),
                    run.end(zone),
                    run.start(zone),
                    run.end(zone));
        }
        execute(connection, "analyze rollup_order");
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        String theirs = "order_key in (select order_key from rollup_order)";
        note(days, theirs);
        update(connection, "delete from purchase where " + theirs);
        update(connection, "delete from refund where " + theirs);
        update(connection, BUILD.formatted(CHOSEN));
        update(connection, GIVE_BACK.formatted(CHOSEN));
        update(connection, LOWER.formatted("purchase." + theirs));
        note(days, theirs);
        return days;
    }

    /** When the orders are or were, and whose. */
    private void note(SortedSet<LocalDate> days, String theirs) throws SQLException {
        days.addAll(Statements.days(
                connection,
                "select day from purchase where %1$s union select day from refund where %1$s".formatted(theirs)));
        update(connection, """
                insert into rollup_touched
                select person_id from purchase where %1$s union select person_id from refund where %1$s
                """.formatted(theirs));
    }

    /** All orders, into a table that has none yet. */
    void load() throws SQLException {
        update(connection, BUILD.formatted("order_line as line"));
        execute(connection, "analyze purchase");
        update(connection, GIVE_BACK.formatted("order_line as line"));
        update(connection, LOWER.formatted("true"));
    }
}
