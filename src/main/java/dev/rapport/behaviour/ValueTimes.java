package dev.rapport.behaviour;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.TimeToValue;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how long new customers took to their first key event, or have been without one until now. */
@ApplicationScoped
public class ValueTimes implements FactReader {
    private final Clock clock;

    ValueTimes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof TimeToValue;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        SliceSql sql = new SliceSql(slice, period, grouping);
        sql.add(", span as (select min(from_at) as from_at, max(to_at) as to_at from bucket)\n");
        SignUps.of(readTransaction.handle()).addValues(sql);
        sql.add("""
                        , fact as (
                            select bucket.no as bucket, value.channel_id, value.person_id, value.day,
                                   value.value_at is not null as arrived,
                                   round(extract(epoch from coalesce(value.value_at, ?) - value.signed_at) * 1000)::bigint
                                       as millis
                            from bucket
                            join value on value.started_at >= bucket.from_at and value.started_at < bucket.to_at
                            where true
                        """, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .andChannel("value.channel_id")
                .add(")\n")
                .select("fact.arrived, fact.millis");
        Map<DimensionKey, Waits> waits = new HashMap<>();
        sql.run(readTransaction.handle(), (key, row) -> {
            Waits theirs = waits.computeIfAbsent(key, place -> new Waits());
            long millis = Math.max(0, row.getLong("millis"));
            if (row.getBoolean("arrived")) {
                theirs.addEnded(millis);
            } else {
                theirs.addWaiting(millis);
            }
        });
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        waits.forEach((key, theirs) -> figures.put(key, ((TimeToValue) metric).figure(slice, theirs)));
        return figures;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        SignUps rule = SignUps.of(readTransaction.handle());
        return List.of(rule.note(), rule.valueNote(), "waiting_for_value_counted");
    }
}
