package dev.rapport.team;

import dev.rapport.web.Asker;
import dev.rapport.web.PersonsRows;
import dev.rapport.web.RowCount;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notices every file with rows of persons: who took it, of what, and how many rows; never what was in them. */
@ApplicationScoped
class PersonExports {
    /** What is chosen from lists. The value of all else is what somebody typed, which may be a person's name. */
    private static final Set<String> TOLD = Set.of(
            "period", "from", "to", "channel", "segment", "compare", "grain", "zone", "by", "who", "state", "kind",
            "sort");

    private static final int OK = 200;

    private final SecurityTrail trail;
    private final CountedEvents exports;

    PersonExports(SecurityTrail trail, Clock clock) {
        this.trail = trail;
        this.exports = new CountedEvents(clock, this::note);
    }

    @PersonsRows
    @ServerRequestFilter
    public void watch(RoutingContext request) {
        RowCount rows = RowCount.begin();
        request.addEndHandler(ended -> look(request, rows, ended));
    }

    private void look(RoutingContext request, RowCount rows, AsyncResult<Void> ended) {
        if (request.response().getStatusCode() != OK) {
            return;
        }
        String what = what(request) + (ended.succeeded() ? "" : ", broken off");
        EventCounts.Kind kind = new EventCounts.Kind(Asker.of(request).name(), what, OK);
        exports.count(request, kind, what, rows.rows());
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellTheRest() {
        exports.tellTheRest();
    }

    private void note(EventCounts.Told told) {
        trail.note(
                told.kind().who(),
                "persons exported",
                told.example() + ": " + told.rows() + " rows"
                        + (told.count() == 1 ? "" : " in " + told.count() + " files"));
    }

    private static String what(RoutingContext request) {
        String query = request.queryParams().entries().stream()
                .map(PersonExports::parameter)
                .collect(Collectors.joining("&"));
        return request.normalizedPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String parameter(Map.Entry<String, String> parameter) {
        return parameter.getKey() + "=" + (TOLD.contains(parameter.getKey()) ? parameter.getValue() : "…");
    }
}
