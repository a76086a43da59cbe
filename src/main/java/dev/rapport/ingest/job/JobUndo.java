package dev.rapport.ingest.job;

import dev.rapport.ingest.store.Undo;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes a finished job back, once. */
public final class JobUndo {
    private JobUndo() {}

    /** @return false when the job is not done, or has been undone already */
    public static boolean undo(DataSource database, int id, String who) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean mine = claim(connection, id, who);
                if (mine) {
                    new Undo(connection, id).run();
                }
                connection.commit();
                return mine;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** A second one waits here for the first, and then finds nothing to undo. */
    private static boolean claim(Connection connection, int id, String who) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job set state = 'undone', undone_at = now(), undone_by = ?
                where id = ? and kind = 'csv' and state = 'done'
                """)) {
            statement.setString(1, who);
            statement.setInt(2, id);
            return statement.executeUpdate() == 1;
        }
    }
}
