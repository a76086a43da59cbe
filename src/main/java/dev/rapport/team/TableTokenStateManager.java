package dev.rapport.team;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores the tokens of signed-in people in PostgreSQL, so that logout ends the session for every copy of the cookie.
 * The interface is reactive and JDBC is not, hence each call runs on a worker thread.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TableTokenStateManager implements TokenStateManager {
    /** The id of the session by which a request came. */
    static final String SESSION = TableTokenStateManager.class.getName();

    private final TokenTable table;
    private final SecurityTrail trail;
    private final Clock clock;

    TableTokenStateManager(TokenTable table, SecurityTrail trail, Clock clock) {
        this.table = table;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> worker) {
        TokenTable.Owner owner = owner(OidcUtils.decryptToken(tokens.getIdToken(), request, config));
        Long seconds = Objects.requireNonNull(request.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM));
        String known = renewed(request);
        return worker.runBlocking(() -> {
            Instant now = clock.instant();
            if (known == null) {
                String id = Secrets.random();
                table.insert(id, owner, tokens, now, now.plusSeconds(seconds));
                trail.note(owner.person(), "signed in", "");
                return id;
            }
            if (!table.renew(known, owner, tokens, now, now.plusSeconds(seconds))) {
                throw new AuthenticationFailedException("This session ended while it was being renewed");
            }
            return known;
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> worker) {
        return worker.runBlocking(() -> table.find(id, clock.instant())
                        .orElseThrow(() -> new AuthenticationFailedException("This session has ended")))
                .invoke(found -> request.put(SESSION, id));
    }

    /** Ends a session that was read, not one that could not be read, which may be there when the database is back. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String id, OidcRequestContext<Void> worker) {
        String read = request.get(SESSION);
        if (read == null || renewed(request) != null) {
            return Uni.createFrom().voidItem();
        }
        String action = SignOn.SIGN_OUT.equals(request.normalizedPath()) ? "signed out" : "session ended";
        return worker.runBlocking(() -> {
            table.delete(read).forEach(ended -> trail.note(ended.person(), action, ""));
            return null;
        });
    }

    /** The session that this request renews, which keeps its id: the browser may never get to see another one. */
    private static @Nullable String renewed(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(SessionMechanism.RENEWED)) ? request.get(SESSION) : null;
    }

    private static TokenTable.Owner owner(String idToken) {
        JsonObject claims = claims(idToken);
        String subject = claims.getString("sub");
        String person = claims.getString("preferred_username", subject);
        return new TokenTable.Owner(subject, claims.getString("sid"), person, claims.getString("name", person));
    }

    /** What a token says; for tokens whose signature has been checked. */
    static JsonObject claims(String token) {
        String[] parts = token.split("\\.");
        return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
