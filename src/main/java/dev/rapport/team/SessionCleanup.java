package dev.rapport.team;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Ended sessions are refused anyway; this keeps their tokens from lying about. */
@ApplicationScoped
class SessionCleanup {
    private static final Logger LOG = Logger.getLogger(SessionCleanup.class);

    private final TokenTable table;

    SessionCleanup(TokenTable table) {
        this.table = table;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeEnded() {
        try {
            int removed = table.deleteExpired(Instant.now());
            LOG.debugf("%d ended sessions removed", removed);
        } catch (SQLException e) {
            LOG.warnf("Ended sessions not removed this time: %s", e.getMessage());
        }
    }
}
