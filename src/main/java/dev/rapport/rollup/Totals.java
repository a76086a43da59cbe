package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sums by channel alone, which are few enough to be rows. Those of days are brought to what their facts say, writing only those that
 * differ; what a day's total gains or loses, its month's does.
 */
final class Totals {
    private static final String TABLES = """
            create temp table if not exists rollup_total on commit delete rows as
            select * from cell_total with no data;
            create temp table if not exists rollup_total_change on commit delete rows as
            select *, value as was from cell_total with no data
            """;

    private static final String SAME = """
            (total.measure, total.item, total.day, total.channel_id)
                = (change.measure, change.item, change.day, change.channel_id)
            """;

    private final Connection connection;

    Totals(Connection connection) {
        this.connection = connection;
    }

    /** All of whole months, into a table that has none of them yet. */
    void load(String into, String sums, Deeds deeds) throws SQLException {
        update(connection, insert(into) + select(0, sums, deeds) + "order by added.measure, item, day, channel_id");
    }

    private static String insert(String into) {
        return "insert into " + into + " (measure, item, day, channel_id, value)\n";
    }

    /** A sum of zero is not kept, so that a day from which facts were removed looks as if they had never been. */
    private static String select(int part, String sums, Deeds deeds) {
        return """
                select added.measure, item, day, channel_id, added.value
                from (
                    select measure, item, day, channel_id, %s
                    from %s where part = %d
                    group by measure, item, day, channel_id
                ) as sums cross join lateral (values %s) as added(measure, value)
                where added.value <> 0
                """.formatted(deeds.columns("sum(#)::bigint as #"), sums, part, deeds.unpivoted("#"));
    }

    /** From {@code rollup_sum}; answers the days that have changed. */
    SortedSet<LocalDate> write(List<Asked> all) throws SQLException {
        execute(connection, TABLES);
        update(
                connection,
                insert("rollup_total")
                        + IntStream.range(0, all.size())
                                .mapToObj(part -> select(
                                        part, Gathering.SUMS, all.get(part).deeds()))
                                .collect(Collectors.joining("union all\n")));
        if (compare(all) == 0) {
            return new TreeSet<>();
        }
        writeDays();
        writeMonths();
        return Statements.days(connection, "select distinct day from rollup_total_change");
    }

    private int compare(List<Asked> all) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into rollup_total_change (measure, item, day, channel_id, value, was)
                select measure, item, day, channel_id, now.value, kept.value
                from (%s) as kept
                full join rollup_total as now using (measure, item, day, channel_id)
                where now.value is distinct from kept.value
                """.formatted(Asked.kept(all, "*", "cell_total")))) {
            Asked.place(all, connection, statement);
            return statement.executeUpdate();
        }
    }

    private void writeDays() throws SQLException {
        update(
                connection,
                "delete from cell_total as total using rollup_total_change as change where change.value is null and "
                        + SAME);
        update(connection, """
                insert into cell_total (measure, item, day, channel_id, value)
                select measure, item, day, channel_id, value from rollup_total_change where value is not null
                order by measure, item, day, channel_id
                on conflict (measure, item, day, channel_id) do update set value = excluded.value
                """);
    }

    private void writeMonths() throws SQLException {
        update(connection, """
                insert into cell_total_month (measure, item, day, channel_id, value)
                select measure, item, %1$s, channel_id, sum(coalesce(value, 0) - coalesce(was, 0))
                from rollup_total_change
                group by measure, item, %1$s, channel_id
                order by measure, item, %1$s, channel_id
                on conflict (measure, item, day, channel_id) do update
                    set value = cell_total_month.value + excluded.value
                """.formatted(Packing.MONTH));
        update(connection, """
                delete from cell_total_month as total
                using (select distinct measure, item, %s as day, channel_id from rollup_total_change) as change
                where %s and total.value = 0
                """.formatted(Packing.MONTH, SAME));
    }
}
