package dev.rapport.ingest.run;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;

/** Watches while a long statement runs whether the job is still wanted, and cancels the statement when it is not. */
final class CancelWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;

    private final Thread thread;
    private volatile boolean over;
    private volatile boolean up;

    CancelWatch(Jdbi jdbi, int job, Handle working, BooleanSupplier stopping) {
        thread = new Thread(() -> watch(jdbi, job, working, stopping), "import-cancel-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The job is not wanted any more. */
    boolean isUp() {
        return up;
    }

    private void watch(Jdbi jdbi, int job, Handle working, BooleanSupplier stopping) {
        while (!over) {
            try {
                Thread.sleep(EVERY_MILLIS);
                if (!over
                        && (stopping.getAsBoolean() || !jdbi.withHandle(handle -> JobQueries.isWanted(handle, job)))) {
                    up = true;
                    working.getConnection().unwrap(PGConnection.class).cancelQuery();
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | JdbiException e) {
                // the database is away: the work itself will notice
            }
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
