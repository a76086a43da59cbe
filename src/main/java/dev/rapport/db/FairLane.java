package dev.rapport.db;

import dev.rapport.web.Asker;
import dev.rapport.web.TooManyRequestsException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shares a number of places fairly: nobody has more than a share at a time, a program less while people ask, nor have programs
 * together more than theirs; and those who wait are served in turn, each once, whoever sent how many. It keeps no thread waiting: who waits is called.
 */
final class FairLane {
    /** Whoever has got a page looks at it, and is likely to ask for the next. */
    private static final Duration PEOPLE_STAY = Duration.ofSeconds(10);

    private final Bounds bounds;
    private final LongSupplier clock;
    // Who was served longest ago comes first.
    private final Map<Asker, Line> lines = new LinkedHashMap<>();
    private int running;
    private int programs;
    private int people;
    private long personSeen;

    /**
     * @param places of all together
     * @param ofOne of them for one person or key at a time
     * @param besidePeople of them for one key while people ask, as they look at the screen meanwhile
     * @param ofPrograms for all keys together, so that people find some whatever programs do
     * @param waiting how many of one's requests may wait
     */
    record Bounds(int places, int ofOne, int besidePeople, int ofPrograms, int waiting) {
        static final Bounds NONE = new Bounds(
                Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    FairLane(Bounds bounds) {
        this(bounds, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    FairLane(Bounds bounds, LongSupplier clock) {
        this.bounds = bounds;
        this.clock = clock;
        personSeen = clock.getAsLong() - PEOPLE_STAY.toNanos();
    }

    /**
     * Takes a place, or one in the line for it. To be given back whatever happens.
     *
     * @param begin is called once, by somebody who gives a place back, unless the place was free at once
     * @throws TooManyRequestsException when too many of the same wait already
     */
    synchronized Place take(Asker asker, Runnable begin) {
        if (asker.kind() == Asker.Kind.PERSON) {
            personSeen = clock.getAsLong();
        }
        Line line = lines.computeIfAbsent(asker, Line::new);
        Place place = new Place(line, begin);
        if (line.waiting.isEmpty() && hasRoom(line)) {
            place.atOnce = true;
            start(place);
        } else if (line.waiting.size() >= bounds.waiting) {
            forgetIfIdle(line);
            throw new TooManyRequestsException();
        } else {
            line.waiting.add(place);
        }
        return place;
    }

    /** How many have a place. */
    synchronized int running() {
        return running;
    }

    /** How many wait for one. */
    synchronized int waiting() {
        return lines.values().stream().mapToInt(line -> line.waiting.size()).sum();
    }

    /** How many askers it knows of. */
    synchronized int known() {
        return lines.size();
    }

    private boolean hasRoom(Line line) {
        return running < bounds.places
                && (!line.isShared() || line.running < share(line))
                && (!line.isOfProgram() || programs < bounds.ofPrograms);
    }

    private int share(Line line) {
        return line.isOfProgram() && arePeopleAbout() ? bounds.besidePeople : bounds.ofOne;
    }

    private boolean arePeopleAbout() {
        return people > 0 || clock.getAsLong() - personSeen < PEOPLE_STAY.toNanos();
    }

    private void start(Place place) {
        place.state = State.RUNNING;
        count(place.line, 1);
        lines.remove(place.line.asker);
        lines.put(place.line.asker, place.line);
    }

    private void count(Line line, int more) {
        line.running += more;
        running += more;
        switch (line.asker.kind()) {
            case PROGRAM -> programs += more;
            case PERSON -> people += more;
            case NOBODY -> {}
        }
    }

    private List<Place> startNext() {
        List<Place> started = new ArrayList<>();
        Optional<Line> next = next();
        while (next.isPresent()) {
            Place place = next.get().waiting.remove();
            start(place);
            started.add(place);
            next = next();
        }
        return started;
    }

    private Optional<Line> next() {
        return lines.values().stream()
                .filter(line -> !line.waiting.isEmpty() && hasRoom(line))
                .findFirst();
    }

    private void forgetIfIdle(Line line) {
        if (line.running == 0 && line.waiting.isEmpty()) {
            lines.remove(line.asker);
        }
    }

    private synchronized List<Place> end(Place place) {
        if (place.state == State.OVER) {
            return List.of();
        }
        if (place.state == State.WAITING) {
            place.line.waiting.remove(place);
        } else {
            count(place.line, -1);
        }
        place.state = State.OVER;
        forgetIfIdle(place.line);
        return startNext();
    }

    private enum State {
        WAITING,
        RUNNING,
        OVER
    }

    /** Those of one asker. */
    private static final class Line {
        private final Asker asker;
        private final Deque<Place> waiting = new ArrayDeque<>();
        private int running;

        private Line(Asker asker) {
            this.asker = asker;
        }

        private boolean isShared() {
            return asker.kind() != Asker.Kind.NOBODY;
        }

        private boolean isOfProgram() {
            return asker.kind() == Asker.Kind.PROGRAM;
        }
    }

    /** Is held or waited for. */
    final class Place {
        private final Line line;
        private final Runnable begin;
        private State state = State.WAITING;
        private boolean atOnce;

        private Place(Line line, Runnable begin) {
            this.line = line;
            this.begin = begin;
        }

        /** Whether it was free when it was asked for. */
        boolean isAtOnce() {
            return atOnce;
        }

        /** Whether it is its asker who has all places that it could have. */
        boolean waitsForOnesOwn() {
            synchronized (FairLane.this) {
                return line.isShared() && line.running >= share(line);
            }
        }

        /** Gives it back, or stops waiting for it. */
        void giveBack() {
            end(this).forEach(next -> next.begin.run());
        }

        /** @return whether it was waited for still, which is over now */
        boolean stopWaiting() {
            List<Place> next;
            synchronized (FairLane.this) {
                if (state != State.WAITING) {
                    return false;
                }
                next = end(this);
            }
            next.forEach(one -> one.begin.run());
            return true;
        }
    }
}
