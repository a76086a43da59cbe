package dev.rapport.journey;

import java.util.ArrayList;
import java.util.List;

/** Puts the facts of one person after the other together. */
final class Walkers implements WayFacts.Taker {
    private final Walk walk;
    private final Ready ready;
    private final List<Entry> entries = new ArrayList<>();
    private int person;

    /** Gets each person's facts, and for each of them under what it counts if it is an entry. */
    interface Ready {
        void person(Walk walk, List<Entry> entries);

        /** Whose they are, told before. */
        default void begins(int person) {}
    }

    Walkers(Way way, Ready ready) {
        this.walk = new Walk(way.steps().size(), way.windowMicros());
        this.ready = ready;
    }

    @Override
    public void take(int whose, long micros, int mask, Entry entry) {
        if (whose != person) {
            end();
            person = whose;
        }
        walk.add(micros, mask);
        entries.add(entry);
    }

    /** After the last fact. */
    void end() {
        if (walk.size() > 0) {
            walk.finish();
            ready.begins(person);
            ready.person(walk, entries);
        }
        walk.clear();
        entries.clear();
    }
}
