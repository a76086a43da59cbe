package dev.rapport.ingest;

import dev.rapport.db.JdbiSetup;
import dev.rapport.ingest.run.ImportRunner;
import dev.rapport.ingest.run.UndoRunner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
    private static final int ANSWER_SECONDS = 2;
    private static final int SHUTDOWN_SECONDS = 20;

    private final Jdbi jdbi;
    private final ImportConfig config;
    private final Clock clock;
    private final Semaphore imports = new Semaphore(0);
    private final Semaphore undos = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    ImportWorker(Jdbi jdbi, ImportConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ImportRunner runner = new ImportRunner(jdbi, config.limits(), clock, config.folder(), () -> stopping);
        UndoRunner undo = new UndoRunner(jdbi, () -> stopping);
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

    private void work(long lockKey, Semaphore nudge, Runnable before, BooleanSupplier next) {
        while (!stopping) {
            try (Handle lock = jdbi.open()) {
                if (hold(lock, lockKey)) {
                    before.run();
                    // a connection that is gone has let go of the lock
                    while (!stopping && JdbiSetup.answers(lock, ANSWER_SECONDS)) {
                        if (!next.getAsBoolean()) {
                            rest(nudge);
                        }
                    }
                    release(lock, lockKey);
                }
            } catch (RuntimeException e) {
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

    private static boolean hold(Handle handle, long key) {
        return ask(handle, "select pg_try_advisory_lock(?)", key);
    }

    private static void release(Handle handle, long key) {
        ask(handle, "select pg_advisory_unlock(?)", key);
    }

    private static boolean ask(Handle handle, String sql, long key) {
        return handle.select(sql, key).mapTo(boolean.class).one();
    }
}
