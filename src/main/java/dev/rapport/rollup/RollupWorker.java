package dev.rapport.rollup;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Looks every other second whether facts have changed. */
@ApplicationScoped
class RollupWorker {
    private static final Logger LOG = Logger.getLogger(RollupWorker.class);

    private final Rollup rollup;

    RollupWorker(Rollup rollup) {
        this.rollup = rollup;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        try {
            rollup.refreshUnlessBusy();
        } catch (SQLException e) {
            // The days stay dirty: the next turn tries again.
            LOG.warnf("Facts wait to be counted in: %s", e.getMessage());
        }
    }
}
