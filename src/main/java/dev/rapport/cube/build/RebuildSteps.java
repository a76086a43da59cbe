package dev.rapport.cube.build;

import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.SqlFile;
import dev.rapport.db.Transactions;
import dev.rapport.fact.MeasureSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Lists the steps of a rebuild. Each step is a transaction that also notes that it is done, so that a rebuild goes on
 * where it was killed. Steps of a stage do not need each other.
 */
final class RebuildSteps {
    /**
     * Sessions and orders, and cells of facts alone, for whoever has no sessions left to make; what needs all sessions and orders; cells
     * and sets by month, and what brought orders; cells of that; indexes; statistics; primary keys.
     */
    static final int STAGES = 7;

    /**
     * So many months at a time of families that are not visits: they are few, and finding people and their segments costs the same for
     * a month as for many.
     */
    private static final int MONTHS_OF_FEW = 3;

    /** What steps begun by another version have to be like to be gone on with. */
    static final String LIKE = "few by " + MONTHS_OF_FEW;

    private static final List<String> EARLY = List.of("session", "purchase");

    private final ZoneId zone;
    private final List<FactSource> factSources;

    RebuildSteps(ZoneId zone, List<FactSource> factSources) {
        this.zone = zone;
        this.factSources = factSources;
    }

    void plan(Handle handle) {
        for (FactSource factSource : factSources) {
            String family = factSource.family();
            for (LocalDate first : starts(handle, factSource)) {
                if (factSource.rebuildPhase() == RebuildPhase.SESSIONS) {
                    add(handle, 1, "sessions/" + first);
                }
                add(handle, factSource.rebuildPhase().stage, "cells/" + family + "/" + first);
            }
            add(handle, 1, "settle/" + family);
        }
        add(handle, 1, "purchases");
        add(handle, 2, "firsts/" + PersonFirsts.SESSION);
        add(handle, 2, "firsts/" + PersonFirsts.ORDER);
        add(handle, 3, "touches");
        for (String table : ShadowTables.TABLES) {
            for (String index : ShadowTables.indexes(handle, table)) {
                add(handle, EARLY.contains(table) ? 2 : 5, "index/" + index);
            }
            add(handle, 6, "analyze/" + table);
        }
        add(handle, 7, "keys");
    }

    private static void add(Handle handle, int stage, String step) {
        handle.execute("insert into rebuild_step (step, stage) values (?, ?)", step, stage);
    }

    /** On which days the steps of a family begin. From fact to fact, by their indexes, as there may be millions in a month. */
    private List<LocalDate> starts(Handle handle, FactSource factSource) {
        List<LocalDate> starts = new ArrayList<>();
        OffsetDateTime from = OffsetDateTime.parse("0001-01-01T00:00:00Z");
        String sql = FactTimes.firstOfFacts(factSource.family());
        Object[] each = new Object[(int) sql.chars().filter(c -> c == '?').count()];
        while (true) {
            Arrays.fill(each, from);
            Optional<OffsetDateTime> first =
                    handle.select(sql, each).mapTo(OffsetDateTime.class).findOne();
            if (first.isEmpty()) {
                return starts;
            }
            starts.add(first.get().atZoneSameInstant(zone).toLocalDate().withDayOfMonth(1));
            from = span(factSource, starts.get(starts.size() - 1)).end(zone);
        }
    }

    /** Which are left to do, the long ones first and the short ones last. */
    static List<String> left(Handle handle, int stage) {
        return handle.select("""
                select step from rebuild_step where stage = ? and done_at is null
                order by case when step like 'firsts/%' or step = 'touches' or step like '%/behaviour/%' then 1
                              when step not like 'cells/%' then 2 else 3 end,
                         step
                """, stage).mapTo(String.class).list();
    }

    void run(Handle handle, String step) {
        Transactions.inOneView(handle, () -> {
            // Two steps at a time are all the parallelism there should be.
            handle.execute("""
                    set local work_mem = '128MB'; set local maintenance_work_mem = '256MB';
                    set local max_parallel_workers_per_gather = 0; set local max_parallel_maintenance_workers = 0;
                    set local synchronous_commit = off
                    """);
            ShadowTables.enter(handle);
            perform(handle, step);
            int done = handle.execute(
                    "update rebuild_step set done_at = clock_timestamp(), goals = (" + GOALS
                            + ") where step = ? and done_at is null",
                    step);
            if (done != 1) {
                throw new IllegalStateException(step + " has been done by somebody else");
            }
        });
    }

    /**
     * What the goals and features are, and what is use of the product. From a file, as javac copies a constant text into the
     * classes that use it: one that is not compiled again with this would take every step for made of others.
     */
    static final String GOALS = SqlFile.of("cube/what_steps_rest_on");

    private void perform(Handle handle, String step) {
        String[] words = step.split("/");
        switch (words[0]) {
            case "sessions" -> new SessionBuilder(handle, zone).load(month(LocalDate.parse(words[1])));
            case "purchases" -> new PurchaseBuilder(handle, zone).load();
            case "settle" -> of(words[1]).settle(handle, new TreeSet<>());
            case "firsts" -> {
                PersonFirsts firsts = PersonFirsts.valueOf(words[1]);
                handle.execute("analyze " + (firsts == PersonFirsts.SESSION ? "session" : "purchase"));
                firsts.load(handle);
            }
            case "touches" -> CampaignAttribution.load(handle);
            case "cells" -> load(handle, of(words[1]), LocalDate.parse(words[2]));
            case "index" -> ShadowTables.index(handle, words[1]);
            case "analyze" -> handle.execute("analyze " + words[1]);
            case "keys" -> ShadowTables.constrain(handle);
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void load(Handle handle, FactSource factSource, LocalDate first) {
        DayRange months = span(factSource, first);
        MeasureScan measureScan = new MeasureScan(handle, zone);
        for (MeasureSource measureSource : factSource.measureSources()) {
            try (PackedRowLoad packs = new PackedRowLoad(handle, measureSource, measureScan.segments());
                    DailySetLoad sets = new DailySetLoad(handle);
                    ValueRunLoad runs = new ValueRunLoad(handle)) {
                DayPersonSets people = new DayPersonSets(measureSource, measureScan.segments(), sets);
                DayValues values = new DayValues(measureSource, runs);
                measureScan.ofMonths(measureSource, months, day -> {
                    packs.take(day);
                    people.take(day);
                    values.take(day);
                });
                packs.end();
                sets.end();
                runs.end();
            }
        }
    }

    private FactSource of(String family) {
        return factSources.stream()
                .filter(each -> each.family().equals(family))
                .findFirst()
                .orElseThrow();
    }

    private static DayRange span(FactSource factSource, LocalDate first) {
        return factSource.rebuildPhase() == RebuildPhase.SESSIONS
                ? month(first)
                : new DayRange(first, first.plusMonths(MONTHS_OF_FEW));
    }

    static DayRange month(LocalDate first) {
        return new DayRange(first, first.plusMonths(1));
    }
}
