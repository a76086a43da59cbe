package dev.rapport.revenue;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.metric.Stock;
import dev.rapport.slice.Bucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts who was a customer when each bucket began and when it ended, or now. A person counts once, in the segment held when
 * the bucket began, or, if no customer then, on its last day. Counted here and not by the database, because a year of days
 * times all customers is many rows to make and few steps to take.
 */
final class StockCount {
    /**
     * A time in which somebody is a customer: at t when it has started before t and has not ended before t.
     *
     * @param started microseconds of the epoch
     * @param ended the same; the greatest number when it goes on
     * @param amount what it pays a month, in millionths
     * @param first whether it is the person's first ever
     * @param since when the first ever began
     */
    record Span(long started, long ended, long amount, boolean first, long since) {}

    private static final class Totals {
        private boolean any;
        private long start;
        private long added;
        private long end;
        private long fresh;
        private long paidAtStart;
        private long paidLess;
        private long contracted;
        private long kept;
        private long paidAtEnd;
        private final Map<String, Long> lostBy = new HashMap<>();

        private Stock stock() {
            return new Stock(
                    start,
                    added,
                    end,
                    fresh,
                    money(paidAtStart),
                    money(paidLess),
                    money(contracted),
                    money(kept),
                    money(paidAtEnd));
        }

        /** As if nobody else had left. */
        private Stock lost(long left) {
            return Stock.customers(start, added, start + added - left);
        }

        private static BigDecimal money(long millionths) {
            return BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
        }
    }

    /** Who is a customer before, through and after buckets one after the other: what begins and ceases with each. */
    private static final class Throughout {
        private final long[] people;
        private final long[] paid;

        Throughout(int buckets) {
            people = new long[buckets + 1];
            paid = new long[buckets + 1];
        }

        void add(int first, int past, long amount) {
            people[first]++;
            people[past]--;
            paid[first] = Math.addExact(paid[first], amount);
            paid[past] = Math.subtractExact(paid[past], amount);
        }

        void addTo(Totals[] each) {
            long present = 0;
            long pays = 0;
            for (int i = 0; i < each.length; i++) {
                present += people[i];
                pays = Math.addExact(pays, paid[i]);
                each[i].any |= present > 0;
                each[i].start += present;
                each[i].end += present;
                each[i].paidAtStart = Math.addExact(each[i].paidAtStart, pays);
                each[i].kept = Math.addExact(each[i].kept, pays);
                each[i].paidAtEnd = Math.addExact(each[i].paidAtEnd, pays);
            }
        }
    }

    private final List<Bucket> buckets;
    private final boolean byBucket;
    private final HeldSegments segments;
    private final StockParts parts;
    private final SaidReasons reasons;
    private final long[] from;
    private final long[] end;
    private final LocalDate[] firstDays;
    private final LocalDate[] lastDays;
    private final Map<Part, Totals[]> totals = new HashMap<>();
    private final Map<Part, Throughout> throughout = new HashMap<>();

    /** Where the buckets are counted that differ in nothing but their time. */
    private record Part(Optional<String> channel, Optional<String> segment, Optional<String> age) {}

    private final List<Span> theirs = new ArrayList<>();
    private int person;
    private Optional<String> channel = Optional.empty();
    private Part lastPart = new Part(Optional.empty(), Optional.empty(), Optional.empty());
    private Totals[] lastTotals = {};
    private Throughout lastThroughout = new Throughout(0);

