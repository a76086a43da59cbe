package dev.rapport.journey;

import java.util.ArrayList;
import java.util.List;

/** Groups the facts by person, one person after the other. */
final class FunnelPaths implements FunnelEvents.Taker {
    private final FunnelPath funnelPath;
    private final Ready ready;
    private final List<FunnelEntry> entries = new ArrayList<>();
    private int person;

    /** Gets each person's facts, and for each of them under what it counts if it is an entry. */
    interface Ready {
        void person(FunnelPath funnelPath, List<FunnelEntry> entries);

        /** Whose they are, told before. */
        default void begins(int person) {}
    }

    FunnelPaths(FunnelSteps funnelSteps, Ready ready) {
        this.funnelPath = new FunnelPath(funnelSteps.steps().size(), funnelSteps.windowMicros());
        this.ready = ready;
    }

    @Override
    public void take(int whose, long micros, int mask, FunnelEntry entry) {
        if (whose != person) {
            end();
            person = whose;
        }
        funnelPath.add(micros, mask);
        entries.add(entry);
    }

    /** After the last fact. */
    void end() {
        if (funnelPath.size() > 0) {
            funnelPath.finish();
            ready.begins(person);
            ready.person(funnelPath, entries);
        }
        funnelPath.clear();
        entries.clear();
    }
}
