package dev.rapport.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** The one import that all demo data belongs to: made, and removed, whole or not at all. */
final class DemoJob {
    /** Of the lock that lets only one of several instances make the data. */
    private static final long LOCK = 0x4445_4D4FL;

    private final DataSource database;

    DemoJob(DataSource database) {
        this.database = database;
    }

    /**
     * Makes the data, if nothing has been imported yet.
     *
     * @return how many rows were written; empty when there is data already or another instance is at it
     */
    OptionalLong runOnFreshDatabase(Script script, IntConsumer progress) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!locked(connection) || !isFresh(connection)) {
                    connection.rollback();
                    return OptionalLong.empty();
                }
                int id = begin(connection);
                long rows = new DemoWriter(connection, script, progress).write(id);
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

    /** The number of the demo data's import while it is in the database. */
    OptionalInt present() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return present(connection);
        }
    }

    private static OptionalInt present(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id from import_job where kind = 'demo' and state = 'done' order by id")) {
            return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
        }
    }

    /** @return whether there was anything to remove */
    boolean remove(String who) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                OptionalInt id = present(connection);
                if (id.isPresent()) {
                    new DemoRemoval(connection).remove(id.getAsInt(), who);
                }
                connection.commit();
                return id.isPresent();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
