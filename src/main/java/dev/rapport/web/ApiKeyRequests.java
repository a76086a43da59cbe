package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Recognises requests that carry an API key in their Authorization header. They lose every cookie here, so such a
 * request can never act as a signed-in person, and there is nothing for a foreign site to ride on. The form token,
 * which would protect just that, is then provided in the request itself, so that programs need not fetch one.
 */
@ApplicationScoped
public class ApiKeyRequests {
    /** How every key begins; also what lets secret scanners find one. */
    public static final String PREFIX = "rpt_";

    private static final int BEFORE_COOKIES_ARE_READ = 9_500;
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final SecureRandom random = new SecureRandom();
    private final String tokenName;
    private final int tokenSize;

    ApiKeyRequests(
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String tokenName,
            @ConfigProperty(name = "quarkus.rest-csrf.token-size", defaultValue = "16") int tokenSize) {
        this.tokenName = tokenName;
        this.tokenSize = tokenSize;
    }

    void register(@Observes Filters filters) {
        filters.register(this::strip, BEFORE_COOKIES_ARE_READ);
    }

    private void strip(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (carriesKey(request)) {
            byte[] bytes = new byte[tokenSize];
            random.nextBytes(bytes);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            request.headers().set("Cookie", tokenName + "=" + token).set("X-CSRF-TOKEN", token);
        }
        context.next();
    }

    static boolean carriesKey(HttpServerRequest request) {
        return keyOf(request).isPresent();
    }

    /** The key of {@code Authorization: Bearer rpt_...}, or of Basic with the key as user name. */
    public static Optional<String> keyOf(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).strip()).filter(key -> key.startsWith(PREFIX));
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return userOf(header.substring(BASIC.length()).strip()).filter(key -> key.startsWith(PREFIX));
        }
        return Optional.empty();
    }

    private static Optional<String> userOf(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return Optional.of(pair.split(":", 2)[0]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
