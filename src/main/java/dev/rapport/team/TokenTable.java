package dev.rapport.team;

import io.quarkus.oidc.AuthorizationCodeTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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

    /**
     * Whose session it is.
     *
     * @param subject by which Keycloak knows the person, whatever they are called
     * @param session by which Keycloak knows the session
     * @param person as the audit trail names them
     */
    record Owner(@Nullable String subject, @Nullable String session, String person, String name) {}

    void insert(String id, Owner owner, AuthorizationCodeTokens tokens, Instant now, Instant expiresAt) {
        update(
                """
                insert into token_state (id_hash, subject, session_id, person, person_name, id_token, access_token,
                                         refresh_token, scope, access_expires_in, created_at, renewed_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Secrets.hash(id),
                owner.subject(),
                owner.session(),
                owner.person(),
                owner.name(),
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenScope(),
                tokens.getAccessTokenExpiresIn(),
                Timestamp.from(now),
                Timestamp.from(now),
                Timestamp.from(expiresAt));
    }

    /** Keeps new tokens for a session that is still there and still its person's; false for any other. */
    boolean renew(String id, Owner owner, AuthorizationCodeTokens tokens, Instant now, Instant expiresAt) {
        return update(
                        """
                update token_state
                   set id_token = ?, access_token = ?, refresh_token = ?, scope = ?, access_expires_in = ?,
                       renewed_at = ?, expires_at = ?
                 where id_hash = ? and expires_at > ? and subject is not distinct from ?
                """,
                        tokens.getIdToken(),
                        tokens.getAccessToken(),
                        tokens.getRefreshToken(),
                        tokens.getAccessTokenScope(),
                        tokens.getAccessTokenExpiresIn(),
                        Timestamp.from(now),
                        Timestamp.from(expiresAt),
                        Secrets.hash(id),
                        Timestamp.from(now),
                        owner.subject())
                == 1;
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

    /**
     * A session that has been removed.
     *
     * @param refreshToken as it was kept, sealed
     */
    record Ended(String person, @Nullable String refreshToken) {}

    List<Ended> delete(String id) {
        return delete("id_hash", Secrets.hash(id));
    }

    List<Ended> deleteSession(String keycloakSession) {
        return delete("session_id", keycloakSession);
    }

    List<Ended> deleteSubject(String subject) {
        return delete("subject", subject);
    }

    private List<Ended> delete(String column, String value) {
        return jdbi.withHandle(handle -> handle.select(
                        "delete from token_state where " + column + " = ? returning person, refresh_token", value)
                .map((row, context) -> new Ended(row.getString(1), row.getString(2)))
                .list());
    }

    List<SignedInPage.Person> signedIn(Instant now) {
        return jdbi.withHandle(handle -> handle.select("""
                        select subject, max(person), max(person_name), count(*), min(created_at), max(renewed_at)
                          from token_state
                         where expires_at > ? and subject is not null
                         group by subject
                         order by max(renewed_at) desc, subject
                        """, Timestamp.from(now))
                .map((row, context) -> new SignedInPage.Person(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6).toInstant()))
                .list());
    }

    int deleteExpired(Instant now) {
        return update("delete from token_state where expires_at <= ?", Timestamp.from(now));
    }

    private int update(String sql, @Nullable Object... values) {
        return jdbi.withHandle(handle -> handle.execute(sql, values));
    }
}
