package dev.rapport.team;

import dev.rapport.web.ApiKeyRequests;
import dev.rapport.web.ErrorPage;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates programs by {@code Authorization: Bearer rpt_...}, or Basic with the key as user name; never by a URL.
 * A URL ends up in logs. Asked before Keycloak's mechanism: whoever shows a key is judged by the key alone, and whoever
 * is no browser gets 401 instead of a redirect.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private static final ChallengeData SHOW_A_KEY =
            new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"rapport\"");

    private final BlockingSecurityExecutor worker;
    private final ShownKeys keys;
    private final Clock clock;

    ApiKeyMechanism(BlockingSecurityExecutor worker, ShownKeys keys, Clock clock) {
        this.worker = worker;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Optional<String> key = ApiKeyRequests.keyOf(context.request());
        if (key.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        return worker.executeBlocking(() -> identity(key.get()));
    }

    private SecurityIdentity identity(String secret) {
        ShownKeys.Key key =
                keys.use(secret, clock.instant()).orElseThrow(() -> new AuthenticationFailedException("No such key"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("key " + key.id()))
                .addRoles(roles(key.scope()))
                .build();
    }

    /** Whoever may list customers may read figures. */
    private static Set<String> roles(String scope) {
        return scope.equals(Role.READ_IDS) ? Set.of(Role.READ, Role.READ_IDS) : Set.of(scope);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return ErrorPage.forPeople(context.request())
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(SHOW_A_KEY);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer", "api-key"));
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1000;
    }
}
