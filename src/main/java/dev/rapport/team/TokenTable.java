package dev.rapport.team;

import io.quarkus.oidc.AuthorizationCodeTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Stores the sessions' tokens in PostgreSQL. The cookie holds a random 256-bit id; here stands only its hash, so that
 * who reads the table cannot make a cookie of it. The tokens arrive encrypted by Quarkus (A256GCM under {@code
 * quarkus.oidc.token-state-manager.encryption-secret}), so that who reads a backup cannot use them at Keycloak.
 */
@ApplicationScoped
class TokenTable {
    private final Jdbi jdbi;

    TokenTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whose session it is: Keycloak's subject and session id. */
    record Owner(@Nullable String subject, @Nullable String session) {}

    void insert(String id, Owner owner, AuthorizationCodeTokens tokens, Instant expiresAt) {
        update(
                """
                insert into token_state (id_hash, subject, session_id, id_token, access_token, refresh_token, scope,
                                         access_expires_in, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Secrets.hash(id),
                owner.subject(),
                owner.session(),
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenScope(),
                tokens.getAccessTokenExpiresIn(),
                Timestamp.from(expiresAt));
    }

    Optional<AuthorizationCodeTokens> find(String id, Instant now) {
        return jdbi.withHandle(handle -> handle.select("""
                        select id_token, access_token, refresh_token, access_expires_in, scope
                          from token_state
                         where id_hash = ? and expires_at > ?
                        """, Secrets.hash(id), Timestamp.from(now))
                .map((row, context) -> new AuthorizationCodeTokens(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Long.class),
                        row.getString(5)))
                .findOne());
    }

    void delete(String id) {
        update("delete from token_state where id_hash = ?", Secrets.hash(id));
    }

    /** Lets a session that has just been renewed under another id live until then. */
    void endBy(String id, Instant end) {
        update(
                "update token_state set expires_at = least(expires_at, ?) where id_hash = ?",
                Timestamp.from(end),
                Secrets.hash(id));
    }

    void deleteSession(String keycloakSession) {
        update("delete from token_state where session_id = ?", keycloakSession);
    }

    void deleteSubject(String subject) {
        update("delete from token_state where subject = ?", subject);
    }

    int deleteExpired(Instant now) {
        return update("delete from token_state where expires_at <= ?", Timestamp.from(now));
    }

    private int update(String sql, @Nullable Object... values) {
        return jdbi.withHandle(handle -> handle.execute(sql, values));
    }
}
