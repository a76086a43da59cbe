package dev.rapport.team;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Deletes the tokens of ended sessions, which are refused anyway, and what the security trail kept long enough. */
@ApplicationScoped
class SessionCleanup {
    private static final Logger LOG = Logger.getLogger(SessionCleanup.class);

    private final TokenTable table;
    private final SecurityTrail trail;
    private final Clock clock;

    SessionCleanup(TokenTable table, SecurityTrail trail, Clock clock) {
        this.table = table;
        this.trail = trail;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeEnded() {
        try {
            int removed = table.deleteExpired(clock.instant());
            trail.deleteOld();
            LOG.debugf("%d ended sessions removed", removed);
        } catch (JdbiException e) {
            LOG.warnf("Ended sessions not removed this time: %s", e.getMessage());
        }
    }
}
