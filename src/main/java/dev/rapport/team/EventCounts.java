package dev.rapport.team;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what happens again and again, so that a flood of it becomes one message a minute for each person and address. */
final class EventCounts {
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** So many are told apart; what comes beyond is counted together. */
    static final int MOST = 1_000;

    private static final Kind OTHERS = new Kind("several", "", 0);

    private final Map<Kind, Window> windows = new HashMap<>();

    /**
     * What was refused, or taken.
     *
     * @param what the method and the path; empty for whoever is not known, who could think of any number of them
     */
    record Kind(String who, String what, int status) {}

    /** So many of them since they were last told about. */
    record Told(Kind kind, int count, long rows, String example) {}

    private static final class Window {
        private Instant since;
        private String example;
        private int untold;
        private long rows;

        private Window(Instant since, String example) {
            this.since = since;
            this.example = example;
        }
    }

    /** Says what is to be told now, if the last time is long enough ago. */
    Optional<Told> count(Kind kind, String example, Instant now) {
        return count(kind, example, 0, now);
    }

    /** @param rows of the answer */
    synchronized Optional<Told> count(Kind kind, String example, long rows, Instant now) {
        Kind kept = windows.size() < MOST || windows.containsKey(kind) ? kind : OTHERS;
        Window window = windows.computeIfAbsent(kept, first -> new Window(Instant.MIN, example));
        window.untold++;
        window.rows += rows;
        window.example = example;
        return tell(kept, window, now);
    }

    /** What has been counted and not told for a minute; forgets who was refused nothing since. */
    synchronized List<Told> due(Instant now) {
        List<Told> due = new ArrayList<>();
        windows.entrySet().removeIf(entry -> {
            boolean quiet = entry.getValue().untold == 0 && isOver(entry.getValue(), now);
            tell(entry.getKey(), entry.getValue(), now).ifPresent(due::add);
            return quiet;
        });
        return due;
    }

    private static Optional<Told> tell(Kind kind, Window window, Instant now) {
        if (window.untold == 0 || !isOver(window, now)) {
            return Optional.empty();
        }
        Told told = new Told(kind, window.untold, window.rows, window.example);
        window.untold = 0;
        window.rows = 0;
        window.since = now;
        return Optional.of(told);
    }

    private static boolean isOver(Window window, Instant now) {
        return window.since.equals(Instant.MIN) || !now.isBefore(window.since.plus(WINDOW));
    }
}
