package dev.rapport.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Runs a select for rows and hands over one row after the other, read in portions. */
final class RowReader {
    /** Rows that lie in memory at a time. */
    private static final int PORTION = 2_000;

    private final Connection connection;
    private final RowQuery query;
    private final ZoneId zone;

    RowReader(Connection connection, RowQuery query, ZoneId zone) {
        this.connection = connection;
        this.query = query;
        this.zone = zone;
    }

    /** What is done with a row. */
    interface Taker {
        void take(Row row) throws SQLException, IOException;
    }

    /** Hands the statement over before it runs, so that somebody else can stop it. */
    interface Watcher {
        void watch(PreparedStatement statement);
    }

    /** The row that is being read. */
    record Row(RowQuery query, ResultSet cells, ZoneId zone) {
        List<String> shown() throws SQLException {
            String[] shown = new String[query.columns().size()];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = cell(i, RowCell.SHOWN);
            }
            return List.of(shown);
        }

        String cell(int index, RowCell style) throws SQLException {
            return switch (query.columns().get(index).kind()) {
                case MOMENT -> style.moment(cells.getObject(index + 1, OffsetDateTime.class), zone);
                case NUMBER -> style.number(cells.getBigDecimal(index + 1));
                case FLAG -> style.flag(cells.getBoolean(index + 1), cells.wasNull());
                case TEXT -> style.text(cells.getString(index + 1));
            };
        }
    }

    long count() throws SQLException {
        try (var statement = prepare("select count(*) from (" + query.sql() + ") as counted");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void read(int limit, Taker taker) throws SQLException {
        try {
            read(" limit " + limit, statement -> {}, taker);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void readAll(Watcher watcher, Taker taker) throws SQLException, IOException {
        read("", watcher, taker);
    }

    private void read(String limit, Watcher watcher, Taker taker) throws SQLException, IOException {
        boolean committing = connection.getAutoCommit();
        // A cursor, and with it reading in portions, lives in a transaction only.
        connection.setAutoCommit(false);
        try (var statement = prepare(query.sql() + " order by " + query.order() + limit)) {
            statement.setFetchSize(PORTION);
            watcher.watch(statement);
            try (var rows = statement.executeQuery()) {
                Row row = new Row(query, rows, zone);
                while (rows.next()) {
                    taker.take(row);
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(committing);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int parameter = 1;
        for (Object value : query.values()) {
            if (value instanceof String[] texts) {
                statement.setArray(parameter++, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(parameter++, value);
            }
        }
        return statement;
    }
}
