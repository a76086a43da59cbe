package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import dev.rapport.cube.read.SetStore.Column;
import dev.rapport.db.SqlBuilder;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private final ReadTransaction view;

    /** Sets that several parts of a page look at. */
    private record Stored(int measure, int item, List<Column> columns, Period period) {}

    SetReader(ReadTransaction view) {
        this.view = view;
    }

    /** How many people in each place. */
    Map<CellId, Long> count(PlannedQuery question, int measure, int item) throws SQLException {
        if (question.isDaily() && isOneSetEach(question)) {
            return cardinalities(question, measure, item);
        }
        if (isCrossed(question)) {
            return crossing(question, measure, item).count();
        }
        Map<CellId, Long> counts = new HashMap<>();
        pieces(question, measure, item)
                .forEach((place, each) -> counts.put(place, together(each.toArray(RoaringBitmap[]::new))));
        return counts;
    }

    /** How many people the sets have together. The union itself, which is not wanted, would cost as much again. */
    static long together(RoaringBitmap... sets) {
        return FastAggregation.orCardinality(sets);
    }

    /** Whether one stored set answers each place, or several that have nobody in common: the values of one group. */
    private static boolean isOneSetEach(PlannedQuery question) {
        if (question.involvesChannels()) {
            return question.involved().isEmpty()
                    && (question.byChannel() || question.channels().size() == 1);
        }
        return question.involved().size() <= 1;
    }

    private Map<CellId, Long> cardinalities(PlannedQuery question, int measure, int item) throws SQLException {
        Map<CellId, Long> counts = new HashMap<>();
        Period period = question.period();
        List<Column> columns = columns(question);
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
        try (PreparedStatement statement = sql.prepare(view.connection());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                CellId place = place(question, row.getInt(1), new Column(row.getInt(2), row.getInt(3)));
                counts.merge(place, row.getLong(4), Long::sum);
            }
        }
        return counts;
    }

    /** Channels and segments, or segments of several groups: who is in both on the same day. */
    private static boolean isCrossed(PlannedQuery question) {
        return question.involved().size() + (question.involvesChannels() ? 1 : 0) > 1;
    }

    private ChannelSegmentIntersection crossing(PlannedQuery question, int measure, int item) throws SQLException {
        Period period = question.period();
        List<Column> columns = columns(question);
        Map<Column, RoaringBitmap[]> sets = view.once(
                new Stored(measure, item, columns, period),
                () -> view.sets().days(view, measure, item, columns, period));
        DailyPersonFilter narrowing = new DailyPersonFilter(view, question, measure, item, sets);
        return new ChannelSegmentIntersection(question, narrowing, buckets(question, period, ChronoUnit.DAYS));
    }

    /** Who, in each place that has anybody; not to be changed. */
    Map<CellId, RoaringBitmap> people(PlannedQuery question, int measure, int item) throws SQLException {
        Map<CellId, List<RoaringBitmap>> pieces =
                isCrossed(question) ? crossing(question, measure, item).people() : pieces(question, measure, item);
        Map<CellId, RoaringBitmap> people = new HashMap<>();
        pieces.forEach((place, each) -> people.put(
                place, each.size() == 1 ? each.get(0) : FastAggregation.or(each.toArray(RoaringBitmap[]::new))));
        return people;
    }

    /** Who came on each day of the question's, which are its buckets; the places are of bucket 0. */
    Map<CellId, int[][]> byDay(PlannedQuery question, int measure, int item) throws SQLException {
        if (isCrossed(question)) {
            return crossing(question, measure, item).byDay();
        }
        Map<CellId, int[][]> byDay = new HashMap<>();
        int days = question.buckets().size();
        people(question, measure, item)
                .forEach((place, people) ->
                        byDay.computeIfAbsent(place.inBucket(0), key -> new int[days][0])[place.bucket()] =
                                people.toArray());
        return byDay;
    }

    private Map<CellId, List<RoaringBitmap>> pieces(PlannedQuery question, int measure, int item) throws SQLException {
        Map<CellId, List<RoaringBitmap>> pieces = new HashMap<>();
        Optional<Period> months = question.takesMonths() ? MonthSplit.within(question.period()) : Optional.empty();
        List<Column> columns = columns(question);
        List<Period> days = List.of(question.period());
        if (months.isPresent()) {
            var sets = view.sets().months(view, measure, item, columns, months.get());
            add(question, sets, buckets(question, months.get(), ChronoUnit.MONTHS), pieces);
            days = MonthSplit.edges(question.period(), months.get());
        }
        for (Period edge : days) {
            var sets = view.sets().days(view, measure, item, columns, edge);
            add(question, sets, buckets(question, edge, ChronoUnit.DAYS), pieces);
        }
        return pieces;
    }

    /** Each stored set lies in one place. */
    private static void add(
            PlannedQuery question,
            Map<Column, RoaringBitmap[]> sets,
            int[] buckets,
            Map<CellId, List<RoaringBitmap>> pieces) {
        sets.forEach((column, each) -> {
            for (int i = 0; i < each.length; i++) {
                if (!each[i].isEmpty()) {
                    pieces.computeIfAbsent(place(question, buckets[i], column), key -> new ArrayList<>())
                            .add(each[i]);
                }
            }
        });
    }

    /** The stored sets that the question needs. */
    private static List<Column> columns(PlannedQuery question) {
        List<Column> columns = new ArrayList<>();
        if (question.involvesChannels()) {
            question.channelIds().forEach(channel -> columns.add(new Column(channel, 0)));
        }
        question.involved().values().forEach(values -> values.forEach(value -> columns.add(new Column(0, value))));
        return columns.isEmpty() ? List.of(new Column(0, 0)) : columns;
    }

    /** The bucket of each day, or month, of the period. */
    private static int[] buckets(PlannedQuery question, Period period, ChronoUnit unit) {
        int[] buckets = new int[(int) unit.between(period.from(), period.to())];
        List<Bucket> all = question.buckets();
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

    private static CellId place(PlannedQuery question, int bucket, Column column) {
        return new CellId(
                bucket,
                question.byChannel() ? column.channel() : 0,
                question.segments().isPresent() ? column.value() : 0);
    }
}
