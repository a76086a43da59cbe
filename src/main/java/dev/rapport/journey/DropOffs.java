package dev.rapport.journey;

import dev.rapport.cube.read.DimensionsReader;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.db.SqlBuilder;
import dev.rapport.revenue.SaidReasons;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * Collects the people who took exactly so many funnel steps, or everybody, by the entry that is counted in the funnel.
 */
final class DropOffs implements FunnelPaths.Ready {
    /** Instead of a number of steps: however many. */
    static final int ANY = 0;

    /** How long after the last step a reason is one for stopping. */
    private static final long ASKED_AFTER = TimeUnit.DAYS.toMicros(30);

    private final FactGrouping sorting;
    private final int steps;
    private final long openSince;
    private final List<Found> found = new ArrayList<>();
    private int person;

    private record Found(int person, long enteredAt, long lastAt, int channel, int steps, boolean open) {}

    DropOffs(FactGrouping sorting, int steps, long openSince) {
        this.sorting = sorting;
        this.steps = steps;
        this.openSince = openSince;
    }

    @Override
    public void begins(int whose) {
        person = whose;
    }

    @Override
    public void person(FunnelPath funnelPath, List<FunnelEntry> entries) {
        int[] best = {};
        long last = Long.MIN_VALUE;
        for (int fact = 0; fact < funnelPath.size(); fact++) {
            FunnelEntry entry = entries.get(fact);
            if (funnelPath.starts(fact) && sorting.group(entry.countedAt(), entry.channel(), entry.signature()) >= 0) {
                int[] path = funnelPath.path(fact);
                best = path.length > best.length ? path : best;
                last = Math.max(last, funnelPath.at(fact));
            }
        }
        if (best.length > 0 && (steps == ANY || best.length == steps)) {
            found.add(new Found(
                    person,
                    funnelPath.at(best[0]),
                    funnelPath.at(best[best.length - 1]),
                    entries.get(best[0]).channel(),
                    best.length,
                    last > openSince));
        }
    }

    /** @param all how many steps there are */
    List<FunnelProgress> progress(int all) {
        return found.stream()
                .map(each -> new FunnelProgress(
                        each.person, moment(each.enteredAt), each.channel, each.steps, each.steps == all))
                .toList();
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    List<DropOff> named(Handle handle) {
        Map<Integer, String> channels = new HashMap<>();
        DimensionsReader.channels(handle).forEach(channel -> channels.put(channel.id(), channel.name()));
        Map<Integer, String> people = people(handle);
        SaidReasons reasons = SaidReasons.ofStopping(handle, persons());
        return found.stream()
                .sorted(Comparator.comparingLong(Found::enteredAt).reversed().thenComparingInt(Found::person))
                .map(each -> new DropOff(
                        each.person,
                        people.getOrDefault(each.person, "visitor " + each.person),
                        moment(each.enteredAt),
                        moment(each.lastAt),
                        channels.getOrDefault(each.channel, ""),
                        each.open,
                        // The last that was given from the first step on.
                        reasons.last(each.person, each.enteredAt, each.lastAt + ASKED_AFTER)))
                .toList();
    }

    private List<Integer> persons() {
        return found.stream().map(Found::person).toList();
    }

    private Map<Integer, String> people(Handle handle) {
        Map<Integer, String> people = new HashMap<>();
        new SqlBuilder()
                .add(
                        "select id, external_id from person where id = any(?) and external_id is not null",
                        SqlBuilder.array("integer", persons()))
                .read(handle, row -> people.put(row.getInt(1), row.getString(2)));
        return people;
    }
}
