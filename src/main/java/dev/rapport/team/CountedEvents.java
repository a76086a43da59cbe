package dev.rapport.team;

import dev.rapport.team.EventCounts.Kind;
import dev.rapport.team.EventCounts.Told;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.function.Consumer;

/** Tells what {@link EventCounts} has counted: off the threads that answer requests, as telling goes to the database. */
final class CountedEvents {
    private final Clock clock;
    private final Consumer<Told> note;
    private final EventCounts counts = new EventCounts();

    /** @param note writes down what is told */
    CountedEvents(Clock clock, Consumer<Told> note) {
        this.clock = clock;
        this.note = note;
    }

    /**
     * Counts what has happened by a request.
     *
     * @param rows of the answer
     */
    void count(RoutingContext request, Kind kind, String example, long rows) {
        counts.count(kind, example, rows, clock.instant())
                .ifPresent(told -> request.vertx()
                        .executeBlocking(
                                () -> {
                                    note.accept(told);
                                    return null;
                                },
                                false));
    }

    /** To be called once a minute. */
    void tellTheRest() {
        counts.due(clock.instant()).forEach(note);
    }
}
