package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;

/**
 * Refuses requests of which a proxy in front of us might think that they end elsewhere. The decoder knows the coding "chunked"
 * and passes others over: it takes the length that stands beside them, or all that follows for the body. What is behind
 * such a request on its connection is nobody's, so the connection is closed.
 */
@ApplicationScoped
class RequestFraming {
    /** Right after the security headers, which the refusal has too. */
    private static final int BEFORE_ANYTHING_IS_READ = 9_990;

    private static final String CODING = "Transfer-Encoding";

    void register(@Observes Filters filters) {
        filters.register(RequestFraming::check, BEFORE_ANYTHING_IS_READ);
    }

    private static void check(RoutingContext context) {
        List<String> codings = context.request().headers().getAll(CODING);
        if (isPlain(codings)) {
            if (!codings.isEmpty()) {
                context.addEndHandler(ended -> {
                    if (ended.failed()) {
                        refuseWhatIsBroken(context, ended.cause());
                    }
                });
            }
            context.next();
            return;
        }
        context.response().putHeader("Connection", "close");
        context.addEndHandler(ended -> context.request().connection().close());
        context.fail(400);
    }

    /** A chunk is none: the connection closes right after, and would without a word. Whoever reads the body gets nothing more of it. */
    private static void refuseWhatIsBroken(RoutingContext context, Throwable broken) {
        HttpServerResponse response = context.response();
        if (!(broken instanceof IOException) && !response.ended() && !response.headWritten()) {
            response.setStatusCode(400).putHeader("Connection", "close").end();
            ((ConnectionBase) context.request().connection()).channel().flush();
        }
    }

    static boolean isPlain(List<String> codings) {
        return codings.isEmpty()
                || codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
    }
}
