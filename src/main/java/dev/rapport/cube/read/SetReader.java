package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import dev.rapport.cube.read.SetStore.Column;
import dev.rapport.db.SqlBuilder;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts distinct people, exactly, from daily and monthly sets. Over a range they are the union of its days; on a day,
 * people of some channels and some segments are the intersection of those sets, because both are known by day. By month
 * only one of the two can be asked, since somebody may be in the channel on one day and in the segment on another.
 */
final class SetReader {
    private final ReadTransaction readTransaction;

    /** Sets that several parts of a page look at. */
    private record Stored(int measure, int item, List<Column> columns, Period period) {}

    SetReader(ReadTransaction readTransaction) {
        this.readTransaction = readTransaction;
    }

    /** How many people in each place. */
    Map<CellId, Long> count(PlannedQuery plannedQuery, int measure, int item) {
        if (plannedQuery.isDaily() && isOneSetEach(plannedQuery)) {
            return cardinalities(plannedQuery, measure, item);
        }
        if (isCrossed(plannedQuery)) {
            return crossing(plannedQuery, measure, item).count();
        }
        Map<CellId, Long> counts = new HashMap<>();
        pieces(plannedQuery, measure, item)
                .forEach((cellId, each) -> counts.put(cellId, together(each.toArray(RoaringBitmap[]::new))));
        return counts;
    }

    /** How many people the sets have together. The union itself, which is not wanted, would cost as much again. */
    static long together(RoaringBitmap... sets) {
        return FastAggregation.orCardinality(sets);
    }

    /** Whether one stored set answers each place, or several that have nobody in common: the values of one group. */
    private static boolean isOneSetEach(PlannedQuery plannedQuery) {
        if (plannedQuery.involvesChannels()) {
            return plannedQuery.involved().isEmpty()
                    && (plannedQuery.byChannel() || plannedQuery.channels().size() == 1);
        }
        return plannedQuery.involved().size() <= 1;
    }

    private Map<CellId, Long> cardinalities(PlannedQuery plannedQuery, int measure, int item) {
        Map<CellId, Long> counts = new HashMap<>();
        Period period = plannedQuery.period();
        List<Column> columns = columns(plannedQuery);
        SqlBuilder sql = new SqlBuilder();
        sql.add(
                "select day - ?, channel_id, segment_value_id, cardinality from day_set where measure = ? and item = ?"
                        + " and day >= ? and day < ?",
                period.from(),
                measure,
                item,
                period.from(),
                period.to());
        if (columns.get(0).value() == 0) {
            List<Integer> channels = columns.stream().map(Column::channel).toList();
            sql.add(" and segment_value_id = 0 and channel_id = any(?)", array("smallint", channels));
        } else {
            List<Integer> values = columns.stream().map(Column::value).toList();
            sql.add(" and channel_id = 0 and segment_value_id = any(?)", array("integer", values));
        }
        sql.read(readTransaction.handle(), row -> {
            CellId cellId = place(plannedQuery, row.getInt(1), new Column(row.getInt(2), row.getInt(3)));
            counts.merge(cellId, row.getLong(4), Long::sum);
        });
        return counts;
    }

    /** Channels and segments, or segments of several groups: who is in both on the same day. */
    private static boolean isCrossed(PlannedQuery plannedQuery) {
        return plannedQuery.involved().size() + (plannedQuery.involvesChannels() ? 1 : 0) > 1;
    }

    private ChannelSegmentIntersection crossing(PlannedQuery plannedQuery, int measure, int item) {
        Period period = plannedQuery.period();
        List<Column> columns = columns(plannedQuery);
        Map<Column, RoaringBitmap[]> sets = readTransaction.once(
                new Stored(measure, item, columns, period),
                () -> readTransaction.sets().days(readTransaction, measure, item, columns, period));
        DailyPersonFilter dailyPersonFilter = new DailyPersonFilter(readTransaction, plannedQuery, measure, item, sets);
        return new ChannelSegmentIntersection(
                plannedQuery, dailyPersonFilter, buckets(plannedQuery, period, ChronoUnit.DAYS));
    }

