package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.dates;
import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Brings the cells of days to what their facts say, writing only those that differ: a day of which little is new costs
 * little to write, however often that is. What a day's cell gains or loses, its month does.
 */
final class CellChanges {
    private static final int MANY_ROWS = 1_000;

    private final Connection connection;

    CellChanges(Connection connection) throws SQLException {
        this.connection = connection;
        for (Width width : Width.values()) {
            execute(connection, """
                    create temp table if not exists rollup_%1$s on commit delete rows as
                    select * from %1$s with no data;
                    create temp table if not exists rollup_%1$s_change on commit delete rows as
                    select *, value as was from %1$s with no data
                    """.formatted(width.table));
        }
    }

    /** From {@code rollup_sum}; answers the days that have changed. */
    SortedSet<LocalDate> write(Deeds deeds, Collection<LocalDate> days, Object[] measures) throws SQLException {
        for (Width width : Width.values()) {
            execute(connection, "truncate rollup_%1$s, rollup_%1$s_change".formatted(width.table));
            update(connection, width.insert("rollup_" + width.table, Width.DAY, deeds));
        }
        SortedSet<LocalDate> changed = new TreeSet<>();
        for (Width width : Width.values()) {
            int changes = compare(width, days, measures);
            if (changes > MANY_ROWS) {
                execute(connection, "analyze rollup_" + width.table + "_change");
            }
            if (changes > 0) {
                writeDays(width);
                writeMonths(width);
                changed.addAll(
                        Statements.days(connection, "select distinct day from rollup_" + width.table + "_change"));
            }
        }
        return changed;
    }

    private int compare(Width width, Collection<LocalDate> days, Object[] measures) throws SQLException {
        execute(connection, "analyze rollup_" + width.table);
        try (var statement = connection.prepareStatement("""
                insert into rollup_%1$s_change (measure, item, day, %2$s, value, was)
                select measure, item, day, %2$s, now.value, kept.value
                from (select * from %1$s where day = any(?) and measure = any(?)) as kept
                full join rollup_%1$s as now using (measure, item, day, %2$s)
                where now.value is distinct from kept.value
                """.formatted(width.table, width.keys))) {
            statement.setArray(1, dates(connection, days));
            statement.setArray(2, connection.createArrayOf("smallint", measures));
            return statement.executeUpdate();
        }
    }

    private void writeDays(Width width) throws SQLException {
        String same = "(%1$s.measure, %1$s.item, %1$s.day, ".formatted(width.table)
                + qualified(width.table, width.keys) + ") = (change.measure, change.item, change.day, "
                + qualified("change", width.keys) + ")";
        String table = width.table;
        update(
                connection,
                "delete from %1$s using rollup_%1$s_change as change where %2$s and change.value is null"
                        .formatted(table, same));
        update(connection, """
                update %1$s set value = change.value from rollup_%1$s_change as change
                where %2$s and change.value is not null and change.was is not null
                """.formatted(table, same));
        update(connection, """
                insert into %1$s (measure, item, day, %2$s, value)
                select measure, item, day, %2$s, value from rollup_%1$s_change where was is null
                order by measure, item, day, %2$s
                """.formatted(table, width.keys));
    }

    private void writeMonths(Width width) throws SQLException {
        int empty = 0;
        try (var statement = connection.prepareStatement("""
                        with merged as (
                            insert into %1$s_month (measure, item, day, %2$s, value)
                            select measure, item, %3$s, %2$s, sum(coalesce(value, 0) - coalesce(was, 0))
                            from rollup_%1$s_change
                            group by measure, item, %3$s, %2$s
                            having sum(coalesce(value, 0) - coalesce(was, 0)) <> 0
                            order by measure, item, %3$s, %2$s
                            on conflict (measure, item, day, %2$s) do update
                                set value = %1$s_month.value + excluded.value
                            returning value)
                        select count(*) from merged where value = 0
                        """.formatted(width.table, width.keys, Width.MONTH));
                var row = statement.executeQuery()) {
            empty = row.next() ? row.getInt(1) : 0;
        }
        if (empty > 0) {
            forgetEmptyMonths(width);
        }
    }

    private void forgetEmptyMonths(Width width) throws SQLException {
        update(connection, """
                delete from %1$s_month as month
                using (select distinct measure, item, %3$s as day, %2$s from rollup_%1$s_change) as change
                where (month.measure, month.item, month.day, %4$s)
                    = (change.measure, change.item, change.day, %5$s) and month.value = 0
                """.formatted(
                width.table, width.keys, Width.MONTH, qualified("month", width.keys), qualified("change", width.keys)));
    }

    private static String qualified(String table, String columns) {
        return table + "." + columns.replace(", ", ", " + table + ".");
    }
}
