package dev.rapport.support;

import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.ResolutionTime;
import dev.rapport.metric.Waits;
import dev.rapport.query.FactReader;
import dev.rapport.query.GroupKey;
import dev.rapport.query.Grouping;
import dev.rapport.query.MonthlyFacts;
import dev.rapport.query.Sorting;
import dev.rapport.query.View;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How long the tickets created in the slice took to be resolved, or have been waiting until now. */
@ApplicationScoped
public class ResolutionTimes implements FactReader {
    /** A million and a half tickets. */
    private static final long MEMORY = 32L << 20;

    private final Clock clock;
    private final MonthlyFacts<Tickets> tickets = new MonthlyFacts<>("support", MEMORY, Tickets::bytes);

    /** On what the waits depend, whatever statistic of them is asked for. */
    private record Asked(Slice slice, Period period, Grouping grouping) {}

    public ResolutionTimes() {
        this(Clock.systemUTC());
    }

    ResolutionTimes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof ResolutionTime;
    }

    @Override
    public Map<GroupKey, Figure> read(View view, Metric metric, Slice slice, Period period, Grouping grouping)
            throws SQLException {
        Slice plain = new Slice(
                slice.channels(),
                slice.segments(),
                slice.period(),
                slice.preset(),
                Comparison.NONE,
                slice.grain(),
                slice.zone(),
                slice.weekStart(),
                new TreeMap<>());
        Map<GroupKey, Waits> waits =
                view.once(new Asked(plain, period, grouping), () -> waits(view, slice, period, grouping));
        Map<GroupKey, Figure> figures = new HashMap<>();
        if (grouping.equals(Grouping.TOTAL)) {
            figures.put(GroupKey.TOTAL, Figure.noData());
        }
        waits.forEach((key, group) -> figures.put(key, ((ResolutionTime) metric).figure(slice, group)));
        return figures;
    }

    private Map<GroupKey, Waits> waits(View view, Slice slice, Period period, Grouping grouping) throws SQLException {
        Sorting sorting = view.sorting(slice, period, grouping);
        Waits[] groups = new Waits[sorting.groups()];
        long now = Sorting.micros(clock.instant());
        for (Tickets month : tickets.get(view, slice.zone(), period, days -> Tickets.read(view, slice.zone(), days))) {
            for (int i = 0; i < month.count(); i++) {
                int group = sorting.group(month.created()[i], month.channel()[i], month.signature()[i]);
                if (group < 0) {
                    continue;
                }
                groups[group] = groups[group] == null ? new Waits() : groups[group];
                if (month.isResolved(i)) {
                    groups[group].addEnded(month.millis(i, now));
                } else {
                    groups[group].addWaiting(month.millis(i, now));
                }
            }
        }
        Map<GroupKey, Waits> waits = new HashMap<>();
        for (int group = 0; group < groups.length; group++) {
            if (groups[group] != null) {
                waits.put(sorting.key(group), groups[group]);
            }
        }
        return waits;
    }
}
