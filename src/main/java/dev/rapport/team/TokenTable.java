package dev.rapport.team;

import io.quarkus.oidc.AuthorizationCodeTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores the sessions' tokens in PostgreSQL. The cookie holds a random 256-bit id; here stands only its hash, so that
 * who reads the table cannot make a cookie of it. The tokens arrive encrypted by Quarkus (A256GCM under {@code
 * quarkus.oidc.token-state-manager.encryption-secret}), so that who reads a backup cannot use them at Keycloak.
 */
@ApplicationScoped
class TokenTable {
    private final DataSource database;

    TokenTable(DataSource database) {
        this.database = database;
    }

    /** Whose session it is: Keycloak's subject and session id. */
    record Owner(@Nullable String subject, @Nullable String session) {}

    void insert(String id, Owner owner, AuthorizationCodeTokens tokens, Instant expiresAt) throws SQLException {
        String sql = """
                insert into token_state (id_hash, subject, session_id, id_token, access_token, refresh_token, scope,
                                         access_expires_in, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, Secrets.hash(id));
            insert.setString(2, owner.subject());
            insert.setString(3, owner.session());
            insert.setString(4, tokens.getIdToken());
            insert.setString(5, tokens.getAccessToken());
            insert.setString(6, tokens.getRefreshToken());
            insert.setString(7, tokens.getAccessTokenScope());
            insert.setObject(8, tokens.getAccessTokenExpiresIn());
            insert.setTimestamp(9, Timestamp.from(expiresAt));
            insert.executeUpdate();
        }
    }

    Optional<AuthorizationCodeTokens> find(String id, Instant now) throws SQLException {
        String sql = """
                select id_token, access_token, refresh_token, access_expires_in, scope
                  from token_state
                 where id_hash = ? and expires_at > ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, Secrets.hash(id));
            select.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new AuthorizationCodeTokens(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, Long.class),
                                row.getString(5)))
                        : Optional.empty();
            }
        }
    }

    void delete(String id) throws SQLException {
        update("delete from token_state where id_hash = ?", Secrets.hash(id));
    }

    /** Lets a session that has just been renewed under another id live until then. */
    void endBy(String id, Instant end) throws SQLException {
        update(
                "update token_state set expires_at = least(expires_at, ?) where id_hash = ?",
                Timestamp.from(end),
                Secrets.hash(id));
    }

    void deleteSession(String keycloakSession) throws SQLException {
        update("delete from token_state where session_id = ?", keycloakSession);
    }

    void deleteSubject(String subject) throws SQLException {
        update("delete from token_state where subject = ?", subject);
    }

    int deleteExpired(Instant now) throws SQLException {
        return update("delete from token_state where expires_at <= ?", Timestamp.from(now));
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
