package dev.rapport.ingest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Watches while a long statement runs whether the job is still wanted, and cancels the statement when it is not. */
final class CancelWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;

    private final Thread thread;
    private volatile boolean over;
    private volatile boolean up;

    CancelWatch(DataSource database, int job, PGConnection working, BooleanSupplier stopping) {
        thread = new Thread(() -> watch(database, job, working, stopping), "import-cancel-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The job is not wanted any more. */
    boolean isUp() {
        return up;
    }

    private void watch(DataSource database, int job, PGConnection working, BooleanSupplier stopping) {
        while (!over) {
            try {
                Thread.sleep(EVERY_MILLIS);
                if (!over && (stopping.getAsBoolean() || !isWanted(database, job))) {
                    up = true;
                    working.cancelQuery();
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                // the database is away: the work itself will notice
            }
        }
    }

    private static boolean isWanted(DataSource database, int job) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return JobQueries.isWanted(connection, job);
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
