package dev.rapport.team;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts refusals, so that a flood of them becomes one message a minute for each person and address. */
final class DenialCounts {
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** So many are told apart; what comes beyond is counted together. */
    static final int MOST = 1_000;

    private static final Denial OTHERS = new Denial("several", "", 0);

    private final Map<Denial, Window> windows = new HashMap<>();

    /**
     * What was refused.
     *
     * @param what the method and the path; empty for whoever is not known, who could think of any number of them
     */
    record Denial(String who, String what, int status) {}

    /** So many of them since they were last told about. */
    record Told(Denial denial, int count, String example) {}

    private static final class Window {
        private Instant since;
        private String example;
        private int untold;

        private Window(Instant since, String example) {
            this.since = since;
            this.example = example;
        }
    }

    /** Says what is to be told now, if the last time is long enough ago. */
    synchronized Optional<Told> count(Denial denial, String example, Instant now) {
        Denial kept = windows.size() < MOST || windows.containsKey(denial) ? denial : OTHERS;
        Window window = windows.computeIfAbsent(kept, first -> new Window(Instant.MIN, example));
        window.untold++;
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

    private static Optional<Told> tell(Denial denial, Window window, Instant now) {
        if (window.untold == 0 || !isOver(window, now)) {
            return Optional.empty();
        }
        Told told = new Told(denial, window.untold, window.example);
        window.untold = 0;
        window.since = now;
        return Optional.of(told);
    }

    private static boolean isOver(Window window, Instant now) {
        return window.since.equals(Instant.MIN) || !now.isBefore(window.since.plus(WINDOW));
    }
}
