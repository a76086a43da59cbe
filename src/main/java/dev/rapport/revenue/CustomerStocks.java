package dev.rapport.revenue;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.VersionedCache;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.Stock;
import dev.rapport.metric.StockMetric;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/** Reads who was a customer when each bucket began and when it ended (or now), by the rule of the settings. */
@ApplicationScoped
public class CustomerStocks implements FactReader {
    private static final int KEPT = 16;

    private final Clock clock;
    private final VersionedCache<Spans, List<PersonSpan>> spans = VersionedCache.ofFew(KEPT);
    private final VersionedCache<Segments, HeldSegments> segments = VersionedCache.ofFew(KEPT);

    private final VersionedCache<Reasons, SaidReasons> reasons = VersionedCache.ofFew(1);

    private enum Reasons {
        ALL
    }

    /** On what the spans depend: by subscription not even on the period, so that all buckets and comparisons share them. */
    private record Spans(CustomerRule rule, SortedSet<String> channels, boolean byChannel, Optional<Bought> bought) {}

    /** From when to when orders are looked at. */
    private record Bought(Instant from, Instant to) {
        static Bought in(List<Bucket> buckets) {
            return new Bought(
                    buckets.get(0).from(), buckets.get(buckets.size() - 1).to());
        }
    }

    private record Segments(SegmentFilter filter, Optional<String> group) {}

    /** On what the stocks depend, whatever metric they are for. */
    private record Counted(
            CustomerRule rule,
            SortedSet<String> channels,
            SegmentFilter filter,
            Period period,
            Grouping grouping,
            Grain grain,
            DayOfWeek weekStart,
            StockParts parts) {}

    private record Rule(boolean ofRecurringRevenue) {}

    private record PersonSpan(int person, Optional<String> channel, StockCount.Span span) {}

