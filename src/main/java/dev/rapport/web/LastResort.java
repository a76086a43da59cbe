package dev.rapport.web;

import dev.rapport.words.Languages;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers all failures that nothing else answered, before, beside and inside the resources, and unknown addresses. */
@ApplicationScoped
class LastResort {
    static final String RETRY_AFTER_SECONDS = "5";
    private static final String SESSION = "q_session";
    private static final Logger LOG = Logger.getLogger(LastResort.class);

    private final EndpointRoles endpoints;

    LastResort(EndpointRoles endpoints) {
        this.endpoints = endpoints;
    }

    void watch(@Observes Router router) {
        router.route().failureHandler(this::answer);
        router.errorHandler(404, request -> end(request, 404));
    }

    private void answer(RoutingContext request) {
        Throwable failure = request.failure();
        HttpServerResponse response = request.response();
        if (response.closed() && (Outage.isSlow(failure) || failure instanceof AbandonedException)) {
            LOG.debugf("Nobody waits any more: %s %s", request.request().method(), clean(request.normalizedPath()));
            return;
        }
        if (response.ended() || response.headWritten()) {
            request.next();
            return;
        }
        if (failure instanceof AuthenticationException && response.getStatusCode() != 200) {
            // Sign-on has chosen the status: a redirect to Keycloak, 401, or 503 while that is away.
            if (response.getStatusCode() == 503) {
                endUntilSignOnIsBack(request);
            } else {
                end(request, response.getStatusCode());
            }
            return;
        }
        Optional<UnreadableRequest> unreadable = UnreadableRequest.behind(failure);
        if (unreadable.isPresent()) {
            endUnread(request, unreadable.get(), failure);
            return;
        }
        int status = status(request, failure);
        if (status == 503 || status == 507) {
            LOG.warnf("Not available for %s: %s", request.request().method(), failure);
            keepSession(request);
        } else if (status == 504) {
            LOG.warnf("Took too long: %s %s", request.request().method(), clean(request.normalizedPath()));
        } else if (status >= 500) {
            LOG.errorf(failure, "Failed: %s %s", request.request().method(), clean(request.normalizedPath()));
        }
        if (failure instanceof OIDCException && !Outage.isBehind(failure)) {
            endUntilSignOnIsBack(request);
            return;
        }
        Locale reader = ErrorPage.locale(request.request());
        ErrorPage page =
                failure instanceof TooBusyException ? ErrorPage.busy(reader) : ErrorPage.of(status, "", reader);
        end(request, page);
    }

    private static int status(RoutingContext request, @Nullable Throwable failure) {
        if (Outage.isFull(failure)) {
            return 507;
        }
        // OIDCException: Keycloak cannot be reached.
        if (Outage.isBehind(failure) || failure instanceof OIDCException || failure instanceof TooBusyException) {
            return 503;
        }
        if (Outage.isSlow(failure)) {
            return 504;
        }
        if (failure instanceof TooManyRequestsException) {
            return 429;
        }
        if (failure instanceof ForbiddenException) {
            return 403;
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            return 401;
        }
        int status = request.statusCode();
        return status >= 400 ? status : 500;
    }

    private static void end(RoutingContext request, int status) {
        if (status < 400) {
            request.response().setStatusCode(status).end();
        } else {
            end(request, ErrorPage.of(status, "", ErrorPage.locale(request.request())));
        }
    }

    private static void end(RoutingContext request, ErrorPage page) {
        HttpServerResponse response = request.response().setStatusCode(page.status());
        ErrorPage.Rendered error = page.render(request.request());
        if (page.status() == 503 || page.status() == 429) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.putHeader("Content-Type", error.contentType())
                .putHeader("Cache-Control", "no-store")
                .end(error.body());
    }

    /** What was sent stands in what the reader threw, so that only its kind is written down. */
    private void endUnread(RoutingContext request, UnreadableRequest why, @Nullable Throwable failure) {
        LOG.infof(
                "Not readable: %s %s (%s)",
                request.request().method(),
                clean(request.normalizedPath()),
                failure == null ? "" : failure.getClass().getSimpleName());
        OptionalInt refusal = endpoints.refusal(request);
        if (refusal.isPresent()) {
            end(request, refusal.getAsInt());
            return;
        }
        Locale reader = ErrorPage.locale(request.request());
        ErrorMessages say = Languages.words(ErrorMessages.class, reader);
        end(request, ErrorPage.of(why.status(), why.sentence(say), reader));
    }

    /** The page tries again by itself. Keycloak takes a code once only, so a sign-in begins anew. */
    private static void endUntilSignOnIsBack(RoutingContext request) {
        if (request.request().method() == HttpMethod.GET) {
            String again = request.request().getParam("code") == null ? "" : "; url=/";
            request.response().putHeader("Refresh", RETRY_AFTER_SECONDS + again);
        }
        end(request, ErrorPage.signOnAway(ErrorPage.locale(request.request())));
    }

    // Sign-on drops the session cookie when it cannot read the session; that the database is away must sign nobody out.
    // One that it has just renewed stays.
    private static void keepSession(RoutingContext request) {
        boolean renewed = request.request().cookies(SESSION).stream()
                .anyMatch(
                        cookie -> cookie.getMaxAge() != 0 && !cookie.getValue().isEmpty());
        if (!renewed) {
            request.response().removeCookies(SESSION, false);
        }
    }

    private static String clean(@Nullable String path) {
        return path == null ? "" : path.replaceAll("\\p{Cntrl}", "?");
    }
}