    /** Who, in each place that has anybody; not to be changed. */
    Map<CellId, RoaringBitmap> people(PlannedQuery plannedQuery, int measure, int item) {
        Map<CellId, List<RoaringBitmap>> pieces = isCrossed(plannedQuery)
                ? crossing(plannedQuery, measure, item).people()
                : pieces(plannedQuery, measure, item);
        Map<CellId, RoaringBitmap> people = new HashMap<>();
        pieces.forEach((cellId, each) -> people.put(
                cellId, each.size() == 1 ? each.get(0) : FastAggregation.or(each.toArray(RoaringBitmap[]::new))));
        return people;
    }

    /** Who came on each day of the question's, which are its buckets; the places are of bucket 0. */
    Map<CellId, int[][]> byDay(PlannedQuery plannedQuery, int measure, int item) {
        if (isCrossed(plannedQuery)) {
            return crossing(plannedQuery, measure, item).byDay();
        }
        Map<CellId, int[][]> byDay = new HashMap<>();
        int days = plannedQuery.buckets().size();
        people(plannedQuery, measure, item)
                .forEach((cellId, people) ->
                        byDay.computeIfAbsent(cellId.inBucket(0), key -> new int[days][0])[cellId.bucket()] =
                                people.toArray());
        return byDay;
    }

    private Map<CellId, List<RoaringBitmap>> pieces(PlannedQuery plannedQuery, int measure, int item) {
        Map<CellId, List<RoaringBitmap>> pieces = new HashMap<>();
        Optional<Period> months =
                plannedQuery.takesMonths() ? MonthSplit.within(plannedQuery.period()) : Optional.empty();
        List<Column> columns = columns(plannedQuery);
        List<Period> days = List.of(plannedQuery.period());
        if (months.isPresent()) {
            var sets = readTransaction.sets().months(readTransaction, measure, item, columns, months.get());
            add(plannedQuery, sets, buckets(plannedQuery, months.get(), ChronoUnit.MONTHS), pieces);
            days = MonthSplit.edges(plannedQuery.period(), months.get());
        }
        for (Period edge : days) {
            var sets = readTransaction.sets().days(readTransaction, measure, item, columns, edge);
            add(plannedQuery, sets, buckets(plannedQuery, edge, ChronoUnit.DAYS), pieces);
        }
        return pieces;
    }

    /** Each stored set lies in one place. */
    private static void add(
            PlannedQuery plannedQuery,
            Map<Column, RoaringBitmap[]> sets,
            int[] buckets,
            Map<CellId, List<RoaringBitmap>> pieces) {
        sets.forEach((column, each) -> {
            for (int i = 0; i < each.length; i++) {
                if (!each[i].isEmpty()) {
                    pieces.computeIfAbsent(place(plannedQuery, buckets[i], column), key -> new ArrayList<>())
                            .add(each[i]);
                }
            }
        });
    }

    /** The stored sets that the question needs. */
    private static List<Column> columns(PlannedQuery plannedQuery) {
        List<Column> columns = new ArrayList<>();
        if (plannedQuery.involvesChannels()) {
            plannedQuery.channelIds().forEach(channel -> columns.add(new Column(channel, 0)));
        }
        plannedQuery.involved().values().forEach(values -> values.forEach(value -> columns.add(new Column(0, value))));
        return columns.isEmpty() ? List.of(new Column(0, 0)) : columns;
    }

    /** The bucket of each day, or month, of the period. */
    private static int[] buckets(PlannedQuery plannedQuery, Period period, ChronoUnit unit) {
        int[] buckets = new int[(int) unit.between(period.from(), period.to())];
        List<Bucket> all = plannedQuery.buckets();
        int bucket = 0;
        for (int i = 0; i < buckets.length; i++) {
            LocalDate day = period.from().plus(i, unit);
            while (bucket + 1 < all.size() && !all.get(bucket + 1).days().from().isAfter(day)) {
                bucket++;
            }
            buckets[i] = bucket;
        }
        return buckets;
    }

    private static CellId place(PlannedQuery plannedQuery, int bucket, Column column) {
        return new CellId(
                bucket,
                plannedQuery.byChannel() ? column.channel() : 0,
                plannedQuery.segments().isPresent() ? column.value() : 0);
    }
}
