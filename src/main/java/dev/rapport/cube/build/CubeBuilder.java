package dev.rapport.cube.build;

import dev.rapport.db.DataVersions;
import dev.rapport.db.ZoneRules;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings the rollups up to date with the facts. Dirty days are computed whole, a month of them in one transaction with
 * one view of the data, so that readers see a day as it was or as it is and never half of it; one instance at a time.
 */
@ApplicationScoped
public class CubeBuilder {
    /** The advisory lock of whoever derives, by which {@code pg_locks} tells that somebody is at it. */
    public static final long LOCK = 0x7261_7070_6f72_7401L;

    /** So many dirty days, when they are half of all that there are, are a rebuild's work. */
    private static final int MUCH = 200;

    /**
     * Beans come in an order that each process has of its own, but a rebuild is known by all that they say, in this process and the
     * next. What brought orders is last, as the others mark its days.
     */
    private static final Comparator<FactSource> IN_ORDER =
            Comparator.comparing(FactSource::rebuildPhase).thenComparing(FactSource::family);

    private final Jdbi jdbi;
    private final List<FactSource> factSources;
    private final List<DayFollower> followers;

    @Inject
    public CubeBuilder(Jdbi jdbi, @All List<FactSource> factSources, @All List<DayFollower> followers) {
        this.jdbi = jdbi;
        this.factSources = factSources.stream().sorted(IN_ORDER).toList();
        this.followers = List.copyOf(followers);
    }

    /** Counts facts alone: nothing follows its days. */
    public CubeBuilder(Jdbi jdbi, List<FactSource> factSources) {
        this(jdbi, factSources, List.of());
    }

    /** Computes until nothing is dirty any more; waits for another instance that is at it. */
    public void refreshAll() {
        try (Handle handle = jdbi.open();
                BuildLock ignored = BuildLock.waitFor(handle)) {
            refresh(handle);
        }
    }

    /** The same, unless another instance is at it; answers whether there was something to do. */
    boolean refreshUnlessBusy() {
        try (Handle handle = jdbi.open()) {
            if (!needed(handle)) {
                return false;
            }
            var lock = BuildLock.attempt(handle);
            if (lock.isPresent()) {
                try (BuildLock ignored = lock.get()) {
                    refresh(handle);
                }
            }
            return true;
        }
    }

    /** Asks for everything derived to be dropped and made again, by whichever instance looks next. */
    public void requestRebuild() {
        jdbi.useHandle(handle -> handle.execute(
                "update rollup_state set rebuild_state = 'requested', rebuild_done = 0, rebuild_total = 0"));
    }

    /** Whether everything derived is being made again, or is about to be: both cores have enough to do then. */
    public boolean isRebuilding() {
        return jdbi.withHandle(handle -> Rebuild.isDue(handle, zone(handle)));
    }

    /** Whether all facts are counted in. */
    public boolean isClean() {
        return !jdbi.withHandle(this::needed);
    }

    /** Waits until somebody, here or elsewhere, has counted in all facts; answers false when that took longer. */
    public boolean awaitClean(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!isClean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean needed(Handle handle) {
        return isUncounted(handle) || followers.stream().anyMatch(each -> each.isDue(handle));
    }

    private static boolean isUncounted(Handle handle) {
        return handle.select("""
                        select exists (select 1 from dirty_day)
                            or rebuild_state <> 'idle'
                            or exists (select 1 from settings where settings.zone <> rollup_state.zone)
                            or """ + CustomerTimes.DUE + """
                        from rollup_state
                        """).mapTo(boolean.class).one();
    }

    private void refresh(Handle handle) {
        // What a new group asks of all days comes first: else they would be counted for nothing, and once more.
        follow(handle);
        askForRebuildOfMuch(handle);
        for (ZoneId zone = zone(handle); Rebuild.isDue(handle, zone); zone = zone(handle)) {
            ZoneId now = zone;
            new Rebuild(jdbi, factSources, () -> refreshOnce(handle, now)).run(handle, now);
        }
        DataVersions.putTogether(handle);
        ZoneId zone = zone(handle);
        boolean again = true;
        while (again) {
            again = (refreshOnce(handle, zone) || CustomerTimes.settle(handle) || follow(handle))
                    && !Rebuild.isDue(handle, zone(handle));
        }
        if (Rebuild.isDue(handle, zone(handle))) {
            refresh(handle);
        }
    }

    private boolean follow(Handle handle) {
        boolean marked = false;
        for (DayFollower follower : followers) {
            marked |= follower.settle(handle);
        }
        return marked;
    }

    /** Most of a long time is made faster anew than changed. */
    private static void askForRebuildOfMuch(Handle handle) {
        handle.execute("""
                update rollup_state set rebuild_state = 'requested'
                where rebuild_state = 'idle'
                  and (select count(*) from dirty_day)
                      >= greatest(?, (select count(*) / 2 from day_refresh))
                """, MUCH);
    }

    private boolean refreshOnce(Handle handle, ZoneId zone) {
        boolean some = false;
        for (FactSource factSource : factSources) {
            // What the one before has marked included.
            some |= new FamilyRefresh(handle, zone, factSource).refreshSome();
        }
        return some;
    }

    /** The reporting zone, by rules that are the ones of this Java. */
    static ZoneId zone(Handle handle) {
        ZoneRules.keep(handle);
        return ZoneId.of(
                handle.select("select zone from settings").mapTo(String.class).one());
    }
}
