package dev.rapport.web;

import dev.rapport.words.Languages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;

/** Renders the answer to a failed request: a page for people, JSON for programs, never a stack trace. */
public record ErrorPage(int status, String title, String text, String detail, boolean retry) {

    private static final int TOO_MANY = 429;

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(ErrorPage page);
    }

    /** A rendered error. */
    record Rendered(String contentType, String body) {}

    static ErrorPage of(int status, String detail, Locale reader) {
        ErrorMessages say = Languages.words(ErrorMessages.class, reader);
        return switch (status) {
            case 400, 422 -> new ErrorPage(status, say.badRequest(), say.badRequestText(), detail, false);
            case 401 -> new ErrorPage(status, say.unauthorized(), say.unauthorizedText(), detail, false);
            case 403 -> new ErrorPage(status, say.forbidden(), say.forbiddenText(), detail, false);
            case 404 -> new ErrorPage(status, say.notFound(), say.notFoundText(), detail, false);
            case 413 -> new ErrorPage(status, say.tooLarge(), say.tooLargeText(), detail, false);
            case TOO_MANY -> new ErrorPage(status, say.tooMany(), say.tooManyText(), detail, true);
            case 507 -> new ErrorPage(status, say.full(), say.fullText(), detail, true);
            case 504 -> new ErrorPage(status, say.slow(), say.slowText(), detail, true);
            case 503 -> new ErrorPage(status, say.unavailable(), say.unavailableText(), detail, true);
            default ->
                status < 500
                        ? new ErrorPage(status, say.notPossible(), say.notPossibleText(), detail, false)
                        : new ErrorPage(status, say.failed(), say.failedText(), detail, true);
        };
    }

    /** There are more questions than turns. */
    static ErrorPage busy(Locale reader) {
        ErrorMessages say = Languages.words(ErrorMessages.class, reader);
        return new ErrorPage(503, say.busy(), say.busyText(), "", true);
    }

    /** Nobody can sign in. */
    static ErrorPage signOnAway(Locale reader) {
        ErrorMessages say = Languages.words(ErrorMessages.class, reader);
        return new ErrorPage(503, say.signOnAway(), say.signOnAwayText(), "", true);
    }

    static Rendered render(int status, String detail, HttpServerRequest request) {
        return of(status, detail, locale(request)).render(request);
    }

    Rendered render(HttpServerRequest request) {
        if (!forPeople(request)) {
            JsonObject error = new JsonObject().put("status", status).put("error", title);
            if (status == TOO_MANY) {
                // As RFC 9457 has it.
                error.put("type", "about:blank").put("title", title).put("detail", text);
                return new Rendered("application/problem+json", error.encode());
            }
            if (!detail.isEmpty()) {
                error.put("detail", detail);
            }
            return new Rendered("application/json;charset=UTF-8", error.encode());
        }
        String body = Templates.error(this).setLocale(locale(request)).render();
        return new Rendered("text/html;charset=UTF-8", body);
    }

    /** For exception mappers. The detail is shown to whoever asked, so it must not tell of our insides. */
    public static Response response(int status, String detail, HttpServerRequest request) {
        Rendered error = render(status, detail, request);
        return Response.status(status)
                .type(error.contentType)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(error.body)
                .build();
    }

    /** Browsers ask for HTML, and HTMX says its name; everyone else is a program. */
    public static boolean forPeople(HttpServerRequest request) {
        String path = Optional.ofNullable(request.path()).orElse("");
        if (path.startsWith("/api/") || path.startsWith("/v1/") || path.endsWith(".json")) {
            return false;
        }
        if (request.getHeader("HX-Request") != null) {
            return true;
        }
        String accept = request.getHeader("Accept");
        return request.getHeader("Authorization") == null && accept != null && accept.contains("text/html");
    }

    public static Locale locale(HttpServerRequest request) {
        return Languages.asked(request.getHeader("Accept-Language"));
    }
}
