package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site's page makes a browser send, before anything is read: the second line behind the form
 * token. Browsers say where a request comes from (Sec-Fetch-Site, else Origin); programs say neither and hold no cookie.
 */
@ApplicationScoped
class CrossSiteGuard {
    private static final int AFTER_HEADERS = 9_000;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_HEADERS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method())
                || ApiKeyRequests.carriesKey(request)
                || ownSite(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        request.scheme() + "://" + request.authority())) {
            context.next();
        } else {
            context.fail(403);
        }
    }

    static boolean ownSite(@Nullable String fetchSite, @Nullable String origin, String here) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin == null || origin.equalsIgnoreCase(here);
    }
}
