package dev.rapport.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * How far the product has come with what it derives, seen from outside. By one connection: a new one for each question would
 * take its time from whoever is measured (ADR 11).
 */
final class Rollups implements AutoCloseable {
    private final Connection connection;

    Rollups(BenchPostgres server, String database) throws SQLException {
        this.connection = server.connect(database);
    }

    boolean isClean() throws SQLException {
        return left() == 0;
    }

    private int left() throws SQLException {
        return (int) number("""
                select (select count(*) from dirty_day)
                    + (select count(*) from rollup_state where rebuild_state <> 'idle')
                """);
    }

    /** Asks twenty times a second. */
    void awaitClean(Consumer<String> progress) throws SQLException, InterruptedException {
        int left = left();
        long said = System.nanoTime();
        while (left > 0) {
            Thread.sleep(50);
            left = left();
            if (System.nanoTime() - said > 30_000_000_000L) {
                progress.accept(left + " days are left");
                said = System.nanoTime();
            }
        }
    }

    void vacuum() throws SQLException {
        execute("vacuum (analyze)");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    double number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
