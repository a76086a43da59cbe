package dev.rapport.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Keeps who signed in and out and who was refused what, as a row of the audit trail and a line of the log each. */
@ApplicationScoped
class SecurityTrail {
    private static final Logger LOG = Logger.getLogger("dev.rapport.security");
    private static final Duration KEPT = Duration.ofDays(366);
    private static final int LONGEST = 300;

    private final Jdbi jdbi;
    private final Clock clock;

    SecurityTrail(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One thing that happened. */
    record Event(Instant at, String who, String action, String detail) {}

    /** Never fails: what is told about has happened, also where the database cannot be told. */
    void note(String who, String action, String detail) {
        log(who, action, detail);
        try {
            jdbi.useHandle(handle -> handle.execute(
                    "insert into audit_entry (at, who, action, detail, security) values (?, ?, ?, ?, true)",
                    Timestamp.from(clock.instant()),
                    clean(who),
                    action,
                    clean(detail)));
        } catch (JdbiException e) {
            LOG.warnf("Not kept in the audit trail: %s", e.getMessage());
        }
    }

    /** For what is in the audit trail already. */
    void log(String who, String action, String detail) {
        LOG.info("%s: %s %s".formatted(action, clean(who), clean(detail)).strip());
    }

    List<Event> newestFirst(int most) {
        return jdbi.withHandle(handle -> handle.select(
                        "select at, who, action, detail from audit_entry where security order by id desc limit ?", most)
                .map((row, context) -> new Event(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    int deleteOld() {
        return jdbi.withHandle(handle -> handle.execute(
                "delete from audit_entry where security and at < ?",
                Timestamp.from(clock.instant().minus(KEPT))));
    }

    /** On one line, whatever it was made of, and not without end. */
    static String clean(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
