package dev.rapport.journey;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.metric.Figure;
import dev.rapport.metric.JourneyConversion;
import dev.rapport.metric.Waits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts, for one breakdown, each person once in every group they entered in: by the entry that led furthest there. */
final class FunnelCount {
    private static final int MICROS = 1_000;

    private final FactGrouping sorting;
    private final int steps;
    private final long openSince;
    private final Map<Integer, Totals> totals = new HashMap<>();
    private final Map<Integer, Best> theirs = new HashMap<>();

    /** The best of a person's entries in a group, the first of equal ones; and when the last entry was. */
    private static final class Best {
        private int[] path = {};
        private long lastEntry;
    }

    private static final class Totals {
        private final long[] people;
        private final long[] open;
        private final Waits[] times;

        private Totals(int steps) {
            people = new long[steps];
            open = new long[steps];
            times = new Waits[steps];
            for (int step = 0; step < steps; step++) {
                times[step] = new Waits();
            }
        }
    }

    /** @param openSince whoever entered after this moment still has time */
    FunnelCount(FactGrouping sorting, int steps, long openSince) {
        this.sorting = sorting;
        this.steps = steps;
        this.openSince = openSince;
    }

    /** @param entry under which moment, channel and segments the first step counts */
    void entry(FunnelPath funnelPath, int fact, FunnelEntry entry) {
        int group = sorting.group(entry.countedAt(), entry.channel(), entry.signature());
        if (group < 0) {
            return;
        }
        Best best = theirs.computeIfAbsent(group, none -> new Best());
        best.lastEntry = Math.max(best.lastEntry, funnelPath.at(fact));
        int[] path = funnelPath.path(fact);
        if (path.length > best.path.length) {
            best.path = path;
        }
    }

    void endPerson(FunnelPath funnelPath) {
        theirs.forEach((group, best) -> {
            Totals total = totals.computeIfAbsent(group, none -> new Totals(steps));
            for (int step = 0; step < best.path.length; step++) {
                total.people[step]++;
                if (step > 0) {
                    total.times[step].addEnded(
                            (funnelPath.at(best.path[step]) - funnelPath.at(best.path[step - 1])) / MICROS);
                }
            }
            if (best.path.length < steps && best.lastEntry > openSince) {
                total.open[best.path.length - 1]++;
            }
        });
        theirs.clear();
    }

    Map<DimensionKey, Funnel> funnels() {
        Map<DimensionKey, Funnel> funnels = new HashMap<>();
        totals.forEach((group, total) -> {
            List<Long> people = new ArrayList<>();
            List<Long> open = new ArrayList<>();
            List<Figure> times = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                people.add(total.people[step]);
                open.add(total.open[step]);
                times.add(step == 0 ? Figure.noData() : JourneyConversion.median(total.times[step]));
            }
            funnels.put(sorting.key(group), new Funnel(List.copyOf(people), List.copyOf(times), List.copyOf(open)));
        });
        return funnels;
    }
}
