package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Deeds of some days in tables of a moment: {@code rollup_deed} with their day and their person's segments of that day, and
 * {@code rollup_sum}, their sums by day, channel and signature; of whole months also {@code rollup_month}, the same by month. Cells and
 * sets are made of them.
 */
final class Gathering {
    private static final int SCATTERED = 3;

    /** Of so many days at most, people's segments are looked up one by one. */
    private static final int FEW_DAYS = 4;

    private static final String COLUMNS = IntStream.rangeClosed(1, Deeds.MOST)
            .mapToObj(i -> "v" + i + " bigint")
            .collect(Collectors.joining(", "));

    static final String SUMS = "rollup_sum";
    static final String MONTHS = "rollup_month";

    private static final String SUM_TABLE = """
            create temp table if not exists %s (
                part int, measure smallint, item int, day date, channel_id smallint, signature_id int, %s
            ) on commit delete rows;
            """;

    private static final String TABLES = SUM_TABLE.formatted(SUMS, COLUMNS) + """
            create temp table if not exists rollup_deed (
                part int, measure smallint, item int, day date, channel_id smallint, signature_id int, person_id int, %s
            ) on commit delete rows;
            create temp table if not exists rollup_value (signature_id int, segment_value_id int) on commit delete rows;
            truncate rollup_value
            """.formatted(COLUMNS);

    /** Each signature's value in each group; a group of which it says nothing has the value {@code none}. */
    static final String VALUES = """
            select signature.id as signature_id, segment.group_id, coalesce(held.value_id, segment.none_id) as value_id
            from signature
            cross join (
                select group_id, max(id) filter (where key = 'none') as none_id from segment_value group by group_id
            ) as segment
            left join (
                select signature.id as signature_id, group_id, max(value.id) as value_id
                from signature cross join unnest(value_ids) as said join segment_value as value on value.id = said
                where value.key <> 'none'
                group by signature.id, group_id
            ) as held on held.signature_id = signature.id and held.group_id = segment.group_id
            """;

    /** Offset has the day worked out once for each deed, and not wherever it is named. */
    private static final String GATHER = """
            insert into rollup_deed (part, measure, item, day, channel_id, signature_id, person_id, %s)
            select ?::int, deed.measure, deed.item, deed.day, deed.channel_id, coalesce(theirs.signature_id, 1),
                   deed.person_id, %s
            from (select %s as measure, item, (at at time zone ?)::date as day, channel_id, person_id, %s
                  from fact offset 0) as deed
            left join %s
            where %s
            """;

    private static final String THEIRS = """
            person_signature as theirs
                on theirs.person_id = deed.person_id and theirs.from_day <= deed.day and deed.day < theirs.to_day""";

    /** How many facts there are is guessed badly, and everybody's segments would be read for those of three thousand people. */
    private static final String THEIRS_OF_FEW = """
            lateral (
                select signature_id from person_signature
                where person_id = deed.person_id and from_day <= deed.day and deed.day < to_day offset 0) as theirs on true""";

    private static final String SUM = """
            insert into %s (part, measure, item, day, channel_id, signature_id, %s)
            select part, measure, item, %s, channel_id, signature_id, %s
            from %s
            group by 1, 2, 3, 4, 5, 6
            """;

    private final Connection connection;
    private final ZoneId zone;

    Gathering(Connection connection, ZoneId zone) throws SQLException {
        this.connection = connection;
        this.zone = zone;
        // Tables of a moment, but with statistics: what was just written elsewhere would be planned as if it were
        // empty.
        execute(connection, TABLES);
        update(connection, "insert into rollup_value select signature_id, value_id from (" + VALUES + ") as value");
    }

    /** The values of each signature's segments. */
    static Map<Integer, int[]> values(Connection connection) throws SQLException {
        Map<Integer, List<Integer>> lists = new HashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select signature_id, segment_value_id from rollup_value");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lists.computeIfAbsent(row.getInt(1), id -> new ArrayList<>()).add(row.getInt(2));
            }
        }
        Map<Integer, int[]> values = new HashMap<>();
        lists.forEach((signature, ids) ->
                values.put(signature, ids.stream().mapToInt(Integer::intValue).toArray()));
        return values;
    }

    /** All deeds of whole months. */
    void gatherMonths(Deeds deeds, DayRun months) throws SQLException {
        execute(connection, SUM_TABLE.formatted(MONTHS, COLUMNS));
        execute(connection, "truncate rollup_deed, rollup_sum, rollup_month");
        int rows =
                update(connection, sql(deeds, THEIRS, "true"), months.start(zone), months.end(zone), 0, zone.getId());
        Statements.analyze(connection, "rollup_deed", rows);
        sum(deeds);
        sum(SUMS, Packing.MONTH, MONTHS, deeds);
    }

    /**
     * Deeds of these days each, told apart by their place in the list. When days lie scattered, by looking through all that
     * lies between.
     */
    void gather(List<Asked> all) throws SQLException {
        int rows = 0;
        for (int part = 0; part < all.size(); part++) {
            rows += gather(part, all.get(part).deeds(), all.get(part).days());
        }
        Statements.analyze(connection, "rollup_deed", rows);
        sum(widest(all.stream().map(Asked::deeds).toList()));
    }

    private int gather(int part, Deeds deeds, SortedSet<LocalDate> days) throws SQLException {
        List<DayRun> runs = DayRun.of(days);
        if (runs.size() > SCATTERED) {
            DayRun whole = new DayRun(days.first(), days.last().plusDays(1));
            return update(
                    connection,
                    sql(deeds, THEIRS, "deed.day = any(?)"),
                    whole.start(zone),
                    whole.end(zone),
                    part,
                    zone.getId(),
                    Statements.dates(connection, days));
        }
        int rows = 0;
        for (DayRun run : runs) {
            boolean few = !run.from().plusDays(FEW_DAYS).isBefore(run.to());
            String sql = sql(deeds, few ? THEIRS_OF_FEW : THEIRS, "true");
            rows += update(connection, sql, run.start(zone), run.end(zone), part, zone.getId());
        }
        return rows;
    }

    private static String sql(Deeds deeds, String theirs, String where) {
        return deeds.with()
                + GATHER.formatted(
                        deeds.columns("#"), deeds.columns("deed.#"), deeds.measure(), deeds.named(), theirs, where);
    }

    private void sum(Deeds deeds) throws SQLException {
        sum("rollup_deed", "day", SUMS, deeds);
    }

    /** @param day what becomes the day of the sums, as SQL */
    private void sum(String from, String day, String into, Deeds deeds) throws SQLException {
        int rows = update(connection, SUM.formatted(into, deeds.columns("#"), day, deeds.columns("sum(#)"), from));
        Statements.analyze(connection, into, rows);
    }

    /** Whose columns all that are gathered fit in. */
    static Deeds widest(List<Deeds> all) {
        return Collections.max(all, Comparator.comparing(deeds -> deeds.values().size()));
    }
}
