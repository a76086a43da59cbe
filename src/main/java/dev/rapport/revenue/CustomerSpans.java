package dev.rapport.revenue;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads everybody's times as a customer, by the rule of the settings; for what looks at customers beside their mere
 * number.
 */
public record CustomerSpans(CustomerRule rule, List<Span> spans) {
    /**
     * A time in which somebody is a customer: at t when it has started before t and has not ended before t.
     *
     * @param started microseconds of the epoch
     * @param ended the same; the greatest number when it goes on
     * @param amount what a subscription pays a month, in millionths; 0 by orders
     * @param first whether it is the person's first ever
     */
    public record Span(int person, int channel, long started, long ended, long amount, boolean first) {
        public boolean holds(long at) {
            return started < at && ended >= at;
        }
    }

    /** In the order of people and starts. By orders those that touch the period, with all they had before when it is long enough. */
    public static CustomerSpans read(ReadTransaction readTransaction, Period period) {
        CustomerRule rule = CustomerRule.of(readTransaction.handle(), false);
        Slice everybody = new Slice(
                new TreeSet<>(),
                SegmentFilter.EVERYBODY,
                period,
                Optional.empty(),
                Comparison.NONE,
                Grain.YEAR,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                new TreeMap<>());
        SliceSql sql = new SliceSql(everybody, period, Grouping.TOTAL);
        rule.addSpans(sql);
        sql.add("""
                select 1 as bucket, null::text as channel, null::text as segment_value, span.person_id,
                       span.channel_id as channel_id, span.is_first,
                       (extract(epoch from span.started_at) * 1000000)::bigint as started,
                       (extract(epoch from span.ended_at) * 1000000)::bigint as ended,
                       (span.amount * 1000000)::bigint as amount
                from span order by span.person_id, span.started_at, span.channel_id
                """);
        List<Span> spans = new ArrayList<>();
        sql.run(readTransaction.handle(), (key, row) -> {
            long ended = row.getLong("ended");
            boolean goesOn = row.wasNull();
            spans.add(new Span(
                    row.getInt("person_id"),
                    row.getInt("channel_id"),
                    row.getLong("started"),
                    goesOn ? Long.MAX_VALUE : ended,
                    row.getLong("amount"),
                    row.getBoolean("is_first")));
        });
        return new CustomerSpans(rule, List.copyOf(spans));
    }
}
