package dev.rapport.cube.build;

import dev.rapport.cube.store.ShadowTables;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * Marks the days dirty of what was built before something changed that decides it. Facts, identities and segments mark
 * their days themselves, but a channel's or goal's change marks the days of the sessions that were in use then, which
 * may be others.
 */
final class RebuildCheck {
    private final Handle handle;

    RebuildCheck(Handle handle) {
        this.handle = handle;
    }

    void run() {
        ShadowTables.drop(handle, "rollup_old");
        handle.useTransaction(checking -> {
            DirtyDays.mark(handle, "behaviour", """
                    select started_at from session left join traffic_source as source on source.id = session.source_id
                    where session.channel_id <> coalesce(source.given_channel_id, source.channel_id,
                                                         (select id from channel where key = 'direct'))
                    """);
            for (LocalDate month : handle.select("""
                    select substr(step, 17)::date from rebuild_step
                    where step like 'cells/behaviour/%%' and goals is distinct from (%s)
                    """.formatted(RebuildSteps.GOALS))
                    .mapTo(LocalDate.class)
                    .list()) {
                DayRange days = RebuildSteps.month(month);
                DirtyDays.mark(
                        handle,
                        "behaviour",
                        "select started_at from session where day >= '%s' and day < '%s'"
                                .formatted(days.from(), days.to()));
            }
            handle.execute("select data_changed(family) from (select distinct family from rebuild_seen) as seen");
            handle.execute("""
                    delete from dirty_day where (family, day) in (
                        select dirty.family, dirty.day from dirty_day as dirty join rebuild_seen using (family, day, marked)
                        for update of dirty skip locked)
                    """);
            handle.execute("""
                    insert into dirty_day (family, day, marked)
                    select family, day, nextval('rollup_mark') from rebuild_redo order by 1, 2
                    on conflict (family, day) do update set marked = excluded.marked
                    """);
            CountedDays.noteEverything(handle);
            handle.execute("""
                    delete from rebuild_step; delete from rebuild_seen; delete from rebuild_redo;
                    update rollup_state set rebuild_state = 'idle' where rebuild_state = 'checking'
                    """);
        });
    }
}
