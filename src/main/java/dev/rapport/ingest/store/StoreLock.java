package dev.rapport.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets one at a time change what imports have stored: what an import takes for known may be just what an undo takes away.
 */
public final class StoreLock {
    private static final long LOCK = 0x7261_7069_6d70_0002L;

    private StoreLock() {}

    /** Waits for whoever has it; it ends with the transaction. */
    public static void take(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}
