package dev.rapport.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Looks up the API key that a request shows, in one statement, as every answer to a program waits for it. */
@ApplicationScoped
class ShownKeys {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Jdbi jdbi;

    ShownKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param scope the role that it gives */
    record Key(int id, String scope) {}

    /** The key, unless nobody has it or it was revoked; notes that it was used. */
    Optional<Key> use(String secret, Instant now) {
        return jdbi.withHandle(handle -> handle.select(
                        "select id, scope, last_used_at from api_key where hash = ? and revoked_at is null",
                        Secrets.hash(secret))
                .map((row, context) -> {
                    Key key = new Key(row.getInt(1), row.getString(2));
                    Timestamp used = row.getTimestamp(3);
                    if (used == null || used.toInstant().isBefore(now.minus(USE_NOTED_EVERY))) {
                        noteUse(handle, key, now);
                    }
                    return key;
                })
                .findOne());
    }

    /** Once a minute at most, so that a busy key does not write with every request. */
    private static void noteUse(Handle handle, Key key, Instant now) {
        handle.execute("update api_key set last_used_at = ? where id = ?", Timestamp.from(now), key.id());
    }
}
