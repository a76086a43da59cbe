package dev.rapport.cube.build;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.MeasureSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Reads what facts add to measures, once, with their day and their person's segments of that day. Sums and sets are all
 * made of them.
 */
final class MeasureScan {
    /** Takes the measures of a day, which are good until it returns. */
    interface Taker {
        void take(DayMeasures measures);
    }

    private static final int SCATTERED = 3;

    /** Of so many days at most, people's segments are looked up one by one. */
    private static final int FEW_DAYS = 4;

    private static final int FETCH = 10_000;

    /** The first of the columns with what a deed adds. */
    private static final int AMOUNTS = 7;

    /** Each signature's value in each group; a group of which it says nothing has the value {@code none}. */
    private static final String SEGMENTS = """
            select signature.id as signature_id, coalesce(held.value_id, segment.none_id) as value_id
            from signature
            cross join (
                select group_id, max(id) filter (where key = 'none') as none_id from segment_value group by group_id
            ) as segment
            left join (
                select signature.id as signature_id, group_id, max(value.id) as value_id
                from signature cross join unnest(value_ids) as said join segment_value as value on value.id = said
                where value.key <> 'none'
                group by signature.id, group_id
            ) as held on held.signature_id = signature.id and held.group_id = segment.group_id
            """;

    /** Offset has the day worked out once for each deed, and not wherever it is named. */
    private static final String MEASURES = """
            select deed.measure, deed.item, deed.day - date '1970-01-01' as day, deed.channel_id,
                   coalesce(theirs.signature_id, 1), coalesce(deed.person_id, 0), %s
            from (select %s as measure, item,""" + ReportingTime.day("at") + """
                  as day, channel_id, person_id, %s
                  from fact offset 0) as deed
            left join %s
            where %s
            order by %s
            """;

    private static final String THEIRS = """
            person_signature as theirs
                on theirs.person_id = deed.person_id and theirs.from_day <= deed.day and deed.day < theirs.to_day""";

    /** How many facts there are is guessed badly, and everybody's segments would be read for those of three thousand people. */
    private static final String THEIRS_OF_FEW = """
            lateral (
                select signature_id from person_signature
                where person_id = deed.person_id and from_day <= deed.day and deed.day < to_day offset 0) as theirs on true""";

    private static final String BY_DAY = "day, measure, item";
    private static final String BY_ITEM = "measure, item, day";

    private final Handle handle;
    private final ZoneId zone;
    private final Map<Integer, int[]> segments;

    MeasureScan(Handle handle, ZoneId zone) {
        this.handle = handle;
        this.zone = zone;
        this.segments = segments(handle);
    }

    private static Map<Integer, int[]> segments(Handle handle) {
        Map<Integer, List<Integer>> lists = new HashMap<>();
        new SqlBuilder()
                .add(SEGMENTS)
                .read(
                        handle,
                        row -> lists.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                                .add(row.getInt(2)));
        Map<Integer, int[]> segments = new HashMap<>();
        lists.forEach((signature, ids) ->
                segments.put(signature, ids.stream().mapToInt(Integer::intValue).toArray()));
        return segments;
    }

    /** The segment values of each signature. */
    Map<Integer, int[]> segments() {
        return segments;
    }

    /** All measures of whole months, an item after the other: day by day. */
    void ofMonths(MeasureSource measureSource, DayRange months, Taker taker) {
        read(measureSource, sql(measureSource, THEIRS, "true", BY_ITEM), taker, months.start(zone), months.end(zone));
    }

    /** Measures of these days, day by day. When days lie scattered, by looking through all that lies between. */
    void ofDays(MeasureSource measureSource, SortedSet<LocalDate> days, Taker taker) {
        List<DayRange> runs = DayRange.of(days);
        if (runs.size() > SCATTERED) {
            DayRange whole = new DayRange(days.first(), days.last().plusDays(1));
            read(
                    measureSource,
                    sql(measureSource, THEIRS, "deed.day = any(?)", BY_DAY),
                    taker,
                    whole.start(zone),
                    whole.end(zone),
                    SqlBuilder.array("date", days));
            return;
        }
        for (DayRange run : runs) {
            boolean few = !run.from().plusDays(FEW_DAYS).isBefore(run.to());
            read(
                    measureSource,
                    sql(measureSource, few ? THEIRS_OF_FEW : THEIRS, "true", BY_DAY),
                    taker,
                    run.start(zone),
                    run.end(zone));
        }
    }

    private static String sql(MeasureSource measureSource, String theirs, String where, String order) {
        return measureSource.with()
                + MEASURES.formatted(
                        measureSource.columns("deed.#"),
                        measureSource.measure(),
                        measureSource.named(),
                        theirs,
                        where,
                        order);
    }

    private void read(MeasureSource measureSource, String sql, Taker taker, Object... values) {
        long[] amounts = new long[measureSource.values().size()];
        DayMeasures day = new DayMeasures(amounts.length);
        new SqlBuilder().add(sql, values).read(handle, FETCH, row -> {
            int measure = row.getInt(1);
            int item = row.getInt(2);
            int epochDay = row.getInt(3);
            if (!day.isOf(measure, item, epochDay)) {
                take(day, taker);
                day.begin(measure, item, epochDay);
            }
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = row.getLong(AMOUNTS + i);
            }
            day.add(row.getInt(4), row.getInt(5), row.getInt(6), amounts);
        });
        take(day, taker);
    }

    private static void take(DayMeasures day, Taker taker) {
        if (!day.isEmpty()) {
            taker.take(day);
        }
    }
}
