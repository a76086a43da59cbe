package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sets the security headers on every answer, errors and files included (OWASP ASVS 5.0, 3.4). */
@ApplicationScoped
class SecurityHeaders {
    private static final int BEFORE_ALL_ELSE = 10_000;

    private final String contentSecurityPolicy;

    SecurityHeaders(
            @ConfigProperty(name = "rapport.keycloak.origin") Optional<String> browsersKeycloak,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> ourKeycloak) {
        // Browsers hold form-action also against the redirect that follows a form: a session that ended meanwhile.
        String keycloak = browsersKeycloak
                .or(() -> ourKeycloak)
                .map(url -> " " + origin(URI.create(url)))
                .orElse("");
        contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'" + keycloak + "; frame-ancestors 'none'";
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ALL_ELSE);
    }

    private void add(RoutingContext request) {
        MultiMap headers = request.response().headers();
        fill(headers);
        if ("https".equals(request.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        request.next();
    }

    /** Sets those that each answer has, whatever its request was. */
    void fill(MultiMap headers) {
        headers.set("Content-Security-Policy", contentSecurityPolicy)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
