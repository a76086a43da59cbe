package dev.rapport.cube.build;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.strings;
import static dev.rapport.db.Statements.update;

import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * Rebuilds all that is derived from facts beside what is in use, in steps on two connections. Readers see the old until
 * the new is whole and takes its place. Killed, it goes on after the last finished step. Meanwhile days that get dirty
 * are refreshed in the old tables, and once more in the new ones.
 */
final class Rebuild {
    interface Refresh {
        void run() throws SQLException;
    }

    private final DataSource dataSource;
    private final List<FactSource> contributions;
    private final Refresh meanwhile;

    /** @param meanwhile what keeps the tables in use up to date, between two steps */
    Rebuild(DataSource dataSource, List<FactSource> contributions, Refresh meanwhile) {
        this.dataSource = dataSource;
        this.contributions = contributions;
        this.meanwhile = meanwhile;
    }

    static boolean isDue(Connection connection, ZoneId zone) throws SQLException {
        return is(connection, "select rebuild_state <> 'idle' or zone <> ? from rollup_state", zone.getId());
    }

    /** Returns early when it has to begin again: the zone has changed, or it was asked for once more. */
    void run(Connection connection, ZoneId zone) throws SQLException {
        RebuildCheck check = new RebuildCheck(connection);
        if (!state(connection, "checking")) {
            RebuildSteps steps = new RebuildSteps(zone, contributions);
            String key = key(connection, zone);
            if (!is(connection, """
                    select rebuild_state = 'running' and rebuild_key is not distinct from ? from rollup_state
                    """, key)) {
                begin(connection, steps, key);
            }
            for (int stage = 1; stage <= RebuildSteps.STAGES; stage++) {
                if (!stage(connection, steps, stage, zone)) {
                    return;
                }
            }
            if (!new RebuildSwap(connection, zone).run(() -> goesOn(connection, zone))) {
                return;
            }
        }
        check.run();
    }

    /** What was made in another zone, by other SQL, for other columns or in other steps is of no use. */
    private String key(Connection connection, ZoneId zone) throws SQLException {
        List<String> parts = new ArrayList<>(List.of(zone.getId(), ShadowTables.layout(connection), RebuildSteps.LIKE));
        contributions.forEach(factSource -> parts.add(factSource.family() + factSource.measureSources()));
        return Integer.toHexString(parts.hashCode()) + " " + zone.getId();
    }

    private static void begin(Connection connection, RebuildSteps steps, String key) throws SQLException {
        Transactions.inOneView(connection, () -> {
            execute(connection, "delete from rebuild_step; delete from rebuild_seen; delete from rebuild_redo");
            // Seen with the same eyes as the first facts: what is marked later stays dirty.
            execute(connection, "insert into rebuild_seen select family, day, marked from dirty_day");
            ShadowTables.drop(connection, "rollup_old");
            ShadowTables.create(connection);
            steps.plan(connection);
            update(connection, """
                    update rollup_state set rebuild_state = 'running', rebuild_key = ?, rebuild_done = 0,
                        rebuild_total = (select count(*) from rebuild_step)
                    """, key);
        });
    }

    private boolean stage(Connection connection, RebuildSteps steps, int stage, ZoneId zone) throws SQLException {
        Queue<String> left = new ConcurrentLinkedQueue<>(RebuildSteps.left(connection, stage));
        Optional<CompletableFuture<Void>> helper = left.size() < 2 ? Optional.empty() : Optional.of(help(steps, left));
        try {
            for (String step = left.poll(); step != null; step = left.poll()) {
                steps.run(connection, step);
                if (!goesOn(connection, zone)) {
                    return false;
                }
            }
        } finally {
            left.clear();
            helper.ifPresent(Rebuild::await);
        }
        return goesOn(connection, zone);
    }

    private CompletableFuture<Void> help(RebuildSteps steps, Queue<String> left) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Runnable work = () -> {
            try (Connection other = dataSource.getConnection()) {
                for (String step = left.poll(); step != null; step = left.poll()) {
                    steps.run(other, step);
                }
                ended.complete(null);
            } catch (SQLException | RuntimeException e) {
                left.clear();
                ended.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(work, "rapport-rebuild");
        thread.setDaemon(true);
        thread.start();
        return ended;
    }

    private static void await(CompletableFuture<Void> helper) {
        try {
            helper.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("A step of the rebuild failed", e.getCause());
        }
    }

    /** Tells the progress, keeps the tables in use fresh, and says whether what is being made is still wanted. */
    private boolean goesOn(Connection connection, ZoneId zone) throws SQLException {
        update(connection, """
                update rollup_state set rebuild_done = (select count(*) from rebuild_step where done_at is not null)
                where rebuild_state = 'running'
                """);
        if (!state(connection, "running") || !CubeBuilder.zone(connection).equals(zone)) {
            return false;
        }
        // Days of another zone would be days twice or not at all.
        if (is(connection, "select coalesce(zone = ?, true) from rollup_state", zone.getId())) {
            meanwhile.run();
        }
        return true;
    }

    private static boolean state(Connection connection, String state) throws SQLException {
        return is(connection, "select rebuild_state = ? from rollup_state", state);
    }

    private static boolean is(Connection connection, String sql, Object... values) throws SQLException {
        return "t".equals(strings(connection, sql, values).get(0));
    }
}
