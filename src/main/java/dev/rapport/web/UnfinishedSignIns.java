package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * Clears the cookies of sign-ins that a browser began and never finished. Each keeps a cookie of half a kilobyte for
 * five minutes; a window of forty restored tabs would soon send more than any server takes, and get nothing but "431"
 * until they have run out.
 */
@ApplicationScoped
class UnfinishedSignIns {
    /** So many may be begun side by side and all come to an end. */
    static final int MOST = 20;

    private static final String NAME = "q_auth_";
    private static final int BEFORE_SIGN_ON = 9_000;

    private final HostCookies cookies;

    UnfinishedSignIns(HostCookies cookies) {
        this.cookies = cookies;
    }

    void register(@Observes Filters filters) {
        filters.register(this::forget, BEFORE_SIGN_ON);
    }

    private void forget(RoutingContext request) {
        List<String> old = old(
                request.request().headers().getAll(HttpHeaders.COOKIE),
                request.request().getParam("state", ""));
        if (!old.isEmpty()) {
            request.addHeadersEndHandler(nothing -> old.forEach(
                    name -> request.response().headers().add(HttpHeaders.SET_COOKIE, cookies.expired(name))));
        }
        request.next();
    }

    /**
     * The cookies to be forgotten: browsers send the oldest first.
     *
     * @param state of the sign-in that comes to its end with this request; it is kept for whoever ends it
     */
    static List<String> old(List<String> headers, String state) {
        List<String> begun = new ArrayList<>();
        for (String header : headers) {
            for (String cookie : header.split(";")) {
                String name = cookie.strip().split("=", 2)[0];
                if (name.startsWith(NAME)) {
                    begun.add(name);
                }
            }
        }
        return begun.subList(0, Math.max(0, begun.size() - MOST)).stream()
                .filter(name -> state.isEmpty() || !name.endsWith(state))
                .toList();
    }
}
