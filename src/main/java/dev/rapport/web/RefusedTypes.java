package dev.rapport.web;

import io.quarkus.resteasy.reactive.server.runtime.exceptionmappers.UnauthorizedExceptionMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers 401 and 403 before 406 and 415. An endpoint is chosen by the types that were asked for and sent before anybody
 * looks at who is asking; who may not ask is told just that, and nothing of what there is.
 */
class RefusedTypes {
    private final EndpointRoles endpoints;

    RefusedTypes(EndpointRoles endpoints) {
        this.endpoints = endpoints;
    }

    @ServerExceptionMapper({NotAcceptableException.class, NotSupportedException.class})
    Uni<Response> refuse(WebApplicationException e, RoutingContext request) {
        OptionalInt refusal = endpoints.refusal(request);
        if (refusal.equals(OptionalInt.of(401))) {
            return new UnauthorizedExceptionMapper().handle(request);
        }
        int status = refusal.orElse(e.getResponse().getStatus());
        return Uni.createFrom().item(ErrorPage.response(status, "", request.request()));
    }
}
