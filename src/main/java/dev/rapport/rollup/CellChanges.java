package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Brings the cells of days to what their facts say, writing only those that differ: a day of which little is new costs
 * little to write, however often that is. What a day's cell gains or loses, its month does.
 */
final class CellChanges {
    private final Connection connection;

    CellChanges(Connection connection) throws SQLException {
        this.connection = connection;
        // No cell is looked up twice.
        execute(connection, "set local enable_memoize = off");
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
    SortedSet<LocalDate> write(List<Asked> all) throws SQLException {
        List<Deeds> deeds = all.stream().map(Asked::deeds).toList();
        SortedSet<LocalDate> changed = new TreeSet<>();
        for (Width width : Width.values()) {
            int rows = update(connection, width.insertAll("rollup_" + width.table, deeds));
            Statements.analyze(connection, "rollup_" + width.table, rows);
            Changes changes = compare(width, all);
            Statements.analyze(connection, "rollup_" + width.table + "_change", changes.all);
            if (changes.all > 0) {
                writeDays(width, changes);
                writeMonths(width);
                changed.addAll(
                        Statements.days(connection, "select distinct day from rollup_" + width.table + "_change"));
            }
        }
        return changed;
    }

    /** How many cells become others; @param gone those that are no more, @param fresh those that were not before */
    private record Changes(int all, int gone, int fresh) {}

    private Changes compare(Width width, List<Asked> all) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                with change as (
                    insert into rollup_%1$s_change (measure, item, day, %2$s, value, was)
                    select measure, item, day, %2$s, now.value, kept.value
                    from (%3$s) as kept
                    full join rollup_%1$s as now using (measure, item, day, %2$s)
                    where now.value is distinct from kept.value
                    returning value, was)
                select count(*), count(*) filter (where value is null), count(*) filter (where was is null) from change
                """.formatted(width.table, width.keys, Asked.kept(all, "*", width.table)))) {
            Asked.place(all, connection, statement);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Changes(row.getInt(1), row.getInt(2), row.getInt(3));
            }
        }
    }

    private void writeDays(Width width, Changes changes) throws SQLException {
        String same = "(%1$s.measure, %1$s.item, %1$s.day, ".formatted(width.table)
                + qualified(width.table, width.keys) + ") = (change.measure, change.item, change.day, "
                + qualified("change", width.keys) + ")";
        String table = width.table;
        if (changes.gone > 0) {
            update(
                    connection,
                    "delete from %1$s using rollup_%1$s_change as change where %2$s and change.value is null"
                            .formatted(table, same));
        }
        if (changes.all > changes.gone + changes.fresh) {
            update(connection, """
                    update %1$s set value = change.value from rollup_%1$s_change as change
                    where %2$s and change.value is not null and change.was is not null
                    """.formatted(table, same));
        }
        if (changes.fresh > 0) {
            update(connection, """
                    insert into %1$s (measure, item, day, %2$s, value)
                    select measure, item, day, %2$s, value from rollup_%1$s_change where was is null
                    order by measure, item, day, %2$s
                    """.formatted(table, width.keys));
        }
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
