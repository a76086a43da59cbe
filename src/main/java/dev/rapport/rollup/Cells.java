package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.dates;
import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.prepare;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * Sums at three widths, by day and by month: totals, marginals and by segment signature. A sum of zero is not kept, so that
 * a day from which facts were removed looks as if they had never been.
 */
final class Cells {
    private static final List<String> WIDTHS = List.of("cell", "cell_total", "cell_marginal");

    private static final String GATHER = """
            insert into rollup_contribution
            select deed.measure, deed.item, deed.day, deed.channel_id, coalesce(theirs.signature_id, 1), deed.person_id,
                   deed.value
            from (select *, (at at time zone ?)::date as day from (%s) as contribution) as deed
            left join person_signature as theirs
                on theirs.person_id = deed.person_id and theirs.from_day <= deed.day and deed.day < theirs.to_day
            """;

    private static final String SUM = """
            insert into rollup_cell
            select measure, item, day, channel_id, signature_id, sum(value)
            from rollup_contribution
            group by measure, item, day, channel_id, signature_id
            having sum(value) <> 0
            """;

    /** Inserted in the order of the primary key: the index then grows page by page. */
    private static final String CELL = """
            insert into cell (measure, item, day, channel_id, signature_id, value)
            select measure, item, day, channel_id, signature_id, value from rollup_cell
            order by measure, item, day, channel_id, signature_id
            """;

    private static final String TOTAL = """
            insert into cell_total (measure, item, day, channel_id, value)
            select measure, item, day, channel_id, sum(value)
            from rollup_cell
            group by measure, item, day, channel_id
            having sum(value) <> 0
            """;

    private static final String MARGINAL = """
            insert into cell_marginal (measure, item, segment_value_id, day, channel_id, value)
            select measure, item, rollup_value.value_id, day, channel_id, sum(value)
            from rollup_cell join rollup_value using (signature_id)
            group by measure, item, rollup_value.value_id, day, channel_id
            having sum(value) <> 0
            order by measure, item, rollup_value.value_id, day, channel_id
            """;

    /** Each signature's value in each group; a group of which it says nothing has the value {@code none}. */
    static final String VALUES = """
            select signature.id as signature_id, value.group_id,
                   coalesce(max(value.id) filter (where value.key <> 'none' and value.id = any(signature.value_ids)),
                            max(value.id) filter (where value.key = 'none')) as value_id
            from signature cross join segment_value as value
            group by signature.id, value.group_id
            """;

    private final Connection connection;
    private final ZoneId zone;

    Cells(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /** What the facts of the days add, person by person, into {@code rollup_contribution}. */
    void gather(Contribution contribution, List<DayRun> runs) throws SQLException {
        execute(connection, """
                create temp table if not exists rollup_contribution (
                    measure smallint, item int, day date, channel_id smallint, signature_id int, person_id int, value bigint
                ) on commit delete rows;
                truncate rollup_contribution
                """);
        for (DayRun run : runs) {
            update(connection, GATHER.formatted(contribution.sql()), zone.getId(), run.start(zone), run.end(zone));
        }
        execute(connection, "analyze rollup_contribution");
    }

    void write(Collection<LocalDate> days, Object[] measures) throws SQLException {
        for (String width : WIDTHS) {
            forDays("delete from " + width + " where day = any(?) and measure = any(?)", days, measures);
        }
        // Tables of a moment, but with statistics: what was just written elsewhere would be planned as if it were
        // empty.
        execute(connection, """
                create temp table if not exists rollup_cell (
                    measure smallint, item int, day date, channel_id smallint, signature_id int, value bigint
                ) on commit delete rows;
                create temp table if not exists rollup_value (signature_id int, value_id int) on commit delete rows;
                truncate rollup_cell, rollup_value
                """);
        update(connection, SUM);
        update(connection, "insert into rollup_value select signature_id, value_id from (" + VALUES + ") as value");
        execute(connection, "analyze rollup_cell; analyze rollup_value");
        update(connection, CELL);
        update(connection, TOTAL);
        update(connection, MARGINAL);
    }

    void writeMonths(Collection<LocalDate> months, Object[] measures) throws SQLException {
        for (String width : WIDTHS) {
            forDays("delete from " + width + "_month where day = any(?) and measure = any(?)", months, measures);
        }
        for (LocalDate month : months) {
            writeMonth("cell", "channel_id, signature_id", month, measures);
            writeMonth("cell_total", "channel_id", month, measures);
            writeMonth("cell_marginal", "channel_id, segment_value_id", month, measures);
        }
    }

    private void writeMonth(String width, String columns, LocalDate month, Object[] measures) throws SQLException {
        try (var statement = prepare(connection, """
                insert into %1$s_month (measure, item, day, %2$s, value)
                select measure, item, ?, %2$s, sum(value)
                from %1$s
                where day >= ? and day < ? and measure = any(?)
                group by measure, item, %2$s
                having sum(value) <> 0
                order by measure, item, %2$s
                """.formatted(width, columns), month, month, month.plusMonths(1))) {
            statement.setArray(4, connection.createArrayOf("smallint", measures));
            statement.executeUpdate();
        }
    }

    private void forDays(String sql, Collection<LocalDate> days, Object[] measures) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, dates(connection, days));
            statement.setArray(2, connection.createArrayOf("smallint", measures));
            statement.executeUpdate();
        }
    }
}
