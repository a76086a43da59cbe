package dev.rapport.team;

import dev.rapport.web.ErrorPage;
import dev.rapport.web.Outage;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates people by Quarkus's mechanism for OpenID Connect, and tells a Keycloak that cannot be asked from one that
 * refuses. Quarkus signs people out in both cases. Here a session whose renewal found no answer goes on with the roles
 * known, as long as {@code quarkus.oidc.token.lifespan-grace} takes its tokens; after that it gets 503, and is renewed
 * when Keycloak is back. Only a refusal ends it.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    /** Quarkus's own mark of a request whose tokens have just been renewed and need no renewal. */
    static final String RENEWED = "refresh_token_grant_response";

    private static final ChallengeData LATER = new ChallengeData(503, "Retry-After", "5");
    private static final String TOKENS = AuthorizationCodeTokens.class.getName();

    private final OidcAuthenticationMechanism oidc;
    private final ProviderCalls calls;
    private final ProviderAvailability availability;
    private final ProviderProbe probe;

    SessionMechanism(
            OidcAuthenticationMechanism oidc,
            ProviderCalls calls,
            ProviderAvailability availability,
            ProviderProbe probe) {
        this.oidc = oidc;
        this.calls = calls;
        this.availability = availability;
        this.probe = probe;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return oidc.authenticate(context, providers)
                .onFailure()
                .recoverWithUni(failure -> judge(context, providers, failure));
    }

    private Uni<SecurityIdentity> judge(RoutingContext context, IdentityProviderManager providers, Throwable failure) {
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        if (Outage.isOfDatabase(failure)) {
            return Uni.createFrom().failure(new OIDCException("Sessions cannot be read", failure));
        }
        AuthorizationCodeTokens tokens = context.get(TOKENS);
        String shown = tokens == null ? context.request().getParam("code") : tokens.getRefreshToken();
        return switch (calls.outcome(shown)) {
            case NOT_MADE, REFUSED -> Uni.createFrom().failure(failure);
            case NO_ANSWER -> {
                availability.failed();
                yield tokens == null ? away() : known(context, providers);
            }
            case ANSWERED ->
                tokens == null || context.get(TableTokenStateManager.SESSION) == null
                        ? Uni.createFrom().failure(failure)
                        : known(context, providers);
        };
    }

    /** By the tokens as they are kept: signature and all else are checked again, only the renewal is left out. */
    private Uni<SecurityIdentity> known(RoutingContext context, IdentityProviderManager providers) {
        context.remove(TOKENS);
        context.put(RENEWED, Boolean.TRUE);
        return oidc.authenticate(context, providers)
                .onTermination()
                .invoke(() -> context.remove(RENEWED))
                .onFailure()
                .recoverWithUni(failure -> {
                    context.put(HttpAuthenticationMechanism.class.getName(), this);
                    boolean ended = context.get(TOKENS) == null && !Outage.isOfDatabase(failure);
                    return ended ? Uni.createFrom().failure(failure) : away();
                });
    }

    private static Uni<SecurityIdentity> away() {
        return Uni.createFrom().failure(new OIDCException("Keycloak does not answer"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (!ErrorPage.forPeople(context.request())) {
            return oidc.getChallenge(context);
        }
        return probe.answers()
                .chain(there ->
                        there ? oidc.getChallenge(context) : Uni.createFrom().item(LATER));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<@Nullable HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    /** Before Quarkus's own. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 500;
    }
}
