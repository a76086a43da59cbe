package dev.rapport.support;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactGrouping;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.Backlog;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Counts how many tickets were open when each bucket ended (or are now), counted as the segments of that day have it.
 * It does not count from cells, because a customer may have changed segments between creation and resolution, and the
 * difference of two sums would then leave a ticket behind in one segment for ever.
 */
@ApplicationScoped
public class OpenTickets implements FactReader {
    private final Clock clock;

    /** On what the tickets to look at depend. */
    private record Asked(Period period, Optional<Grain> grain, DayOfWeek weekStart) {}

    OpenTickets(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof Backlog;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Instant now = clock.instant();
        List<Bucket> buckets =
                grouping.byBucket() ? slice.buckets(period) : List.of(Bucket.whole(period, slice.zone()));
        List<Bucket> begun =
                buckets.stream().filter(bucket -> bucket.from().isBefore(now)).toList();
        if (begun.isEmpty()) {
            return Map.of(DimensionKey.TOTAL, Figure.noData());
        }
        Moments moments = Moments.of(begun, now, slice.zone());
        Asked asked = new Asked(
                period, grouping.byBucket() ? Optional.of(slice.grain()) : Optional.empty(), slice.weekStart());
        List<OpenSpan> spans = readTransaction.once(asked, () -> OpenSpan.read(readTransaction.handle(), moments));
        TicketParts asking = TicketParts.of(metric, slice, grouping);
        FactGrouping sorting = readTransaction.sorting(slice, period, TicketParts.without(grouping));
        Map<Optional<String>, Counts> parts = new HashMap<>();
        boolean whole = !grouping.byChannel()
                && grouping.segmentGroup().isEmpty()
                && asking.apart().isEmpty();
        if (whole) {
            parts.put(Optional.empty(), new Counts(sorting, begun, moments));
        }
        for (OpenSpan span : spans) {
            if (asking.asks(span.said())) {
                parts.computeIfAbsent(asking.part(span.said()), part -> new Counts(sorting, begun, moments))
                        .add(span);
                Grouping.refuseTooMany((long) parts.size() * sorting.groups());
            }
        }
        Map<DimensionKey, Figure> figures = new HashMap<>();
        parts.forEach((part, counts) -> counts.open(whole)
                .forEach((place, open) -> figures.put(TicketParts.key(place, part), ((Backlog) metric).figure(open))));
        return figures;
    }

    /**
     * When it is counted.
     *
     * @param ends of the buckets, microseconds of the epoch; of an unfinished one, now
     * @param days whose segments hold
     */
    record Moments(long[] ends, LocalDate[] days) {
        static Moments of(List<Bucket> buckets, Instant now, ZoneId zone) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            return new Moments(
                    buckets.stream()
                            .mapToLong(bucket -> Math.min(FactGrouping.micros(bucket.to()), FactGrouping.micros(now)))
                            .toArray(),
                    buckets.stream()
                            .map(bucket -> bucket.days().lastDay())
                            .map(day -> day.isAfter(today) ? today : day)
                            .toArray(LocalDate[]::new));
        }

        /** The first bucket at whose end something of that moment lies in the past. */
        int firstAfter(long micros) {
            return first(bucket -> ends[bucket] > micros);
        }

        /** The first bucket that is counted on the day or later. */
        int firstOn(LocalDate day) {
            return first(bucket -> !days[bucket].isBefore(day));
        }

        /** @param holds for a bucket and all after it */
        private int first(IntPredicate holds) {
            int low = 0;
            int high = ends.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (holds.test(middle)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    /** Differences from one bucket to the next, so that a ticket that is open for a year is two steps of work. */
    private static final class Counts {
        private final FactGrouping sorting;
        private final long[] from;
        private final Moments moments;
        private final int width;
        private final long[] change;

        Counts(FactGrouping sorting, List<Bucket> buckets, Moments moments) {
            this.sorting = sorting;
            this.from = buckets.stream()
                    .mapToLong(bucket -> FactGrouping.micros(bucket.from()))
                    .toArray();
            this.moments = moments;
            this.width = sorting.groupsOfBucket();
            this.change = new long[from.length * width];
        }

        void add(OpenSpan span) {
            int first = moments.firstAfter(span.created());
            int end = moments.firstAfter(span.resolved());
            if (span.isTicket()) {
                add(first, end, span.channel(), OpenSpan.NOTHING_KNOWN, 1);
            }
            if (span.signature() != OpenSpan.NOTHING_KNOWN) {
                int held = Math.max(first, moments.firstOn(span.heldFrom()));
                int heldEnd = Math.min(end, moments.firstOn(span.heldTo()));
                add(held, heldEnd, span.channel(), span.signature(), 1);
                add(held, heldEnd, span.channel(), OpenSpan.NOTHING_KNOWN, -1);
            }
        }

        private void add(int first, int end, int channel, int signature, int tickets) {
            int group = first < end ? sorting.group(from[first], channel, signature) : -1;
            if (group >= 0) {
                change[group] += tickets;
                if (end < from.length) {
                    change[group + (end - first) * width] -= tickets;
                }
            }
        }

        /** @param whole whether nothing is broken down: then nobody waiting is said, too */
        Map<DimensionKey, Long> open(boolean whole) {
            Map<DimensionKey, Long> figures = new HashMap<>();
            for (int place = 0; place < width; place++) {
                if (whole || isAny(place)) {
                    long open = 0;
                    for (int group = place; group < change.length; group += width) {
                        open += change[group];
                        figures.put(sorting.key(group), open);
                    }
                }
            }
            return figures;
        }

        private boolean isAny(int place) {
            for (int group = place; group < change.length; group += width) {
                if (change[group] != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
