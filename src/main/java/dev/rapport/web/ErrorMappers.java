package dev.rapport.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns what resources throw or leave empty into error pages; {@link LastResort} has the rest. */
class ErrorMappers {

    @ServerResponseFilter
    void fillEmptyErrors(ContainerResponseContext response, HttpServerRequest request) {
        if (response.getStatus() >= 400 && !response.hasEntity() && response.getStatus() != 499) {
            ErrorPage.Rendered error = ErrorPage.render(response.getStatus(), "", request);
            response.setEntity(error.body(), null, MediaType.valueOf(error.contentType()));
        }
        // What is shown to one person is no cache's business; files of the bundle do not pass here.
        response.getHeaders().computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> new ArrayList<>(List.of("no-store")));
    }
}
