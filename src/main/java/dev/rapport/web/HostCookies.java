package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names the cookies of sign-on and of forms {@code __Host-...} towards browsers where they come by TLS only. A browser
 * takes such a cookie from this host alone, so that neither another host of the domain nor plain HTTP can plant one.
 * Quarkus has fixed names, which are kept inside; over plain HTTP browsers would refuse the prefix.
 */
@ApplicationScoped
class HostCookies {
    private static final String PREFIX = "__Host-";
    private static final int BEFORE_COOKIES_ARE_READ = 9_600;

    private final boolean secure;
    private final String formCookie;

    HostCookies(
            @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure", defaultValue = "false")
                    boolean secure,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String formCookie) {
        this.secure = secure;
        this.formCookie = formCookie;
    }

    void register(@Observes Filters filters) {
        if (secure) {
            filters.register(this::translate, BEFORE_COOKIES_ARE_READ);
        }
    }

    /** What takes a cookie of this name away, as a header. */
    String expired(String name) {
        return secure
                ? PREFIX + name + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"
                : name + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";
    }

    void translate(RoutingContext request) {
        List<String> sent = request.request().headers().getAll(HttpHeaders.COOKIE);
        if (!sent.isEmpty()) {
            request.request().headers().set(HttpHeaders.COOKIE, inside(sent));
        }
        request.addHeadersEndHandler(end -> prefix(request));
        request.next();
    }

    /** The cookies by their names inside. One of ours that comes without its prefix was planted. */
    String inside(List<String> headers) {
        List<String> kept = new ArrayList<>();
        headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .forEach(cookie -> {
                    if (cookie.startsWith(PREFIX) && isOurs(cookie.substring(PREFIX.length()))) {
                        kept.add(cookie.substring(PREFIX.length()));
                    } else if (!isOurs(cookie)) {
                        kept.add(cookie);
                    }
                });
        return String.join("; ", kept);
    }

    private void prefix(RoutingContext request) {
        for (Cookie cookie : List.copyOf(request.request().cookies())) {
            if (isOurs(cookie.getName() + "=") && ((ServerCookie) cookie).isChanged()) {
                request.response().removeCookies(cookie.getName(), false);
                request.response()
                        .addCookie(Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                                .setPath("/")
                                .setSecure(true)
                                .setHttpOnly(true)
                                .setMaxAge(cookie.getMaxAge())
                                .setSameSite(cookie.getSameSite()));
            }
        }
    }

    private boolean isOurs(String cookie) {
        return cookie.startsWith("q_") || cookie.startsWith(formCookie + "=");
    }
}
