package dev.rapport.rollup;

import java.sql.Connection;
import java.sql.SQLException;

/** Whoever writes facts says so here, in the same transaction. */
public final class DirtyDays {
    private DirtyDays() {}

    /**
     * Marks every reporting day that the selected moments fall into.
     *
     * @param family {@code behaviour}, {@code voice}, {@code support} or {@code revenue}
     * @param moments SQL that selects one timestamptz column (nulls are ignored)
     */
    public static void mark(Connection connection, String family, String moments) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into dirty_day (family, day, marked)
                select ?, day, nextval('rollup_mark')
                from (select distinct (at at time zone (select zone from settings))::date as day
                      from (%s) as moment(at) where at is not null) as days
                order by day
                on conflict (family, day) do update set marked = excluded.marked, marked_at = now()
                """.formatted(moments))) {
            statement.setString(1, family);
            statement.executeUpdate();
        }
    }
}
