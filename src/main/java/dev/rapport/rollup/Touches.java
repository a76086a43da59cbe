package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.dates;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;

/**
 * An order counts for the campaign that its customer last came by within {@link #DAYS} days. So a day of the family
 * {@code attribution} changes when an order of it changes, or a visit before: whoever makes visits and orders anew marks it
 * here. Nobody else does, so that no import ever waits for the rollup, or the rollup for an import, over such a mark.
 */
public final class Touches {
    /** How long after a visit an order still counts for it, as web analytics usually has it. */
    public static final int DAYS = 30;

    /** The same in hours, which are equally long whatever the clocks do. */
    public static final int HOURS = 24 * DAYS;

    private static final String MARK = """
            insert into dirty_day (family, day, marked)
            select 'attribution', day, nextval('rollup_mark') from (%s) as days order by day
            on conflict (family, day) do update set marked = excluded.marked, marked_at = now()
            """;

    private Touches() {}

    /** The visits that {@code rollup_session_change} says were made, changed or unmade. */
    static void sessionsChanged(Connection connection) throws SQLException {
        update(connection, MARK.formatted("""
                select distinct purchase.day
                from (
                    select person_id, started_at from rollup_session_change where person_id is not null
                    union
                    select former_id, started_at from rollup_session_change where former_id is not null) as visit
                join purchase on purchase.person_id = visit.person_id
                    and purchase.at >= visit.started_at
                    and purchase.at < visit.started_at + make_interval(hours => %d)
                """.formatted(HOURS)));
    }

    /** Orders that are, or were, in these days. */
    static void ordersChanged(Connection connection, SortedSet<LocalDate> days) throws SQLException {
        update(connection, MARK.formatted("select unnest(?) as day"), dates(connection, days));
    }
}
