package dev.rapport.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;

/** Tells since when the current request is being answered. */
@ApplicationScoped
public class RequestTime {
    private static final String BEGUN = RequestTime.class.getName();
    private static final int BEFORE_ALL_ELSE = 10_001;

    private final CurrentVertxRequest requests;

    RequestTime(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.put(BEGUN, System.nanoTime());
                    request.next();
                },
                BEFORE_ALL_ELSE);
    }

    /** As {@link System#nanoTime} said; empty outside of a request, and where its answer has been sent. */
    public OptionalLong begun() {
        if (!Arc.container().requestContext().isActive()) {
            return OptionalLong.empty();
        }
        RoutingContext request = requests.getCurrent();
        if (request == null || request.response().ended() || !(request.get(BEGUN) instanceof Long begun)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(begun);
    }
}
