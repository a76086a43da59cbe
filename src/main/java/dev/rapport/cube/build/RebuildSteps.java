package dev.rapport.cube.build;

import static dev.rapport.db.Statements.execute;
import static dev.rapport.db.Statements.strings;
import static dev.rapport.db.Statements.update;

import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.JdbiSetup;
import dev.rapport.db.Statements;
import dev.rapport.db.Transactions;
import dev.rapport.fact.MeasureSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

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
    private final List<FactSource> contributions;

    RebuildSteps(ZoneId zone, List<FactSource> contributions) {
        this.zone = zone;
        this.contributions = contributions;
    }

    void plan(Connection connection) throws SQLException {
        for (FactSource factSource : contributions) {
            String family = factSource.family();
            for (LocalDate first : starts(connection, factSource)) {
                if (factSource.rebuildPhase() == RebuildPhase.SESSIONS) {
                    add(connection, 1, "sessions/" + first);
                }
                add(connection, factSource.rebuildPhase().stage, "cells/" + family + "/" + first);
            }
            add(connection, 1, "settle/" + family);
        }
        add(connection, 1, "purchases");
        add(connection, 2, "firsts/" + PersonFirsts.SESSION);
        add(connection, 2, "firsts/" + PersonFirsts.ORDER);
        add(connection, 3, "touches");
        for (String table : ShadowTables.TABLES) {
            for (String index : ShadowTables.indexes(connection, table)) {
                add(connection, EARLY.contains(table) ? 2 : 5, "index/" + index);
            }
            add(connection, 6, "analyze/" + table);
        }
        add(connection, 7, "keys");
    }

    private static void add(Connection connection, int stage, String step) throws SQLException {
        update(connection, "insert into rebuild_step (step, stage) values (?, ?)", step, stage);
    }

    /** On which days the steps of a family begin. From fact to fact, by their indexes, as there may be millions in a month. */
    private List<LocalDate> starts(Connection connection, FactSource factSource) throws SQLException {
        List<LocalDate> starts = new ArrayList<>();
        OffsetDateTime from = OffsetDateTime.parse("0001-01-01T00:00:00Z");
        String sql = FactTimes.firstOfFacts(factSource.family());
        Object[] each = new Object[(int) sql.chars().filter(c -> c == '?').count()];
        while (true) {
            Arrays.fill(each, from);
            try (var statement = Statements.prepare(connection, sql, each);
                    var row = statement.executeQuery()) {
                OffsetDateTime first = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
                if (first == null) {
                    return starts;
                }
                starts.add(first.atZoneSameInstant(zone).toLocalDate().withDayOfMonth(1));
            }
            from = span(factSource, starts.get(starts.size() - 1)).end(zone);
        }
    }

    /** Which are left to do, the long ones first and the short ones last. */
    static List<String> left(Connection connection, int stage) throws SQLException {
        return strings(connection, """
                select step from rebuild_step where stage = ? and done_at is null
                order by case when step like 'firsts/%' or step = 'touches' or step like '%/behaviour/%' then 1
                              when step not like 'cells/%' then 2 else 3 end,
                         step
                """, stage);
    }

    void run(Connection connection, String step) throws SQLException {
        Transactions.inOneView(connection, () -> {
            // Two steps at a time are all the parallelism there should be.
            execute(connection, """
                    set local work_mem = '128MB'; set local maintenance_work_mem = '256MB';
                    set local max_parallel_workers_per_gather = 0; set local max_parallel_maintenance_workers = 0;
                    set local synchronous_commit = off
                    """);
            ShadowTables.enter(connection);
            perform(connection, step);
            int done = update(
                    connection,
                    "update rebuild_step set done_at = clock_timestamp(), goals = (" + GOALS
                            + ") where step = ? and done_at is null",
                    step);
            if (done != 1) {
                throw new SQLException(step + " has been done by somebody else");
            }
        });
    }

    /** What the goals and features are. */
    static final String GOALS = """
            select concat_ws('/', (select string_agg(goal::text, '|' order by id) from goal),
                (select string_agg(feature::text, '|' order by id) from feature))
            """;

    private void perform(Connection connection, String step) throws SQLException {
        String[] words = step.split("/");
        switch (words[0]) {
            case "sessions" -> new SessionBuilder(connection, zone).load(month(LocalDate.parse(words[1])));
            case "purchases" -> new PurchaseBuilder(connection, zone).load();
            case "settle" -> of(words[1]).settle(JdbiSetup.on(connection), new TreeSet<>());
            case "firsts" -> {
                PersonFirsts firsts = PersonFirsts.valueOf(words[1]);
                execute(connection, "analyze " + (firsts == PersonFirsts.SESSION ? "session" : "purchase"));
                firsts.load(connection);
            }
            case "touches" -> CampaignAttribution.load(connection);
            case "cells" -> load(connection, of(words[1]), LocalDate.parse(words[2]));
            case "index" -> ShadowTables.index(connection, words[1]);
            case "analyze" -> execute(connection, "analyze " + words[1]);
            case "keys" -> ShadowTables.constrain(connection);
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void load(Connection connection, FactSource factSource, LocalDate first) throws SQLException {
        DayRange months = span(factSource, first);
        MeasureScan measureScan = new MeasureScan(connection, zone);
        for (MeasureSource measureSource : factSource.measureSources()) {
            PackedRowLoad packs = new PackedRowLoad(connection, measureSource, measureScan.segments());
            DailySetLoad sets = new DailySetLoad(connection);
            DayPersonSets people = new DayPersonSets(measureSource, measureScan.segments(), sets);
            measureScan.ofMonths(measureSource, months, day -> {
                packs.take(day);
                people.take(day);
            });
            packs.end();
            sets.end();
        }
    }

    private FactSource of(String family) {
        return contributions.stream()
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
