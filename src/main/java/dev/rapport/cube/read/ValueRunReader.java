package dev.rapport.cube.read;

import static dev.rapport.db.SqlBuilder.array;

import dev.rapport.cube.store.ValueRun;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Input;
import dev.rapport.metric.Measure;
import dev.rapport.metric.Waits;
import dev.rapport.slice.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads single values of a measure from the runs that are kept of them by day and channel. */
final class ValueRunReader {
    private static final int FETCH = 2_000;

    private final Handle handle;

    ValueRunReader(Handle handle) {
        this.handle = handle;
    }

    /**
     * The values of each part, those that are 0 included.
     *
     * @param counted of how many there are values
     */
    Map<DimensionKey, Waits> read(PlannedQuery plannedQuery, Measure measure, Measure counted) {
        FactGrouping grouping = new FactGrouping(plannedQuery);
        Collected collected = new Collected(grouping);
        long[] dawns = dawns(plannedQuery);
        statement(plannedQuery, measure).read(handle, FETCH, row -> {
            collected.of(dawns[row.getInt(1)], row.getInt(2));
            ValueRun.read(row.getBytes(3), collected);
        });
        Map<DimensionKey, Waits> values = collected.values();
        InputValues counts = new InputValues();
        Input.Sum count = new Input.Sum(counted, Optional.empty());
        new CellReader(handle).read(plannedQuery, List.of(count), counts);
        DimensionKeys keys = new DimensionKeys(plannedQuery);
        for (CellId place : counts.places()) {
            Waits ofPlace = values.computeIfAbsent(keys.of(place), key -> new Waits());
            long zeros = counts.at(place).get(count).longValueExact() - ofPlace.ended();
            ofPlace.addEnded(0, Math.toIntExact(zeros));
        }
        return values;
    }

    private static SqlBuilder statement(PlannedQuery plannedQuery, Measure measure) {
        Period period = plannedQuery.period();
        SqlBuilder sql = new SqlBuilder()
                .add(
                        "select day - ?, channel_id, content from value_run"
                                + " where measure = ? and item = 0 and day >= ? and day < ?",
                        period.from(),
                        measure.id(),
                        period.from(),
                        period.to());
        if (!plannedQuery.channels().isEmpty()) {
            sql.add(" and channel_id = any(?)", array("smallint", plannedQuery.channels()));
        }
        return sql;
    }

    /** When each day begins. */
    private static long[] dawns(PlannedQuery plannedQuery) {
        return plannedQuery
                .period()
                .from()
                .datesUntil(plannedQuery.period().to())
                .mapToLong(day -> FactGrouping.micros(
                        day.atStartOfDay(plannedQuery.dimensions().zone()).toInstant()))
                .toArray();
    }

    private static final class Collected implements ValueRun.Taker {
        private final FactGrouping grouping;
        private final @Nullable Waits[] groups;
        private long dawn;
        private int channel;

        Collected(FactGrouping grouping) {
            this.grouping = grouping;
            this.groups = new Waits[grouping.groups()];
        }

        /** What comes is of that day and channel. */
        void of(long dawn, int channel) {
            this.dawn = dawn;
            this.channel = channel;
        }

        @Override
        public int begin(int signature, int count) {
            int group = grouping.group(dawn, channel, signature);
            if (group >= 0 && groups[group] == null) {
                groups[group] = new Waits();
            }
            return group;
        }

        @Override
        public void value(int place, long value) {
            Objects.requireNonNull(groups[place]).addEnded(value);
        }

        Map<DimensionKey, Waits> values() {
            Map<DimensionKey, Waits> values = new HashMap<>();
            for (int group = 0; group < groups.length; group++) {
                Waits waits = groups[group];
                if (waits != null) {
                    values.put(grouping.key(group), waits);
                }
            }
            return values;
        }
    }
}
