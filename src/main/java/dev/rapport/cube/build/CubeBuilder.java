package dev.rapport.cube.build;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.update;

import dev.rapport.db.Statements;
import dev.rapport.db.TableStatistics;
import dev.rapport.db.Transactions;
import dev.rapport.db.ZoneRules;
import dev.rapport.fact.FactTypes;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Brings what is derived up to date with the facts. Dirty days are computed whole, a month of them in one transaction with
 * one view of the data, so that readers see a day as it was or as it is and never half of it; one instance at a time.
 */
@ApplicationScoped
public class CubeBuilder {
    /** The advisory lock of whoever derives, by which {@code pg_locks} tells that somebody is at it. */
    public static final long LOCK = 0x7261_7070_6f72_7401L;

    /** Tables that grow while days are counted, and what they are made of. */
    private static final String[] PLANNED_WITH = Stream.concat(
                    FactTypes.tablesOfPersons(),
                    Stream.of(
                            "event",
                            "visitor",
                            "person_signature",
                            "session",
                            "purchase",
                            "person_first",
                            "day_set",
                            "month_set",
                            "cell_total",
                            "cell_pack",
                            "marginal_pack"))
            .toArray(String[]::new);

    /** So many dirty days, when they are half of all that there are, are a rebuild's work. */
    private static final int MUCH = 200;

    /**
     * Beans come in an order that each process has of its own, but a rebuild is known by all that they say, in this process and the
     * next. What brought orders is last, as the others mark its days.
     */
    private static final Comparator<FactSource> IN_ORDER =
            Comparator.comparing(FactSource::basis).thenComparing(FactSource::family);

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
        for (FactSource contribution : contributions) {
            // What the one before has marked included.
            if (isDirty(connection, contribution.family())) {
                some |= refreshSome(connection, zone, contribution);
            }
        }
        return some;
    }

    private static boolean isDirty(Connection connection, String family) throws SQLException {
        return !Statements.strings(connection, "select 1 from dirty_day where family = ? limit 1", family)
                .isEmpty();
    }

    /** What a campaign brought within {@link CampaignAttribution#DAYS} days of a visit is looked at in one go. */
    private static LocalDate end(RebuildPhase basis, LocalDate first) {
        LocalDate nextMonth = YearMonth.from(first).plusMonths(1).atDay(1);
        return basis == RebuildPhase.ORIGINS ? first.plusDays(CampaignAttribution.DAYS + 2) : nextMonth;
    }

    /**
     * One month of dirty days of the family. The oldest first: else everybody's first visit would move from month to month,
     * and each time take days along that were done. Answers false when there is none. What a running rebuild reads anyway
     * is left to it, what it may have missed is noted for it.
     */
    private boolean refreshSome(Connection connection, ZoneId zone, FactSource contribution) throws SQLException {
        SortedMap<LocalDate, Long> chunk = new TreeMap<>();
        // what an undo emptied and an import filled again is empty to PostgreSQL until somebody looks
        TableStatistics.renew(connection, PLANNED_WITH);
        Transactions.inOneView(connection, () -> {
            SortedMap<LocalDate, Long> dirty = dirty(connection, contribution.family());
            // The rules by which this view counts days are those of its own zone: of another one all is counted anew.
            if (dirty.isEmpty() || !zone(connection).equals(zone)) {
                return;
            }
            LocalDate end = end(contribution.basis(), dirty.firstKey());
            chunk.putAll(dirty.headMap(end));
            var later = new TreeSet<>(dirty.tailMap(end).keySet());
            later.addAll(Statements.days(
                    connection, "select day from rebuild_seen where family = ?", contribution.family()));
            later.removeAll(chunk.keySet());
            SortedSet<LocalDate> changed =
                    new DayRefresh(connection, zone).refresh(contribution, new TreeSet<>(chunk.keySet()), later);
            note(connection, contribution.family(), changed, chunk.keySet());
        });
        // In a transaction of its own: a day marked again meanwhile has another number by now, and stays dirty; one
        // that is
        // being marked again is not waited for.
        if (!chunk.isEmpty()) {
            forget(connection, contribution.family(), chunk);
        }
        return !chunk.isEmpty();
    }

    private static void forget(Connection connection, String family, SortedMap<LocalDate, Long> chunk)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                delete from dirty_day where (family, day) in (
                    select dirty.family, dirty.day
                    from dirty_day as dirty join unnest(?, ?) as done(day, marked) using (day, marked)
                    where dirty.family = ? for update of dirty skip locked)
                """)) {
            statement.setArray(1, Statements.dates(connection, chunk.keySet()));
            statement.setArray(
                    2, connection.createArrayOf("bigint", chunk.values().toArray()));
            statement.setString(3, family);
            statement.executeUpdate();
        }
    }

    /** @param changed days whose figures are others now, @param dirty days that were looked at */
    private static void note(
            Connection connection, String family, SortedSet<LocalDate> changed, Collection<LocalDate> dirty)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into day_refresh (family, day, first_at, refreshed_at)
                select ?, day, now(), now() from unnest(?) as day
                on conflict (family, day) do update set refreshed_at = excluded.refreshed_at
                """)) {
            statement.setString(1, family);
            statement.setArray(2, Statements.dates(connection, changed));
            statement.executeUpdate();
        }
        forgetEmpty(connection, family, changed);
        try (var statement = connection.prepareStatement("""
                insert into rebuild_redo (family, day)
                select ?, day from unnest(?) as day
                where exists (select from rollup_state where rebuild_state <> 'idle')
                on conflict do nothing
                """)) {
            statement.setString(1, family);
            statement.setArray(2, Statements.dates(connection, dirty));
            statement.executeUpdate();
        }
        execute(connection, """
                update rollup_state set version = version + 1, refreshed_at = now(),
                    zone = coalesce(zone, (select zone from settings))
                """);
        counted(connection, "select ?", family);
    }

    /** Says that marked days of the families are counted in. @param families SQL that selects each once */
    static void counted(Connection connection, String families, Object... values) throws SQLException {
        update(connection, """
                insert into family_version (family, version) select family, 1 from (%s) as counted(family)
                on conflict (family) do update set version = family_version.version + 1
                """.formatted(families), values);
    }

    /** A day of which no fact is left is no day with data any more. */
    private static void forgetEmpty(Connection connection, String family, Collection<LocalDate> days)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                delete from day_refresh
                where family = ? and day = any(?)
                  and not exists (
                      select from cell_total where cell_total.day = day_refresh.day and measure = any(?))
                """)) {
            statement.setString(1, family);
            statement.setArray(2, Statements.dates(connection, days));
            statement.setArray(3, connection.createArrayOf("smallint", DayRefresh.measures(family)));
            statement.executeUpdate();
        }
    }

    private static SortedMap<LocalDate, Long> dirty(Connection connection, String family) throws SQLException {
        SortedMap<LocalDate, Long> dirty = new TreeMap<>();
        try (var statement = Statements.prepare(connection, """
                                select day, marked from dirty_day left join rebuild_seen using (family, day, marked)
                                where family = ? and rebuild_seen.day is null
                                """, family);
                var row = statement.executeQuery()) {
            while (row.next()) {
                dirty.put(row.getObject(1, LocalDate.class), row.getLong(2));
            }
        }
        return dirty;
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
