package dev.rapport.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs the statements that rollups share: updates, scripts and their like. */
public final class Statements {
    private static final int MANY = 60_000;

    private Statements() {}

    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Statements without values, separated by semicolons. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Statistics of a table of a moment, when it has so many rows that a wrong guess would be dear. Of a small one PostgreSQL
     * knows the size, and from that guesses well enough; not so for joins of two such tables by several columns, which have to be
     * written so that no guess matters.
     */
    public static void analyze(Connection connection, String table, int rows) throws SQLException {
        if (rows > MANY) {
            execute(connection, "analyze " + table);
        }
    }

    public static SortedSet<LocalDate> days(Connection connection, String sql, Object... values) throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    public static List<String> strings(Connection connection, String sql, Object... values) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    public static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    public static java.sql.Array dates(Connection connection, Collection<LocalDate> days) throws SQLException {
        return connection.createArrayOf("date", days.toArray());
    }
}