    StockCount(
            List<Bucket> all,
            boolean byBucket,
            HeldSegments segments,
            StockParts parts,
            SaidReasons reasons,
            Instant now) {
        this.buckets =
                all.stream().filter(bucket -> bucket.from().isBefore(now)).toList();
        this.byBucket = byBucket;
        this.segments = segments;
        this.parts = parts;
        this.reasons = reasons;
        this.from = buckets.stream().mapToLong(bucket -> micros(bucket.from())).toArray();
        this.end = buckets.stream()
                .mapToLong(bucket -> Math.min(micros(bucket.to()), micros(now)))
                .toArray();
        this.firstDays = buckets.stream().map(bucket -> bucket.days().from()).toArray(LocalDate[]::new);
        this.lastDays = buckets.stream().map(bucket -> bucket.days().lastDay()).toArray(LocalDate[]::new);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    /** The spans must come in the order of people and channels. */
    void add(int whose, Optional<String> where, Span span) {
        if (whose != person || !where.equals(channel)) {
            countPerson();
            person = whose;
            channel = where;
        }
        theirs.add(span);
    }

    Map<DimensionKey, Stock> stocks() {
        countPerson();
        Map<DimensionKey, Stock> stocks = new HashMap<>();
        throughout.forEach((part, each) -> each.addTo(Objects.requireNonNull(totals.get(part))));
        totals.forEach((part, byBucketNo) -> {
            for (int i = 0; i < byBucketNo.length; i++) {
                if (byBucketNo[i].any) {
                    put(stocks, key(buckets.get(i), part), byBucketNo[i]);
                }
            }
        });
        return stocks;
    }

    private void put(Map<DimensionKey, Stock> stocks, DimensionKey key, Totals counted) {
        if (parts.byReason()) {
            lost(counted).forEach(each -> stocks.put(part(key, each.getKey()), counted.lost(each.getValue())));
        } else if (parts.askReasons()) {
            stocks.put(
                    key,
                    counted.lost(lost(counted).mapToLong(Map.Entry::getValue).sum()));
        } else {
            stocks.put(key, counted.stock());
        }
    }

    /** How many left for which reason, of those that are looked at. */
    private Stream<Map.Entry<String, Long>> lost(Totals counted) {
        return counted.lostBy.entrySet().stream().filter(each -> parts.fitsReason(each.getKey()));
    }

    private static DimensionKey part(DimensionKey key, String part) {
        return new DimensionKey(key.bucket(), key.channel(), key.segmentValue(), Optional.of(part));
    }

    private void countPerson() {
        if (theirs.size() == 1 && segments.areNone() && !parts.askAges()) {
            countOne(theirs.get(0));
        } else if (!theirs.isEmpty()) {
            for (int i = 0; i < buckets.size(); i++) {
                countIn(i);
            }
        }
        theirs.clear();
    }

    /** Nearly everybody has one span, which lasts over all or most buckets whole: those are counted by their first and last. */
    private void countOne(Span span) {
        int first = firstAfter(end, span.started);
        int past = firstAfter(from, span.ended);
        int whole = firstAfter(from, span.started);
        int wholePast = firstAfter(end, span.ended);
        for (int i = first; i < Math.min(whole, past); i++) {
            countIn(i);
        }
        if (whole < wholePast) {
            totals(HeldSegments.Segment.ANY, Optional.empty());
            lastThroughout.add(whole, wholePast, span.amount);
        }
        for (int i = Math.max(whole, wholePast); i < past; i++) {
            countIn(i);
        }
    }

    /** The place of the first number that is greater; the numbers rise. */
    private static int firstAfter(long[] numbers, long number) {
        if (number == Long.MAX_VALUE) {
            return numbers.length;
        }
        int place = Arrays.binarySearch(numbers, number + 1);
        return place < 0 ? -place - 1 : place;
    }

    private void countIn(int i) {
        boolean atStart = false;
        boolean atEnd = false;
        boolean fresh = false;
        boolean any = false;
        long paidAtStart = 0;
        long paidAtEnd = 0;
        long ended = Long.MIN_VALUE;
        for (Span span : theirs) {
            if (span.started < end[i] && span.ended >= from[i]) {
                boolean before = span.started < from[i];
                boolean still = span.ended >= end[i];
                any = true;
                ended = Math.max(ended, span.ended);
                atStart |= before;
                atEnd |= still;
                fresh |= span.first && !before;
                paidAtStart += before ? span.amount : 0;
                paidAtEnd += still ? span.amount : 0;
            }
        }
        if (!any) {
            return;
        }
        HeldSegments.Segment segment = segments.of(person, atStart ? firstDays[i] : lastDays[i]);
        RelationAge age = atStart ? RelationAge.of(theirs.get(0).since, from[i]) : RelationAge.DAYS_0;
        if (segment.fits() && parts.fits(age)) {
            Totals total = totals(segment, parts.byAge() ? Optional.of(age.key()) : Optional.empty())[i];
            total.any = true;
            total.start += atStart ? 1 : 0;
            total.added += atEnd && !atStart ? 1 : 0;
            total.end += atEnd ? 1 : 0;
            total.fresh += fresh ? 1 : 0;
            total.paidAtStart = Math.addExact(total.paidAtStart, paidAtStart);
            long less = Math.max(0, paidAtStart - paidAtEnd);
            total.paidLess = Math.addExact(total.paidLess, less);
            total.contracted = Math.addExact(total.contracted, atEnd ? less : 0);
            if (parts.askReasons() && atStart && !atEnd) {
                total.lostBy.merge(reasons.nearest(person, ended), 1L, Long::sum);
            }
            total.kept = Math.addExact(total.kept, atStart ? paidAtEnd : 0);
            total.paidAtEnd = Math.addExact(total.paidAtEnd, paidAtEnd);
        }
    }

    /** Mostly the same as for the bucket before. */
    private Totals[] totals(HeldSegments.Segment segment, Optional<String> age) {
        if (!lastPart.channel.equals(channel)
                || !lastPart.segment.equals(segment.value())
                || !lastPart.age.equals(age)
                || lastTotals.length == 0) {
            lastPart = new Part(channel, segment.value(), age);
            lastTotals = totals.computeIfAbsent(lastPart, none -> {
                Totals[] each = new Totals[buckets.size()];
                Arrays.setAll(each, i -> new Totals());
                return each;
            });
            lastThroughout = throughout.computeIfAbsent(lastPart, none -> new Throughout(buckets.size()));
        }
        return lastTotals;
    }

    private DimensionKey key(Bucket bucket, Part part) {
        return new DimensionKey(
                byBucket ? Optional.of(bucket.start()) : Optional.empty(), part.channel, part.segment, part.age);
    }
}
