package dev.rapport.dashboard;

import dev.rapport.query.UnknownMetricException;
import dev.rapport.slice.BadSliceException;
import dev.rapport.web.ErrorPage;
import dev.rapport.words.TextFile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps queries that cannot be asked to error answers; it stands here, because {@code slice} and {@code query} know no
 * web.
 */
class QueryErrors {

    @ServerExceptionMapper
    Response badSlice(BadSliceException e, HttpServerRequest request) {
        return ErrorPage.response(400, text(e, ErrorPage.locale(request)), request);
    }

    static String text(BadSliceException e, Locale reader) {
        String fault = e.fault().key();
        return e.parameter() + ": "
                + TextFile.in(reader, "parameters").text(fault, e.details()).orElse(fault);
    }

    @ServerExceptionMapper
    Response unknownMetric(UnknownMetricException e, HttpServerRequest request) {
        return ErrorPage.response(404, "", request);
    }
}
