package dev.rapport.team;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the rows of a session when Keycloak says that it ended. Quarkus checks the logout token and remembers it in
 * this process's memory only, until the next login of anyone; the table holds for all processes and for good.
 */
@ApplicationScoped
class BackChannelLogout {
    private static final Logger LOG = Logger.getLogger(BackChannelLogout.class);
    private static final int PRIORITY = 200;

    private final TokenTable table;
    private final SecurityTrail trail;

    BackChannelLogout(TokenTable table, SecurityTrail trail) {
        this.table = table;
        this.trail = trail;
    }

    void register(@Observes Filters filters) {
        filters.register(this::listen, PRIORITY);
    }

    private void listen(RoutingContext context) {
        if (HttpMethod.POST.equals(context.request().method())
                && SignOn.BACK_CHANNEL_LOGOUT.equals(context.normalizedPath())) {
            // Only Quarkus's 200 says that the token's signature, issuer and claims are right.
            context.addBodyEndHandler(end -> {
                if (context.response().getStatusCode() == 200) {
                    endSessions(context, context.request().getFormAttribute("logout_token"));
                }
            });
        }
        context.next();
    }

    private void endSessions(RoutingContext context, @Nullable String token) {
        if (token == null) {
            return;
        }
        JsonObject claims = TableTokenStateManager.claims(token);
        context.vertx()
                .executeBlocking(() -> {
                    String session = claims.getString("sid");
                    String subject = claims.getString("sub", "");
                    (session == null ? table.deleteSubject(subject) : table.deleteSession(session))
                            .forEach(ended -> trail.note(ended.person(), "session ended", "Keycloak"));
                    return true;
                })
                .onFailure(e -> LOG.errorf(e, "A session that Keycloak ended could not be removed"));
    }
}
