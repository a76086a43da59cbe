package dev.rapport.ingest;

import dev.rapport.ingest.job.JobRunner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs imports one after the other. However many instances of the application share a database, one of them works: it
 * holds a lock of PostgreSQL's that ends with its connection.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final long LOCK = 0x7261_7069_6d70_0001L;
    private static final int IDLE_SECONDS = 2;
    private static final int SHUTDOWN_SECONDS = 20;

    private final DataSource database;
    private final ImportConfig config;
    private final Semaphore nudge = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    ImportWorker(DataSource database, ImportConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::work, "imports");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        nudge.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(SHUTDOWN_SECONDS));
        }
    }

    /** There is a new job: no need to wait for the next look. */
    void nudge() {
        nudge.release();
    }

    private void work() {
        JobRunner runner = new JobRunner(database, config.limits(), config.folder(), () -> stopping);
        while (!stopping) {
            try (Connection lock = database.getConnection()) {
                if (hold(lock)) {
                    runner.takeUpLost();
                    while (!stopping && lock.isValid(2)) {
                        if (!runner.runNext()) {
                            rest();
                        }
                    }
                    release(lock);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("Imports wait: %s", e.getMessage());
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (!stopping && nudge.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) {
                nudge.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static boolean hold(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?)");
    }

    private static void release(Connection connection) throws SQLException {
        ask(connection, "select pg_advisory_unlock(?)");
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
