package dev.rapport.cube.build;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.update;

import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Marks the days dirty of what was built before something changed that decides it. Facts, identities and segments mark
 * their days themselves, but a channel's or goal's change marks the days of the sessions that were in use then, which
 * may be others.
 */
final class RebuildCheck {
    private final Connection connection;

    RebuildCheck(Connection connection) {
        this.connection = connection;
    }

    void run() throws SQLException {
        ShadowTables.drop(connection, "rollup_old");
        connection.setAutoCommit(false);
        try {
            DirtyDays.mark(connection, "behaviour", """
                    select started_at from session left join traffic_source as source on source.id = session.source_id
                    where session.channel_id <> coalesce(source.given_channel_id, source.channel_id,
                                                         (select id from channel where key = 'direct'))
                    """);
            for (LocalDate month : Statements.days(connection, """
                    select substr(step, 17)::date from rebuild_step
                    where step like 'cells/behaviour/%%' and goals is distinct from (%s)
                    """.formatted(RebuildSteps.GOALS))) {
                DayRange days = RebuildSteps.month(month);
                DirtyDays.mark(
                        connection,
                        "behaviour",
                        "select started_at from session where day >= '%s' and day < '%s'"
                                .formatted(days.from(), days.to()));
            }
            Statements.strings(
                    connection,
                    "select data_changed(family)::text from (select distinct family from rebuild_seen) as seen");
            update(connection, """
                    delete from dirty_day where (family, day) in (
                        select dirty.family, dirty.day from dirty_day as dirty join rebuild_seen using (family, day, marked)
                        for update of dirty skip locked)
                    """);
            update(connection, """
                    insert into dirty_day (family, day, marked)
                    select family, day, nextval('rollup_mark') from rebuild_redo order by 1, 2
                    on conflict (family, day) do update set marked = excluded.marked
                    """);
            execute(connection, """
                    delete from rebuild_step; delete from rebuild_seen; delete from rebuild_redo;
                    update rollup_state set rebuild_state = 'idle' where rebuild_state = 'checking'
                    """);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
