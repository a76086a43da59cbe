package dev.rapport.cube.build;

import dev.rapport.fact.MeasureSource.Source;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Recomputes whole days of one family of facts, within a transaction that the caller opens and ends. */
final class DayRefresh {
    /** Enough for joins of tables of a moment, at a tenth of the price; hundreds of times its number of rows are read. */
    static final int SAMPLE = 10;

    private final Handle handle;
    private final ZoneId zone;

    DayRefresh(Handle handle, ZoneId zone) {
        this.handle = handle;
        this.zone = zone;
    }

    /**
     * @param dirty days whose facts changed
     * @param later other days that are dirty as well and will be computed afterwards
     * @return the days whose figures have changed
     */
    SortedSet<LocalDate> refresh(FactSource factSource, SortedSet<LocalDate> dirty, Set<LocalDate> later) {
        // What is looked up is a few thousand rows of a few days, most of it in memory.
        handle.execute("set local random_page_cost = 1.1; set local default_statistics_target = " + SAMPLE);
        handle.execute("""
                create temp table if not exists rollup_touched (person_id int not null) on commit delete rows;
                truncate rollup_touched
                """);
        SortedSet<LocalDate> days = new TreeSet<>(factSource.settle(handle, dirty));
        days.removeAll(later);
        SortedSet<LocalDate> reached = new TreeSet<>();
        SortedSet<LocalDate> moved = new TreeSet<>();
        switch (factSource.family()) {
            case "behaviour" -> {
                SessionBuilder.Days sessions = new SessionBuilder(handle, zone).build(days, later);
                days.addAll(sessions.made());
                reached.addAll(sessions.reached());
                CampaignAttribution.sessionsChanged(handle);
                moved.addAll(PersonFirsts.SESSION.build(handle));
            }
            case "revenue" -> {
                days.addAll(new PurchaseBuilder(handle, zone).build(days));
                CampaignAttribution.ordersChanged(handle, days);
                moved.addAll(PersonFirsts.ORDER.build(handle));
            }
            default -> {}
        }
        days.removeAll(later);
        moved.addAll(days);
        moved.removeAll(later);
        reached.addAll(days);
        reached.removeAll(later);
        SortedSet<LocalDate> counted = new TreeSet<>(moved);
        counted.addAll(reached);
        CountedDays.note(handle, factSource.family(), counted);
        return write(factSource, Map.of(Source.FACTS, reached, Source.SESSIONS, days, Source.FIRSTS, moved));
    }

    /** @param days which to look at, by what decides the source */
    private SortedSet<LocalDate> write(FactSource factSource, Map<Source, SortedSet<LocalDate>> days) {
        List<RefreshRequest> asked = factSource.measureSources().stream()
                .map(measureSource -> new RefreshRequest(
                        measureSource,
                        measureSource.measures(factSource.family()),
                        Objects.requireNonNull(days.get(measureSource.source()))))
                .toList();
        MeasureScan measureScan = new MeasureScan(handle, zone);
        SortedSet<LocalDate> changed = new TreeSet<>();
        DailySetRefresh sets = new DailySetRefresh(handle, asked);
        ValueRunRefresh runs = new ValueRunRefresh(handle, asked);
        for (RefreshRequest each : asked) {
            PackedRowRefresh packs = new PackedRowRefresh(handle, each, measureScan.segments());
            DayPersonSets people = new DayPersonSets(each.source(), measureScan.segments(), sets);
            DayValues values = new DayValues(each.source(), runs);
            measureScan.ofDays(each.source(), each.days(), day -> {
                packs.take(day);
                people.take(day);
                values.take(day);
            });
            changed.addAll(packs.end());
        }
        changed.addAll(sets.end());
        changed.addAll(runs.end());
        return changed;
    }

    static List<Integer> measures(String family) {
        return Stream.of(Measure.values())
                .filter(measure -> measure.family().equals(family))
                .map(Measure::id)
                .toList();
    }
}
