package dev.rapport.cube.build;

import dev.rapport.db.Statements;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Holds a measure source, its measures and the days of them that are to be refreshed.
 *
 * @param days those to look at, all
 * of each
 */
record RefreshRequest(MeasureSource source, List<Measure> measures, SortedSet<LocalDate> days) {
    /** What a table keeps of them; its parameters are set by {@link #place}. */
    static String kept(List<RefreshRequest> all, String columns, String table) {
        String one = "select " + columns + " from " + table + " where day = any(?) and measure = any(?)";
        return all.stream().map(refreshRequest -> one).collect(Collectors.joining(" union all "));
    }

    static void place(List<RefreshRequest> all, Connection connection, PreparedStatement statement)
            throws SQLException {
        int parameter = 1;
        for (RefreshRequest refreshRequest : all) {
            Object[] ids = refreshRequest.measures.stream().map(Measure::id).toArray();
            statement.setArray(parameter++, Statements.dates(connection, refreshRequest.days));
            statement.setArray(parameter++, connection.createArrayOf("smallint", ids));
        }
    }

    /** Of those measures only that keep who contributed to them. */
    RefreshRequest people() {
        return new RefreshRequest(
                source, measures.stream().filter(Measure::keepsPeople).toList(), days);
    }
}
