package dev.rapport.cube.build;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.update;

import dev.rapport.db.DataVersions;
import dev.rapport.db.ZoneRules;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

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

    private final DataSource dataSource;
    private final List<FactSource> contributions;

    public CubeBuilder(DataSource dataSource, @All List<FactSource> contributions) {
        this.dataSource = dataSource;
        this.contributions = contributions.stream().sorted(IN_ORDER).toList();
    }

    /** Computes until nothing is dirty any more; waits for another instance that is at it. */
    public void refreshAll() {
        try (Connection connection = dataSource.getConnection();
                BuildLock ignored = BuildLock.waitFor(connection)) {
            refresh(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The rollup failed", e);
        }
    }

    /** The same, unless another instance is at it; answers whether there was something to do. */
    boolean refreshUnlessBusy() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!needed(connection)) {
                return false;
            }
            var lock = BuildLock.attempt(connection);
            if (lock.isPresent()) {
                try (BuildLock ignored = lock.get()) {
                    refresh(connection);
                }
            }
            return true;
        }
    }

    /** Asks for everything derived to be dropped and made again, by whichever instance looks next. */
    public void requestRebuild() {
        try (Connection connection = dataSource.getConnection()) {
            execute(
                    connection,
                    "update rollup_state set rebuild_state = 'requested', rebuild_done = 0, rebuild_total = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether everything derived is being made again, or is about to be: both cores have enough to do then. */
    public boolean isRebuilding() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Rebuild.isDue(connection, zone(connection));
        }
    }

    /** Whether all facts are counted in. */
    public boolean isClean() {
        try (Connection connection = dataSource.getConnection()) {
            return !needed(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

    private static boolean needed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select exists (select 1 from dirty_day)
                            or rebuild_state <> 'idle'
                            or exists (select 1 from settings where settings.zone <> rollup_state.zone)
                        from rollup_state
                        """)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void refresh(Connection connection) throws SQLException {
        askForRebuildOfMuch(connection);
        for (ZoneId zone = zone(connection); Rebuild.isDue(connection, zone); zone = zone(connection)) {
            ZoneId now = zone;
            new Rebuild(dataSource, contributions, () -> refreshOnce(connection, now)).run(connection, now);
        }
        DataVersions.putTogether(connection);
        ZoneId zone = zone(connection);
        boolean again = true;
        while (again) {
            again = refreshOnce(connection, zone) && !Rebuild.isDue(connection, zone(connection));
        }
        if (Rebuild.isDue(connection, zone(connection))) {
            refresh(connection);
        }
    }

    /** Most of a long time is made faster anew than changed. */
    private static void askForRebuildOfMuch(Connection connection) throws SQLException {
        update(connection, """
                update rollup_state set rebuild_state = 'requested'
                where rebuild_state = 'idle'
                  and (select count(*) from dirty_day)
                      >= greatest(?, (select count(*) / 2 from day_refresh))
                """, MUCH);
    }

    private boolean refreshOnce(Connection connection, ZoneId zone) throws SQLException {
        boolean some = false;
        for (FactSource factSource : contributions) {
            // What the one before has marked included.
            some |= new FamilyRefresh(connection, zone, factSource).refreshSome();
        }
        return some;
    }

    /** The reporting zone, by rules that are the ones of this Java. */
    static ZoneId zone(Connection connection) throws SQLException {
        ZoneRules.keep(connection);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select zone from settings")) {
            row.next();
            return ZoneId.of(row.getString(1));
        }
    }
}
