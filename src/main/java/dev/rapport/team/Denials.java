package dev.rapport.team;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Notices every answer 401 and 403, whoever gave it, and 429. */
@ApplicationScoped
class Denials {
    private static final int AROUND_ALL_THAT_REFUSES = 9_900;
    private static final int TOO_MANY = 429;

    private final SecurityTrail trail;
    private final Clock clock;
    private final EventCounts counts = new EventCounts();

    Denials(SecurityTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.addEndHandler(ended -> look(request));
                    request.next();
                },
                AROUND_ALL_THAT_REFUSES);
    }

    private void look(RoutingContext request) {
        int status = request.response().getStatusCode();
        if (status != 401 && status != 403 && status != TOO_MANY) {
            return;
        }
        String what = request.request().method() + " " + request.normalizedPath();
        EventCounts.Kind kind = request.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? new EventCounts.Kind(user.getSecurityIdentity().getPrincipal().getName(), what, status)
                : new EventCounts.Kind("nobody at " + address(request), "", status);
        counts.count(kind, what, clock.instant())
                .ifPresent(told -> request.vertx()
                        .executeBlocking(
                                () -> {
                                    note(told);
                                    return null;
                                },
                                false));
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellTheRest() {
        counts.due(clock.instant()).forEach(this::note);
    }

    private void note(EventCounts.Told told) {
        trail.note(
                told.kind().who(),
                told.kind().status() == TOO_MANY ? "turned away" : "access denied",
                told.kind().status() + " " + told.example() + (told.count() == 1 ? "" : " x " + told.count()));
    }

    private static String address(RoutingContext request) {
        SocketAddress address = request.request().remoteAddress();
        return address == null || address.hostAddress() == null ? "?" : address.hostAddress();
    }
}
