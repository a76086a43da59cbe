package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.dates;
import static dev.rapport.rollup.Statements.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who contributed to a measure: a set per day x channel, per day x segment value and per day, and their unions by month.
 * Membership is by day, so people of a channel and a segment on a day are the intersection of two sets of that day.
 */
final class Sets {
    private static final int FETCH = 10_000;

    private final Connection connection;

    Sets(Connection connection) {
        this.connection = connection;
    }

    /** From {@code rollup_contribution}. */
    void write(Collection<LocalDate> days, Object[] measures) throws SQLException {
        delete("day_set", days, measures);
        Map<Integer, List<Integer>> values = signatureValues();
        try {
            SetCopy copy = new SetCopy("day_set");
            try (PreparedStatement statement = prepare(connection, """
                    select measure, item, day, channel_id, signature_id, person_id
                    from rollup_contribution
                    where measure = any(?) and person_id is not null
                    order by measure, item, day, person_id
                    """)) {
                statement.setArray(1, connection.createArrayOf("smallint", measures));
                statement.setFetchSize(FETCH);
                writeDays(statement, values, copy);
            }
            copy.send(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeDays(PreparedStatement statement, Map<Integer, List<Integer>> values, SetCopy copy)
            throws SQLException, IOException {
        Day current = null;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int measure = row.getInt(1);
                int item = row.getInt(2);
                LocalDate day = row.getObject(3, LocalDate.class);
                if (current == null || !current.is(measure, item, day)) {
                    if (current != null) {
                        current.send(values, copy);
                    }
                    current = new Day(measure, item, day);
                }
                current.add(row.getInt(4), row.getInt(5), row.getInt(6));
            }
        }
        if (current != null) {
            current.send(values, copy);
        }
    }

    void writeMonths(Collection<LocalDate> months, Object[] measures) throws SQLException {
        delete("month_set", months, measures);
        for (LocalDate month : months) {
            try {
                SetCopy copy = new SetCopy("month_set");
                unite(month, measures, copy);
                copy.send(connection);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void unite(LocalDate month, Object[] measures, SetCopy copy) throws SQLException, IOException {
        try (PreparedStatement statement = prepare(connection, """
                select measure, item, channel_id, segment_value_id, members
                from day_set
                where day >= ? and day < ? and measure = any(?)
                order by measure, item, channel_id, segment_value_id
                """, month, month.plusMonths(1))) {
            statement.setArray(3, connection.createArrayOf("smallint", measures));
            statement.setFetchSize(FETCH / 50);
            try (ResultSet row = statement.executeQuery()) {
                List<Integer> key = List.of();
                RoaringBitmap union = new RoaringBitmap();
                while (row.next()) {
                    List<Integer> next = List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
                    if (!next.equals(key)) {
                        add(copy, key, month, union);
                        key = next;
                        union = new RoaringBitmap();
                    }
                    union.or(PeopleSet.read(row.getBytes(5)).toRoaringBitmap());
                }
                add(copy, key, month, union);
            }
        }
    }

    private static void add(SetCopy copy, List<Integer> key, LocalDate month, RoaringBitmap union) throws IOException {
        if (!key.isEmpty()) {
            copy.add(key.get(0), key.get(1), month, key.get(2), key.get(3), union);
        }
    }

    private void delete(String table, Collection<LocalDate> days, Object[] measures) throws SQLException {
        try (var statement =
                connection.prepareStatement("delete from " + table + " where day = any(?) and measure = any(?)")) {
            statement.setArray(1, dates(connection, days));
            statement.setArray(2, connection.createArrayOf("smallint", measures));
            statement.executeUpdate();
        }
    }

    private Map<Integer, List<Integer>> signatureValues() throws SQLException {
        Map<Integer, List<Integer>> values = new HashMap<>();
        try (PreparedStatement statement = prepare(connection, Cells.VALUES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                values.computeIfAbsent(row.getInt("signature_id"), id -> new ArrayList<>())
                        .add(row.getInt("value_id"));
            }
        }
        return values;
    }

    /** The people of one measure and item on one day, by channel and by signature. */
    private static final class Day {
        private final int measure;
        private final int item;
        private final LocalDate day;
        private final RoaringBitmap all = new RoaringBitmap();
        private final Map<Integer, RoaringBitmap> channels = new TreeMap<>();
        private final Map<Integer, RoaringBitmap> signatures = new TreeMap<>();

        Day(int measure, int item, LocalDate day) {
            this.measure = measure;
            this.item = item;
            this.day = day;
        }

        boolean is(int otherMeasure, int otherItem, @Nullable LocalDate otherDay) {
            return measure == otherMeasure && item == otherItem && Objects.equals(day, otherDay);
        }

        void add(int channel, int signature, int person) {
            all.add(person);
            channels.computeIfAbsent(channel, id -> new RoaringBitmap()).add(person);
            signatures.computeIfAbsent(signature, id -> new RoaringBitmap()).add(person);
        }

        void send(Map<Integer, List<Integer>> values, SetCopy copy) throws IOException {
            copy.add(measure, item, day, 0, 0, all);
            for (var channel : channels.entrySet()) {
                copy.add(measure, item, day, channel.getKey(), 0, channel.getValue());
            }
            Map<Integer, RoaringBitmap> people = new TreeMap<>();
            signatures.forEach((signature, members) -> values.getOrDefault(signature, List.of())
                    .forEach(value -> people.computeIfAbsent(value, id -> new RoaringBitmap())
                            .or(members)));
            for (var value : people.entrySet()) {
                copy.add(measure, item, day, 0, value.getKey(), value.getValue());
            }
        }
    }
}
