package dev.rapport.customer;

import dev.rapport.rollup.DirtyDays;
import java.sql.Connection;
import java.sql.SQLException;

/** Says that figures of people change although no fact does: they turned out to be others, or moved segments. */
public final class PeopleDays {
    private PeopleDays() {}

    /**
     * Marks every day on which these people have facts, before or after the change, in its transaction.
     *
     * @param people SQL that selects one column of person ids
     */
    public static void mark(Connection connection, String people) throws SQLException {
        String visitors = "select v.id from visitor v where v.person_id in (" + people + ")";
        DirtyDays.mark(connection, "behaviour", "select at from event where visitor_id in (" + visitors + ")");
        DirtyDays.mark(connection, "voice", """
                select at from response where current and visitor_id in (%1$s)
                union all select at from invitation where current and visitor_id in (%1$s)
                """.formatted(visitors));
        DirtyDays.mark(connection, "support", """
                select unnest(array[created_at, resolved_at]) from ticket where current and visitor_id in (%s)
                """.formatted(visitors));
        DirtyDays.mark(connection, "revenue", """
                select at from order_line where current and visitor_id in (%s)
                """.formatted(visitors));
    }
}
