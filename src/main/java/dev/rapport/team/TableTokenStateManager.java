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
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;

/**
 * Stores the tokens of signed-in people in PostgreSQL, so that logout ends the session for every copy of the cookie.
 * The interface is reactive and JDBC is not, hence each call runs on a worker thread.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TableTokenStateManager implements TokenStateManager {
    /** Requests that left the browser before a renewal reached it still carry the old id. */
    private static final Duration RENEWAL_GRACE = Duration.ofSeconds(20);

    private final TokenTable table;
    private final Clock clock;

    TableTokenStateManager(TokenTable table, Clock clock) {
        this.table = table;
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
        return worker.runBlocking(() -> {
            String id = Secrets.random();
            table.insert(id, owner, tokens, clock.instant().plusSeconds(seconds));
            return id;
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> worker) {
        return worker.runBlocking(() -> table.find(id, clock.instant())
                .orElseThrow(() -> new AuthenticationFailedException("This session has ended")));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String id, OidcRequestContext<Void> worker) {
        boolean signingOut = SignOn.SIGN_OUT.equals(request.normalizedPath());
        return worker.runBlocking(() -> {
            if (signingOut) {
                table.delete(id);
            } else {
                table.endBy(id, clock.instant().plus(RENEWAL_GRACE));
            }
            return null;
        });
    }

    private static TokenTable.Owner owner(String idToken) {
        JsonObject claims = claims(idToken);
        return new TokenTable.Owner(claims.getString("sub"), claims.getString("sid"));
    }

    /** What a token says; for tokens whose signature has been checked. */
    static JsonObject claims(String token) {
        String[] parts = token.split("\\.");
        return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
