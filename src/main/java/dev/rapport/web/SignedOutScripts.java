package dev.rapport.web;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers scripts whose session has ended, as they cannot follow a redirect to Keycloak, which is another origin. When
 * the session has ended, HTMX is told to load the page anew instead; that request is then redirected to sign in.
 */
@ApplicationScoped
class SignedOutScripts implements JavaScriptRequestChecker {
    private static final int SIGN_IN_NEEDED = 499;

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return context.request().getHeader("HX-Request") != null;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(end -> {
                        if (context.response().getStatusCode() == SIGN_IN_NEEDED) {
                            context.response().putHeader("HX-Refresh", "true");
                        }
                    });
                    context.next();
                },
                100);
    }
}
