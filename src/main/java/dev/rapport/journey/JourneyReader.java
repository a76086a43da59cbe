package dev.rapport.journey;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Figure;
import dev.rapport.metric.JourneyConversion;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Follows everybody who took the first step in the slice along the funnel steps. */
@ApplicationScoped
public class JourneyReader implements FactReader {
    private static final int KEPT = 16;

    private final ReadTransactions readTransactions;
    private final Clock clock;
    private final VersionedCache<Asked, List<Map<DimensionKey, Funnel>>> known = VersionedCache.ofFew(KEPT);

    /** @param minute until which it is known who may still go on */
    private record Asked(FunnelSteps way, Slice slice, Period period, List<Grouping> groupings, Instant minute) {}

    JourneyReader(ReadTransactions readTransactions, Clock clock) {
        this.readTransactions = readTransactions;
        this.clock = clock;
    }

    /** @param group of segments by which it is broken down beside channels; empty for none */
    public Journey journey(Slice slice, Period period, Optional<String> group) {
        return readTransactions.read(readTransaction -> {
            FunnelSteps funnelSteps = FunnelSteps.read(readTransaction.handle());
            List<Grouping> groupings = new ArrayList<>(List.of(Grouping.TOTAL, Grouping.CHANNELS));
            group.map(Grouping::segments).ifPresent(groupings::add);
            List<Map<DimensionKey, Funnel>> found = funnels(readTransaction, funnelSteps, slice, period, groupings);
            return new Journey(
                    funnelSteps,
                    found.get(0).getOrDefault(DimensionKey.TOTAL, Funnel.NONE),
                    found.get(1),
                    group.isPresent() ? found.get(2) : Map.of());
        });
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof JourneyConversion;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        FunnelSteps funnelSteps = FunnelSteps.read(readTransaction.handle());
        funnels(readTransaction, funnelSteps, slice, period, List.of(grouping))
                .get(0)
                .forEach((key, funnel) -> figures.put(key, funnel.whole()));
        return figures;
    }

    private List<Map<DimensionKey, Funnel>> funnels(
            ReadTransaction readTransaction,
            FunnelSteps funnelSteps,
            Slice slice,
            Period period,
            List<Grouping> groupings) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Asked asked = new Asked(funnelSteps, slice.withComparison(Comparison.NONE), period, groupings, minute);
        return readTransaction.kept(known, asked, () -> {
            int steps = funnelSteps.steps().size();
            long openSince = FactGrouping.micros(clock.instant()) - funnelSteps.windowMicros();
            List<FunnelCount> counts = new ArrayList<>();
            for (Grouping grouping : groupings) {
                counts.add(new FunnelCount(readTransaction.sorting(slice, period, grouping), steps, openSince));
            }
            FunnelPaths funnelPaths = new FunnelPaths(funnelSteps, (funnelPath, entries) -> {
                for (FunnelCount count : counts) {
                    for (int fact = 0; fact < funnelPath.size(); fact++) {
                        if (funnelPath.starts(fact)) {
                            count.entry(funnelPath, fact, entries.get(fact));
                        }
                    }
                    count.endPerson(funnelPath);
                }
            });
            new FunnelEvents(funnelSteps, period, slice.zone()).read(readTransaction.handle(), funnelPaths);
            funnelPaths.end();
            return counts.stream().map(FunnelCount::funnels).toList();
        });
    }

    /** Who took so many steps and not the next, the newest entries first. */
    public List<DropOff> dropOffs(Slice slice, int steps) {
        return readTransactions.read(readTransaction -> {
            long openSince = FactGrouping.micros(clock.instant())
                    - FunnelSteps.read(readTransaction.handle()).windowMicros();
            return collect(readTransaction, slice, steps, openSince).named(readTransaction.handle());
        });
    }

    /** Everybody who took the first step: the people behind the figure. */
    public static List<FunnelProgress> everybody(Handle handle, Slice slice) {
        DropOffs all = collect(ReadTransaction.on(handle), slice, DropOffs.ANY, Long.MAX_VALUE);
        return all.progress(FunnelSteps.read(handle).steps().size());
    }

    private static DropOffs collect(ReadTransaction readTransaction, Slice slice, int steps, long openSince) {
        FunnelSteps funnelSteps = FunnelSteps.read(readTransaction.handle());
        FactGrouping sorting = readTransaction.sorting(slice, slice.period(), Grouping.TOTAL);
        DropOffs collected = new DropOffs(sorting, steps, openSince);
        FunnelPaths funnelPaths = new FunnelPaths(funnelSteps, collected);
        new FunnelEvents(funnelSteps, slice.period(), slice.zone()).read(readTransaction.handle(), funnelPaths);
        funnelPaths.end();
        return collected;
    }
}
