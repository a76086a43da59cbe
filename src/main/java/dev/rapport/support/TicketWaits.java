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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads how long the tickets created in the slice waited for a reply, or to be resolved, or have been waiting until
 * now.
 */
@ApplicationScoped
public class TicketWaits implements FactReader {
    /** A million tickets, for each thing that is waited for. */
    private static final long MEMORY = 40L << 20;

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
        narrowing
                .keySet()
                .retainAll(
                        metric.definition().parts().stream().map(Dimension::key).toList());
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
                () -> waits(readTransaction, wait, slice, period, grouping));
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        waits.forEach((key, group) -> figures.put(key, wait.figure(slice, group)));
        return figures;
    }

    private Map<DimensionKey, Waits> waits(
            ReadTransaction readTransaction, TicketWait wait, Slice slice, Period period, Grouping grouping) {
        TicketParts asked = TicketParts.of(wait, slice, grouping);
        FactGrouping sorting = readTransaction.sorting(slice, period, TicketParts.without(grouping));
        Tickets tickets = tickets(readTransaction, wait.awaited(), slice, period);
        List<Narrowed> narrowed = asked.only().entrySet().stream()
                .map(only -> Narrowed.of(tickets.by(only.getKey(), slice.zone()), only.getValue()))
                .toList();
        TicketNames parts = asked.apart()
                .map(dimension -> tickets.by(dimension, slice.zone()))
                .orElseGet(() -> new TicketNames(new int[tickets.count()], List.of("")));
        Grouping.refuseTooMany((long) parts.names().size() * sorting.groups());
        Waits[][] byPart = new Waits[parts.names().size()][sorting.groups()];
        long now = FactGrouping.micros(clock.instant());
        int expected = (int) (tickets.count() / Math.max(1, (long) sorting.groups() * byPart.length));
        for (int i = 0; i < tickets.count(); i++) {
            int group = sorting.group(tickets.created()[i], tickets.channel()[i], tickets.signature()[i]);
            if (group >= 0 && isAsked(narrowed, i)) {
                Waits[] ofPart = byPart[parts.of()[i]];
                ofPart[group] = ofPart[group] == null ? new Waits(expected) : ofPart[group];
                add(ofPart[group], tickets, i, now);
            }
        }
        Map<DimensionKey, Waits> waits = new HashMap<>();
        for (int part = 0; part < byPart.length; part++) {
            Optional<String> name =
                    asked.apart().isPresent() ? Optional.of(parts.names().get(part)) : Optional.empty();
            for (int group = 0; group < byPart[part].length; group++) {
                if (byPart[part][group] != null) {
                    waits.put(TicketParts.key(sorting.key(group), name), byPart[part][group]);
                }
            }
        }
        return waits;
    }

    /** Which tickets a query is narrowed to, by one dimension. */
    private record Narrowed(int[] of, boolean[] meant) {
        static Narrowed of(TicketNames names, String asked) {
            return new Narrowed(names.of(), names.meant(asked));
        }
    }

    private static boolean isAsked(List<Narrowed> narrowed, int ticket) {
        for (Narrowed each : narrowed) {
            if (!each.meant[each.of[ticket]]) {
                return false;
            }
        }
        return true;
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
