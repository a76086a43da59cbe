package dev.rapport.web;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.SliceFault;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells in which style a request wants its CSV: the parameter {@code csv} says so, or else what this person's browser
 * was told to keep, as the theme is.
 */
@RequestScoped
public class CsvChoice {
    private static final String PARAMETER = "csv";

    private final CurrentVertxRequest request;

    CsvChoice(CurrentVertxRequest request) {
        this.request = request;
    }

    /** @throws BadSliceException when the parameter names no style */
    public CsvStyle style() {
        RoutingContext context = request.getCurrent();
        List<String> given = context == null ? List.of() : context.queryParam(PARAMETER);
        return OwnParameters.single(Map.of(PARAMETER, given), PARAMETER)
                .map(key ->
                        CsvStyle.of(key).orElseThrow(() -> new BadSliceException(PARAMETER, SliceFault.NO_SUCH_VALUE)))
                .orElseGet(this::kept);
    }

    /** Without what a single address asks for. */
    public CsvStyle kept() {
        return Optional.ofNullable(request.getCurrent())
                .map(context -> context.request().getCookie(CsvStyle.COOKIE))
                .map(Cookie::getValue)
                .flatMap(CsvStyle::of)
                .orElse(CsvStyle.COMMA);
    }
}
