package dev.rapport.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Lets one transaction at a time store an import, undo one, or merge what imports refer to. Rows that one takes for
 * known must not be taken away by another meanwhile. Files are read, and figures asked, beside it.
 */
public final class StoringTurn {
    private static final long LOCK = 0x7261_7069_6d70_0002L;

    private StoringTurn() {}

    /** Waits for it; it lasts until the transaction ends. */
    public static void await(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    /** @return false when somebody else has it: people who wait for a page do not wait for imports */
    public static boolean attempt(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
