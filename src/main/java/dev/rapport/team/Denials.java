package dev.rapport.team;

import dev.rapport.web.Asker;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.filters.Filters;
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
    private final CountedEvents denials;

    Denials(SecurityTrail trail, Clock clock) {
        this.trail = trail;
        this.denials = new CountedEvents(clock, this::note);
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
        Asker asker = Asker.of(request);
        EventCounts.Kind kind = asker.kind() == Asker.Kind.NOBODY
                ? new EventCounts.Kind("nobody at " + address(request), "", status)
                : new EventCounts.Kind(asker.name(), what, status);
        denials.count(request, kind, what, 0);
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellTheRest() {
        denials.tellTheRest();
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
