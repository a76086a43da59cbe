package dev.rapport.cube.build;

import dev.rapport.db.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Locks the building of rollups to one instance; it belongs to the connection, so that it ends with a process that
 * dies.
 */
final class BuildLock implements AutoCloseable {
    private final Connection connection;

    private BuildLock(Connection connection) {
        this.connection = connection;
    }

    /** By asking again and again: a statement that waits keeps a view of the data, for which a rebuild would wait in turn. */
    static BuildLock waitFor(Connection connection) throws SQLException {
        while (true) {
            Optional<BuildLock> lock = attempt(connection);
            if (lock.isPresent()) {
                return lock.get();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted", e);
            }
        }
    }

    static Optional<BuildLock> attempt(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?)")
                ? Optional.of(new BuildLock(connection))
                : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        ask(connection, "select pg_advisory_unlock(?)");
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = Statements.prepare(connection, sql, CubeBuilder.LOCK);
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
