package dev.rapport.support;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.MonthlyFacts;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.TicketWait;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads how long the tickets created in the slice waited for a reply, or to be resolved, or have been waiting until
 * now.
 */
@ApplicationScoped
public class TicketWaits implements FactReader {
    /** A million and a half tickets, for each thing that is waited for. */
    private static final long MEMORY = 32L << 20;

    private static final Waits[] NOT_ASKED = {};

    private final Clock clock;
    private final Map<TicketWait.For, MonthlyFacts<Tickets>> tickets = new EnumMap<>(TicketWait.For.class);

    /** On what the waits depend, whatever statistic of them is asked for. */
    private record Asked(TicketWait.For awaited, Slice slice, Period period, Grouping grouping) {}

    /** Which tickets are read, however they are broken down. */
    private record Read(TicketWait.For awaited, ZoneId zone, Period period) {}

    public TicketWaits(Clock clock) {
        this.clock = clock;
        for (TicketWait.For awaited : TicketWait.For.values()) {
            tickets.put(awaited, new MonthlyFacts<>("support", MEMORY, Tickets::bytes));
        }
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof TicketWait;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        TreeMap<String, String> narrowing = new TreeMap<>(slice.options());
        narrowing.keySet().retainAll(Set.of(Dimension.ISSUE_TYPE.key()));
        Slice plain = new Slice(
                slice.channels(),
                slice.segments(),
                slice.period(),
                slice.preset(),
                Comparison.NONE,
                slice.grain(),
                slice.zone(),
                slice.weekStart(),
                narrowing);
        TicketWait wait = (TicketWait) metric;
        Map<DimensionKey, Waits> waits = readTransaction.once(
                new Asked(wait.awaited(), plain, period, grouping),
                () -> waits(readTransaction, wait.awaited(), slice, period, grouping));
        Map<DimensionKey, Figure> figures = new HashMap<>();
        if (grouping.equals(Grouping.TOTAL)) {
            figures.put(DimensionKey.TOTAL, Figure.noData());
        }
        waits.forEach((key, group) -> figures.put(key, wait.figure(slice, group)));
        return figures;
    }

    private Map<DimensionKey, Waits> waits(
            ReadTransaction readTransaction, TicketWait.For awaited, Slice slice, Period period, Grouping grouping) {
        IssueTypes types = IssueTypes.of(slice, grouping);
        FactGrouping sorting = readTransaction.sorting(slice, period, IssueTypes.without(grouping));
        Map<Optional<String>, Waits[]> parts = new HashMap<>();
        Tickets tickets = tickets(readTransaction, awaited, slice, period);
        Waits[][] byIssue = tickets.issues().stream()
                .map(type -> types.asks(type)
                        ? parts.computeIfAbsent(types.part(type), part -> new Waits[sorting.groups()])
                        : NOT_ASKED)
                .toArray(Waits[][]::new);
        long now = FactGrouping.micros(clock.instant());
        int expected = (int) (tickets.count() / Math.max(1, (long) sorting.groups() * parts.size()));
        for (int i = 0; i < tickets.count(); i++) {
            int group = sorting.group(tickets.created()[i], tickets.channel()[i], tickets.signature()[i]);
            Waits[] ofType = byIssue[tickets.issue()[i]];
            if (group >= 0 && ofType.length > 0) {
                ofType[group] = ofType[group] == null ? new Waits(expected) : ofType[group];
                add(ofType[group], tickets, i, now);
            }
        }
        Map<DimensionKey, Waits> waits = new HashMap<>();
        parts.forEach((part, groups) -> {
            for (int group = 0; group < groups.length; group++) {
                if (groups[group] != null) {
                    waits.put(IssueTypes.key(sorting.key(group), part), groups[group]);
                }
            }
        });
        return waits;
    }

    private static void add(Waits waits, Tickets tickets, int ticket, long now) {
        if (tickets.hasEnded(ticket)) {
            waits.addEnded(tickets.millis(ticket, now));
        } else {
            waits.addWaiting(tickets.millis(ticket, now));
        }
    }

    /** Those created in the period, in order of how long they took. */
    private Tickets tickets(ReadTransaction readTransaction, TicketWait.For awaited, Slice slice, Period period) {
        ZoneId zone = slice.zone();
        return readTransaction.once(
                new Read(awaited, zone, period),
                () -> TicketMerge.of(
                        Objects.requireNonNull(tickets.get(awaited))
                                .get(
                                        readTransaction,
                                        zone,
                                        period,
                                        days -> Tickets.read(readTransaction, awaited, zone, days)),
                        FactGrouping.micros(period.from().atStartOfDay(zone).toInstant()),
                        FactGrouping.micros(period.to().atStartOfDay(zone).toInstant())));
    }
}
