package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Deeds of some days in tables of a moment: {@code rollup_deed} with their day and their person's segments of that day, and
 * {@code rollup_sum}, their sums by day, channel and signature. Cells and sets are made of them.
 */
final class Gathering {
    private static final int SCATTERED = 3;

    private static final String COLUMNS = IntStream.rangeClosed(1, Deeds.MOST)
            .mapToObj(i -> "v" + i + " bigint")
            .collect(Collectors.joining(", "));

    private static final String TABLES = """
            create temp table if not exists rollup_deed (
                measure smallint, item int, day date, channel_id smallint, signature_id int, person_id int, %1$s
            ) on commit delete rows;
            create temp table if not exists rollup_sum (
                measure smallint, item int, day date, channel_id smallint, signature_id int, %1$s
            ) on commit delete rows;
            create temp table if not exists rollup_value (signature_id int, value_id int) on commit delete rows;
            truncate rollup_value
            """.formatted(COLUMNS);

    /** Each signature's value in each group; a group of which it says nothing has the value {@code none}. */
    static final String VALUES = """
            select signature.id as signature_id, value.group_id,
                   coalesce(max(value.id) filter (where value.key <> 'none' and value.id = any(signature.value_ids)),
                            max(value.id) filter (where value.key = 'none')) as value_id
            from signature cross join segment_value as value
            group by signature.id, value.group_id
            """;

    private static final String GATHER = """
            insert into rollup_deed (measure, item, day, channel_id, signature_id, person_id, %s)
            select deed.measure, deed.item, deed.day, deed.channel_id, coalesce(theirs.signature_id, 1), deed.person_id, %s
            from (select %s as measure, item, (at at time zone ?)::date as day, channel_id, person_id, %s from fact) as deed
            left join person_signature as theirs
                on theirs.person_id = deed.person_id and theirs.from_day <= deed.day and deed.day < theirs.to_day
            where %s
            """;

    private static final String SUM = """
            insert into rollup_sum (measure, item, day, channel_id, signature_id, %s)
            select measure, item, day, channel_id, signature_id, %s
            from rollup_deed
            group by measure, item, day, channel_id, signature_id
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
        execute(connection, "analyze rollup_value");
    }

    /** All deeds of a span. */
    void gather(Deeds deeds, DayRun run) throws SQLException {
        start();
        update(connection, sql(deeds, "true"), run.start(zone), run.end(zone), zone.getId());
        sum(deeds);
    }

    /** Deeds of these days; when they lie scattered, by looking through all that lies between. */
    void gather(Deeds deeds, SortedSet<LocalDate> days) throws SQLException {
        start();
        List<DayRun> runs = DayRun.of(days);
        if (runs.size() > SCATTERED) {
            DayRun whole = new DayRun(days.first(), days.last().plusDays(1));
            update(
                    connection,
                    sql(deeds, "deed.day = any(?)"),
                    whole.start(zone),
                    whole.end(zone),
                    zone.getId(),
                    Statements.dates(connection, days));
        } else {
            for (DayRun run : runs) {
                update(connection, sql(deeds, "true"), run.start(zone), run.end(zone), zone.getId());
            }
        }
        sum(deeds);
    }

    private void start() throws SQLException {
        execute(connection, "truncate rollup_deed, rollup_sum");
    }

    private static String sql(Deeds deeds, String where) {
        return deeds.with()
                + GATHER.formatted(deeds.columns("#"), deeds.columns("deed.#"), deeds.measure(), deeds.named(), where);
    }

    private void sum(Deeds deeds) throws SQLException {
        execute(connection, "analyze rollup_deed");
        update(connection, SUM.formatted(deeds.columns("#"), deeds.columns("sum(#)")));
        execute(connection, "analyze rollup_sum");
    }
}