    CustomerStocks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof StockMetric;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Handle handle = readTransaction.handle();
        StockMetric stockMetric = (StockMetric) metric;
        CustomerRule rule = rule(readTransaction, stockMetric.isOfRecurringRevenue());
        StockParts parts = StockParts.of(metric, slice, grouping);
        Counted asked = new Counted(
                rule, slice.channels(), slice.segments(), period, grouping, slice.grain(), slice.weekStart(), parts);
        Map<DimensionKey, Stock> stocks =
                readTransaction.once(asked, () -> stocks(readTransaction, rule, slice, period, grouping, parts));
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        stocks.forEach((key, stock) -> figures.put(key, stockMetric.figure(slice, stock)));
        return figures;
    }

    private static CustomerRule rule(ReadTransaction readTransaction, boolean ofRecurringRevenue) {
        return readTransaction.once(
                new Rule(ofRecurringRevenue), () -> CustomerRule.of(readTransaction.handle(), ofRecurringRevenue));
    }

    /** The mean of the customers at the end of each day (now, for today); nothing where all days are still to come. */
    Map<DimensionKey, BigDecimal> meanOfDays(
            ReadTransaction readTransaction, Slice slice, Period period, Grouping grouping, LocalDate today) {
        Map<DimensionKey, BigDecimal> means = new HashMap<>();
        if (period.from().isAfter(today)) {
            return means;
        }
        LocalDate tomorrow = today.plusDays(1);
        Period past = period.to().isAfter(tomorrow) ? new Period(period.from(), tomorrow) : period;
        CustomerRule rule = rule(readTransaction, false);
        Map<DimensionKey, Stock> daily = stocks(
                readTransaction,
                rule,
                slice.withGrain(Grain.DAY),
                past,
                new Grouping(true, grouping.byChannel(), grouping.segmentGroup()),
                StockParts.NONE);
        Map<LocalDate, Map<DimensionKey, Long>> byDay = new HashMap<>();
        daily.forEach(
                (key, stock) -> byDay.computeIfAbsent(key.bucket().orElseThrow().toLocalDate(), day -> new HashMap<>())
                        .put(new DimensionKey(Optional.empty(), key.channel(), key.segmentValue()), stock.end()));
        for (Bucket bucket : grouping.byBucket() ? slice.buckets(past) : List.of(Bucket.whole(past, slice.zone()))) {
            Optional<LocalDateTime> start = grouping.byBucket() ? Optional.of(bucket.start()) : Optional.empty();
            long days = bucket.days().days();
            Map<DimensionKey, Long> sums = new HashMap<>();
            for (LocalDate day = bucket.days().from();
                    day.isBefore(bucket.days().to());
                    day = day.plusDays(1)) {
                byDay.getOrDefault(day, Map.of()).forEach((place, count) -> sums.merge(place, count, Long::sum));
            }
            sums.forEach((place, sum) -> means.put(
                    new DimensionKey(start, place.channel(), place.segmentValue()),
                    BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)));
        }
        return means;
    }

    private Map<DimensionKey, Stock> stocks(
            ReadTransaction readTransaction,
            CustomerRule rule,
            Slice slice,
            Period period,
            Grouping grouping,
            StockParts parts) {
        Handle handle = readTransaction.handle();
        Instant now = clock.instant();
        // Parts are told apart here, not by the database.
        Grouping places = new Grouping(grouping.byBucket(), grouping.byChannel(), grouping.segmentGroup());
        SliceSql sql = new SliceSql(slice, period, places);
        HeldSegments held = sql.asksSegments()
                ? readTransaction.kept(
                        segments,
                        new Segments(slice.segments(), grouping.segmentGroup()),
                        () -> HeldSegments.read(handle, new SliceSql(slice, period, places)))
                : HeldSegments.NOT_ASKED;
        StockCount count =
                new StockCount(sql.buckets(), grouping.byBucket(), held, parts, reasons(readTransaction, parts), now);
        Spans asked = new Spans(
                rule,
                slice.channels(),
                grouping.byChannel(),
                rule.bySubscription() ? Optional.empty() : Optional.of(Bought.in(sql.buckets())));
        readTransaction
                .kept(spans, asked, () -> spans(handle, rule, slice, period, places))
                .forEach(each -> count.add(each.person, each.channel, each.span));
        Map<DimensionKey, Stock> stocks = count.stocks();
        fillGaps(stocks, grouping, sql.buckets(), now);
        return stocks;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of(rule(readTransaction, ((StockMetric) metric).isOfRecurringRevenue())
                .note());
    }

    private static List<PersonSpan> spans(
            Handle handle, CustomerRule rule, Slice slice, Period period, Grouping grouping) {
        SliceSql sql = new SliceSql(slice, period, grouping);
        rule.addSpans(sql);
        List<PersonSpan> read = new ArrayList<>();
        CustomerQueries.spans(sql, grouping)
                .run(handle, (key, row) -> read.add(new PersonSpan(row.getInt("person_id"), key.channel(), span(row))));
        return List.copyOf(read);
    }

    private static StockCount.Span span(ResultSet row) throws SQLException {
        long ended = row.getLong("ended");
        boolean goesOn = row.wasNull();
        return new StockCount.Span(
                row.getLong("started"),
                goesOn ? Long.MAX_VALUE : ended,
                row.getLong("amount"),
                row.getBoolean("is_first"),
                row.getLong("since"));
    }

    private SaidReasons reasons(ReadTransaction readTransaction, StockParts parts) {
        return parts.askReasons()
                ? readTransaction.kept(reasons, Reasons.ALL, () -> SaidReasons.ofLeaving(readTransaction.handle()))
                : SaidReasons.NOT_ASKED;
    }

    /** Where nobody was a customer there is no row, but that nobody was one is known: unless it lies in the future. */
    private static void fillGaps(
            Map<DimensionKey, Stock> stocks, Grouping grouping, List<Bucket> buckets, Instant now) {
        Set<DimensionKey> parts = new HashSet<>();
        stocks.keySet()
                .forEach(key ->
                        parts.add(new DimensionKey(Optional.empty(), key.channel(), key.segmentValue(), key.part())));
        if (!grouping.byChannel()
                && grouping.segmentGroup().isEmpty()
                && grouping.part().isEmpty()) {
            parts.add(DimensionKey.TOTAL);
        }
        for (Bucket bucket : buckets) {
            if (bucket.from().isBefore(now)) {
                Optional<LocalDateTime> start = grouping.byBucket() ? Optional.of(bucket.start()) : Optional.empty();
                parts.forEach(part -> stocks.putIfAbsent(
                        new DimensionKey(start, part.channel(), part.segmentValue(), part.part()), Stock.EMPTY));
            }
        }
    }
}
