package dev.rapport.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks up the API key that a request shows, in one statement, as every answer to a program waits for it. */
@ApplicationScoped
class ShownKeys {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final DataSource database;

    ShownKeys(DataSource database) {
        this.database = database;
    }

    /** @param scope the role that it gives */
    record Key(int id, String scope) {}

    /** The key, unless nobody has it or it was revoked; notes that it was used. */
    Optional<Key> use(String secret, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, scope, last_used_at from api_key where hash = ? and revoked_at is null")) {
            select.setString(1, Secrets.hash(secret));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Key key = new Key(row.getInt(1), row.getString(2));
                Timestamp used = row.getTimestamp(3);
                if (used == null || used.toInstant().isBefore(now.minus(USE_NOTED_EVERY))) {
                    noteUse(connection, key, now);
                }
                return Optional.of(key);
            }
        }
    }

    /** Once a minute at most, so that a busy key does not write with every request. */
    private static void noteUse(Connection connection, Key key, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update api_key set last_used_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setInt(2, key.id());
            update.executeUpdate();
        }
    }

    /** Says that the database is away, with the cause that tells so. */
    static class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(SQLException cause) {
            super("Keys cannot be read", cause);
        }
    }
}
