package dev.rapport.cube.build;

import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.Transactions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Rebuilds all that is derived from facts beside what is in use, in steps on two connections. Readers see the old until
 * the new is whole and takes its place. Killed, it goes on after the last finished step. Meanwhile days that get dirty
 * are refreshed in the old tables, and once more in the new ones.
 */
final class Rebuild {
    private final Jdbi jdbi;
    private final List<FactSource> factSources;
    private final Runnable meanwhile;

    /** @param meanwhile what keeps the tables in use up to date, between two steps */
    Rebuild(Jdbi jdbi, List<FactSource> factSources, Runnable meanwhile) {
        this.jdbi = jdbi;
        this.factSources = factSources;
        this.meanwhile = meanwhile;
    }

    static boolean isDue(Handle handle, ZoneId zone) {
        return is(handle, "select rebuild_state <> 'idle' or zone <> ? from rollup_state", zone.getId());
    }

    /** Returns early when it has to begin again: the zone has changed, or it was asked for once more. */
    void run(Handle handle, ZoneId zone) {
        RebuildCheck check = new RebuildCheck(handle);
        if (!state(handle, "checking")) {
            RebuildSteps steps = new RebuildSteps(zone, factSources);
            String key = key(handle, zone);
            if (!is(handle, """
                    select rebuild_state = 'running' and rebuild_key is not distinct from ? from rollup_state
                    """, key)) {
                begin(handle, steps, key);
            }
            for (int stage = 1; stage <= RebuildSteps.STAGES; stage++) {
                if (!stage(handle, steps, stage, zone)) {
                    return;
                }
            }
            if (!new RebuildSwap(handle, zone).run(() -> goesOn(handle, zone))) {
                return;
            }
        }
        check.run();
    }

    /** What was made in another zone, by other SQL, for other columns or in other steps is of no use. */
    private String key(Handle handle, ZoneId zone) {
        List<String> parts = new ArrayList<>(List.of(zone.getId(), ShadowTables.layout(handle), RebuildSteps.LIKE));
        factSources.forEach(factSource -> parts.add(factSource.family() + factSource.measureSources()));
        return Integer.toHexString(parts.hashCode()) + " " + zone.getId();
    }

    private static void begin(Handle handle, RebuildSteps steps, String key) {
        Transactions.inOneView(handle, () -> {
            handle.execute("delete from rebuild_step; delete from rebuild_seen; delete from rebuild_redo");
            // Seen with the same eyes as the first facts: what is marked later stays dirty.
            handle.execute("insert into rebuild_seen select family, day, marked from dirty_day");
            ShadowTables.drop(handle, "rollup_old");
            ShadowTables.create(handle);
            steps.plan(handle);
            handle.execute("""
                    update rollup_state set rebuild_state = 'running', rebuild_key = ?, rebuild_done = 0,
                        rebuild_total = (select count(*) from rebuild_step)
                    """, key);
        });
    }

    private boolean stage(Handle handle, RebuildSteps steps, int stage, ZoneId zone) {
        Queue<String> left = new ConcurrentLinkedQueue<>(RebuildSteps.left(handle, stage));
        Optional<CompletableFuture<Void>> helper = left.size() < 2 ? Optional.empty() : Optional.of(help(steps, left));
        try {
            for (String step = left.poll(); step != null; step = left.poll()) {
                steps.run(handle, step);
                if (!goesOn(handle, zone)) {
                    return false;
                }
            }
        } finally {
            left.clear();
            helper.ifPresent(Rebuild::await);
        }
        return goesOn(handle, zone);
    }

    private CompletableFuture<Void> help(RebuildSteps steps, Queue<String> left) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Runnable work = () -> {
            try (Handle other = jdbi.open()) {
                for (String step = left.poll(); step != null; step = left.poll()) {
                    steps.run(other, step);
                }
                ended.complete(null);
            } catch (RuntimeException e) {
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
    private boolean goesOn(Handle handle, ZoneId zone) {
        handle.execute("""
                update rollup_state set rebuild_done = (select count(*) from rebuild_step where done_at is not null)
                where rebuild_state = 'running'
                """);
        if (!state(handle, "running") || !CubeBuilder.zone(handle).equals(zone)) {
            return false;
        }
        // Days of another zone would be days twice or not at all.
        if (is(handle, "select coalesce(zone = ?, true) from rollup_state", zone.getId())) {
            meanwhile.run();
        }
        return true;
    }

    private static boolean state(Handle handle, String state) {
        return is(handle, "select rebuild_state = ? from rollup_state", state);
    }

    private static boolean is(Handle handle, String sql, Object... values) {
        return handle.select(sql, values).mapTo(boolean.class).one();
    }
}
