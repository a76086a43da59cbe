package dev.rapport.cube.build;

import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.SqlFile;
import dev.rapport.metric.Measure;
import dev.rapport.web.SqlState;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Swaps what has been rebuilt for what was in use, in one short transaction. A reader who looks at an old table keeps
 * it to the end of his transaction; one whose view of the data is older than the new rows would find the new tables
 * half empty, so that it is waited for. Neither is made to wait for long: the swap gives up and tries again.
 */
final class RebuildSwap {
    private static final Logger LOG = Logger.getLogger(RebuildSwap.class);
    private static final int SHORT = 200;
    /** Longer than deadlock_timeout: after that long an autovacuum that stands in the way gives way. */
    private static final int LONG = 1_500;

    /** Nobody let go, or was in each other's way. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private final Handle handle;
    private final ZoneId zone;

    RebuildSwap(Handle handle, ZoneId zone) {
        this.handle = handle;
        this.zone = zone;
    }

    /** Answers false when it is not wanted any more. */
    boolean run(BooleanSupplier wanted) {
        String made = handle.select("select clock_timestamp()::text")
                .mapTo(String.class)
                .one();
        compare();
        try {
            for (int attempt = 0; wanted.getAsBoolean(); attempt++) {
                if (!olderViews(made) && swap(attempt % 10 == 9 ? LONG : SHORT)) {
                    return true;
                }
                if (attempt % 60 == 30) {
                    LOG.info("What was rebuilt waits for readers to end before it is put in place");
                }
                pause(attempt);
            }
            return false;
        } finally {
            handle.execute("drop table if exists pg_temp.rebuild_day");
        }
    }

    /** The days that have figures now, and which of them differ from those in use. */
    private void compare() {
        String families = Stream.of(Measure.values())
                .map(measure -> "(%d, '%s')".formatted(measure.id(), measure.family()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        handle.execute(SqlFile.of("cube/compare_rebuilt_days").formatted(families));
    }

    private boolean olderViews(String made) {
        return !handle.select("""
                select pid from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_xmin is not null
                  and backend_type = 'client backend' and xact_start < ?::timestamptz
                """, made).mapTo(String.class).list().isEmpty();
    }

    private boolean swap(int timeout) {
        try {
            return handle.inTransaction(swapping -> {
                ShadowTables.swap(handle, timeout);
                int wanted = handle.execute("""
                        update rollup_state set refreshed_at = now(), zone = ?,
                            rebuild_state = 'checking', rebuild_done = rebuild_total
                        where rebuild_state = 'running'
                        """, zone.getId());
                note();
                if (wanted != 1) {
                    handle.rollback();
                }
                return wanted == 1;
            });
        } catch (JdbiException e) {
            if (SqlState.of(e).filter(BUSY::contains).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private void note() {
        handle.execute("""
                insert into day_refresh (family, day, first_at, refreshed_at)
                select family, day, now(), now() from rebuild_day where there
                on conflict do nothing;
                update day_refresh
                set refreshed_at = case when now.differs then now() else refreshed_at end, version = nextval('day_version')
                from rebuild_day as now
                where (now.family, now.day) = (day_refresh.family, day_refresh.day);
                delete from day_refresh
                where not exists (select from rebuild_day as now
                    where (now.family, now.day) = (day_refresh.family, day_refresh.day) and now.there)
                """);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(1_000, 50L * (attempt + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
