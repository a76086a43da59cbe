package dev.rapport.cube.build;

import dev.rapport.db.DataVersions;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.TableStatistics;
import dev.rapport.db.Transactions;
import dev.rapport.fact.FactTypes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Counts dirty days of one family of facts in, a month of them in one transaction, and notes what has changed by it. */
final class FamilyRefresh {
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
                            "value_run",
                            "cell_total",
                            "cell_pack",
                            "marginal_pack"))
            .toArray(String[]::new);

    private final Handle handle;
    private final ZoneId zone;
    private final FactSource factSource;
    private final String family;

    FamilyRefresh(Handle handle, ZoneId zone, FactSource factSource) {
        this.handle = handle;
        this.zone = zone;
        this.factSource = factSource;
        this.family = factSource.family();
    }

    /**
     * One month of dirty days of the family. The oldest first: else everybody's first visit would move from month to month,
     * and each time take days along that were done. Answers false when there is none. What a running rebuild reads anyway
     * is left to it, what it may have missed is noted for it.
     */
    boolean refreshSome() {
        if (!isDirty()) {
            return false;
        }
        SortedMap<LocalDate, Long> chunk = new TreeMap<>();
        // what an undo emptied and an import filled again is empty to PostgreSQL until somebody looks
        TableStatistics.renew(handle, PLANNED_WITH);
        Transactions.inOneView(handle, () -> {
            SortedMap<LocalDate, Long> dirty = dirty();
            // The rules by which this view counts days are those of its own zone: of another one all is counted anew.
            if (dirty.isEmpty() || !CubeBuilder.zone(handle).equals(zone)) {
                return;
            }
            LocalDate end = end(dirty.firstKey());
            chunk.putAll(dirty.headMap(end));
            var later = new TreeSet<>(dirty.tailMap(end).keySet());
            later.addAll(handle.select("select day from rebuild_seen where family = ?", family)
                    .mapTo(LocalDate.class)
                    .list());
            later.removeAll(chunk.keySet());
            SortedSet<LocalDate> changed =
                    new DayRefresh(handle, zone).refresh(factSource, new TreeSet<>(chunk.keySet()), later);
            note(changed, chunk.keySet());
        });
        // In a transaction of its own: a day marked again meanwhile has another number by now, and stays dirty; one
        // that is
        // being marked again is not waited for.
        if (!chunk.isEmpty()) {
            forget(chunk);
        }
        return !chunk.isEmpty();
    }

    private boolean isDirty() {
        return handle.select("select exists (select from dirty_day where family = ?)", family)
                .mapTo(boolean.class)
                .one();
    }

    /** What a campaign brought within {@link CampaignAttribution#DAYS} days of a visit is looked at in one go. */
    private LocalDate end(LocalDate first) {
        LocalDate nextMonth = YearMonth.from(first).plusMonths(1).atDay(1);
        return factSource.rebuildPhase() == RebuildPhase.ORIGINS
                ? first.plusDays(CampaignAttribution.DAYS + 2)
                : nextMonth;
    }

    private void forget(SortedMap<LocalDate, Long> chunk) {
        handle.execute(
                """
                delete from dirty_day where (family, day) in (
                    select dirty.family, dirty.day
                    from dirty_day as dirty join unnest(?, ?) as done(day, marked) using (day, marked)
                    where dirty.family = ? for update of dirty skip locked)
                """, SqlBuilder.array("date", chunk.keySet()), SqlBuilder.array("bigint", chunk.values()), family);
    }

    /** @param changed days whose figures are others now, @param dirty days that were looked at */
    private void note(SortedSet<LocalDate> changed, Collection<LocalDate> dirty) {
        handle.execute("""
                insert into day_refresh (family, day, first_at, refreshed_at)
                select ?, day, now(), now() from unnest(?) as day
                on conflict (family, day) do update
                set refreshed_at = excluded.refreshed_at, version = excluded.version
                """, family, SqlBuilder.array("date", changed));
        forgetEmpty(changed);
        handle.execute("""
                insert into rebuild_redo (family, day)
                select ?, day from unnest(?) as day
                where exists (select from rollup_state where rebuild_state <> 'idle')
                on conflict do nothing
                """, family, SqlBuilder.array("date", dirty));
        handle.execute("""
                update rollup_state set refreshed_at = now(),
                    zone = coalesce(zone, (select zone from settings))
                """);
        // What is kept of its facts may rest on what has been settled of them, also when no figure is another one
        // for it.
        DataVersions.changed(handle, family);
    }

    /** A day of which no fact is left is no day with data any more. */
    private void forgetEmpty(Collection<LocalDate> days) {
        handle.execute(
                """
                delete from day_refresh
                where family = ? and day = any(?)
                  and not exists (
                      select from cell_total where cell_total.day = day_refresh.day and measure = any(?))
                """, family, SqlBuilder.array("date", days), SqlBuilder.array("smallint", DayRefresh.measures(family)));
    }

    private SortedMap<LocalDate, Long> dirty() {
        SortedMap<LocalDate, Long> dirty = new TreeMap<>();
        handle.select("""
                        select day, marked from dirty_day left join rebuild_seen using (family, day, marked)
                        where family = ? and rebuild_seen.day is null
                        """, family)
                .map((row, context) -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)))
                .forEach(each -> dirty.put(each.getKey(), each.getValue()));
        return dirty;
    }
}
