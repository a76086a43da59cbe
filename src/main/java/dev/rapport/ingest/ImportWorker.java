package dev.rapport.ingest;

import dev.rapport.ingest.run.ImportRunner;
import dev.rapport.ingest.run.UndoRunner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Runs imports one after the other and, beside them, undoes imports one after the other. However many instances of the
 * application share a database, one of them works at each: it holds a lock of PostgreSQL's that ends with its
 * connection.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final long IMPORTS = 0x7261_7069_6d70_0001L;
    private static final long UNDOS = 0x7261_7069_6d70_0003L;
    private static final int IDLE_SECONDS = 2;
    private static final int SHUTDOWN_SECONDS = 20;

    private final DataSource database;
    private final ImportConfig config;
    private final Clock clock;
    private final Semaphore imports = new Semaphore(0);
    private final Semaphore undos = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    ImportWorker(DataSource database, ImportConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ImportRunner runner = new ImportRunner(database, config.limits(), clock, config.folder(), () -> stopping);
        UndoRunner undo = new UndoRunner(database, () -> stopping);
        begin("imports", () -> work(IMPORTS, imports, runner::takeUpLost, runner::runNext));
        begin("undos", () -> work(UNDOS, undos, () -> {}, undo::runNext));
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        nudge();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(SHUTDOWN_SECONDS));
        }
    }

    /** There is a new job, or one to be taken back: no need to wait for the next look. */
    void nudge() {
        imports.release();
        undos.release();
    }

    private interface Before {
        void run() throws SQLException;
    }

    private interface Next {
        boolean run() throws SQLException;
    }

    private void work(long lockKey, Semaphore nudge, Before before, Next next) {
        while (!stopping) {
            try (Connection lock = database.getConnection()) {
                if (hold(lock, lockKey)) {
                    before.run();
                    while (!stopping && lock.isValid(2)) {
                        if (!next.run()) {
                            rest(nudge);
                        }
                    }
                    release(lock, lockKey);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("Imports wait: %s", e.getMessage());
            }
            rest(nudge);
        }
    }

    private void rest(Semaphore nudge) {
        try {
            if (!stopping && nudge.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) {
                nudge.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static boolean hold(Connection connection, long key) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?)", key);
    }

    private static void release(Connection connection, long key) throws SQLException {
        ask(connection, "select pg_advisory_unlock(?)", key);
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
