package dev.rapport.ingest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Limits request bodies: only the two endpoints that take an upload keep the server's limit, which is raised to its
 * size. All others get an ordinary limit back. A path that is not exactly one of theirs is refused the large body,
 * whatever it is routed to.
 */
@ApplicationScoped
class BodyLimits {
    private static final Set<String> UPLOADS = Set.of("/imports", "/api/imports");
    private static final long ORDINARY = 2L << 20;
    /** Where Quarkus keeps the limit of a request whose length is not announced. */
    private static final String LIMIT = "io.quarkus.max-request-size";
    /** Just after Quarkus has put its own. */
    private static final int AFTER_THE_SERVERS = -1;

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS).handler(BodyLimits::check);
    }

    private static void check(RoutingContext context) {
        boolean upload = context.request().method() == HttpMethod.POST
                && UPLOADS.contains(context.request().path());
        if (!upload) {
            context.put(LIMIT, ORDINARY);
            if (length(context) > ORDINARY) {
                context.response().putHeader("Connection", "close");
                context.fail(413);
                return;
            }
        }
        context.next();
    }

    private static long length(RoutingContext context) {
        String header = context.request().getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
