package dev.rapport.behaviour;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.metric.Figure;
import dev.rapport.metric.FirstWeekMetric;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Counts what became of new customers in their first seven days; both metrics of it are counted at once. */
@ApplicationScoped
public class FirstWeeks implements FactReader {
    private final Clock clock;

    /** On what the counts depend; the grain only when there are buckets. */
    private record Counted(
            SortedSet<String> channels,
            SegmentFilter segments,
            Period period,
            Grouping grouping,
            Optional<String> grain) {}

    private record Counts(long customers, long engaged, long gone) {}

    FirstWeeks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof FirstWeekMetric;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Optional<String> grain = grouping.byBucket() ? Optional.of(slice.grain().key()) : Optional.empty();
        Counted asked = new Counted(slice.channels(), slice.segments(), period, grouping, grain);
        Map<DimensionKey, Counts> counts =
                readTransaction.once(asked, () -> counts(readTransaction, slice, period, grouping));
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        counts.forEach((key, each) ->
                figures.put(key, ((FirstWeekMetric) metric).figure(each.customers, each.engaged, each.gone)));
        return figures;
    }

    private Map<DimensionKey, Counts> counts(
            ReadTransaction readTransaction, Slice slice, Period period, Grouping grouping) {
        SignUps rule = SignUps.of(readTransaction.handle());
        SliceSql sql = new SliceSql(slice, period, grouping);
        sql.add(", span as (select min(from_at) as from_at, max(to_at) as to_at from bucket)\n");
        rule.addWeeks(sql);
        sql.add("""
                        , fact as (
                            select bucket.no as bucket, week.channel_id, week.person_id, week.day,
                                   week.key_days >= ? as engaged, week.last_day <= week.day as gone
                            from bucket
                            join week on week.started_at >= bucket.from_at and week.started_at < bucket.to_at
                            where week.ends_at <= ?
                        """, rule.days(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .andChannel("week.channel_id")
                .add(")\n")
                .select("count(*) as customers, count(*) filter (where engaged) as engaged,"
                        + " count(*) filter (where gone) as gone")
                .add(" group by 1, 2, 3, 4");
        Map<DimensionKey, Counts> counts = new HashMap<>();
        sql.run(
                readTransaction.handle(),
                (key, row) -> counts.put(
                        key, new Counts(row.getLong("customers"), row.getLong("engaged"), row.getLong("gone"))));
        return counts;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of(SignUps.of(readTransaction.handle()).note(), "first_weeks_that_are_over");
    }
}
