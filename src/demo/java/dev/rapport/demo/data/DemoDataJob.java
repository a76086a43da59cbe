package dev.rapport.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Fills a fresh database with demo data as one import, whole or not at all. */
public final class DemoDataJob {
    private static final long SEED = 20_020;

    /** Of the lock that lets only one of several instances make the data. */
    private static final long LOCK = 0x4445_4D4FL;

    private final DataSource database;

    public DemoDataJob(DataSource database) {
        this.database = database;
    }

    /**
     * Makes the data as they stand at this moment, if nothing has been imported yet.
     *
     * @param progress told how many of 100 parts have been written
     * @return how many rows were written; empty when there is data already or another instance is at it
     */
    public OptionalLong runOnFreshDatabase(Instant now, int customers, IntConsumer progress) throws SQLException {
        return runOnFreshDatabase(new Scenario(SEED, zone(), now, customers), progress);
    }

    private ZoneId zone() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select zone from settings")) {
            rows.next();
            return ZoneId.of(rows.getString(1));
        }
    }

    /**
     * Makes the data of a scenario, if nothing has been imported yet.
     *
     * @return how many rows were written; empty when there is data already or another instance is at it
     */
    OptionalLong runOnFreshDatabase(Scenario scenario, IntConsumer progress) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!locked(connection) || !isFresh(connection)) {
                    connection.rollback();
                    return OptionalLong.empty();
                }
                int id = begin(connection);
                long rows = new ScenarioWriter(connection, scenario, progress).write(id);
                finish(connection, id, rows);
                connection.commit();
                return OptionalLong.of(rows);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static boolean isFresh(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select not exists (select from import_job)")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static int begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        insert into import_job (kind, file_name, state, created_by, started_at)
                        values ('demo', 'demo data', 'running', 'rapport', clock_timestamp())
                        returning id
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void finish(Connection connection, int id, long rows) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job
                set state = 'done', rows_read = ?, rows_stored = ?, finished_at = clock_timestamp()
                where id = ?
                """)) {
            statement.setLong(1, rows);
            statement.setLong(2, rows);
            statement.setInt(3, id);
            statement.executeUpdate();
        }
    }
}
