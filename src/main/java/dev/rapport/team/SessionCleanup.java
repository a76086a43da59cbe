package dev.rapport.team;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Deletes the tokens of ended sessions, which are refused anyway, so that they do not lie about. */
@ApplicationScoped
class SessionCleanup {
    private static final Logger LOG = Logger.getLogger(SessionCleanup.class);

    private final TokenTable table;
    private final Clock clock;

    SessionCleanup(TokenTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeEnded() {
        try {
            int removed = table.deleteExpired(clock.instant());
            LOG.debugf("%d ended sessions removed", removed);
        } catch (JdbiException e) {
            LOG.warnf("Ended sessions not removed this time: %s", e.getMessage());
        }
    }
}
