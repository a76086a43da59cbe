package dev.rapport.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;

/**
 * Tells since when the current request is being answered. It goes by Vert.x's context of the request, not by that of the beans: who
 * asks is found out, in the database, before there is the latter.
 */
@ApplicationScoped
public class RequestTime {
    private static final int BEFORE_ALL_ELSE = 10_001;

    RequestTime() {}

    private record Begun(RoutingContext request, long at) {}

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    Context context = Vertx.currentContext();
                    if (context != null) {
                        context.putLocal(Begun.class, new Begun(request, System.nanoTime()));
                    }
                    request.next();
                },
                BEFORE_ALL_ELSE);
    }

    /** As {@link System#nanoTime} said; empty outside of a request, and where its answer has been sent. */
    public OptionalLong begun() {
        Context context = Vertx.currentContext();
        Begun begun = context == null ? null : context.getLocal(Begun.class);
        return begun == null || begun.request.response().ended() ? OptionalLong.empty() : OptionalLong.of(begun.at);
    }
}
