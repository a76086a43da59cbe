package dev.rapport.rollup;

import dev.rapport.metric.Measure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who contributed to a measure on a day, out of {@code rollup_deed}: a set per channel, per segment value and one of all.
 * Membership is by day, so people of a channel and a segment on a day are the intersection of two sets of that day.
 */
final class DayPeople {
    private static final int FETCH = 20_000;

    /** @param channel 0 = all, @param segmentValue 0 = all */
    record Cut(int channel, int segmentValue) {
        static final Cut ALL = new Cut(0, 0);
    }

    /** What a set is of, apart from the cut and the time. */
    record Deed(int measure, int item) {}

    /** Takes the days as they come: by measure and item, in order. */
    interface Taker {
        void take(Deed deed, LocalDate day, Map<Cut, RoaringBitmap> people) throws SQLException, IOException;
    }

    private final Connection connection;
    private final Map<Integer, int[]> values;

    DayPeople(Connection connection) throws SQLException {
        this.connection = connection;
        this.values = Gathering.values(connection);
    }

    /** In one pass, whatever the measures; a table of a moment has the deeds under their place in the list. */
    void read(List<Deeds> all, Taker taker) throws SQLException, IOException {
        List<String> selects = new ArrayList<>();
        for (int part = 0; part < all.size(); part++) {
            selects.addAll(selects(part, all.get(part)));
        }
        if (!selects.isEmpty()) {
            read(String.join("union all\n", selects) + "order by 1, 2, 3, 6", taker);
        }
    }

    private static List<String> selects(int part, Deeds deeds) {
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < deeds.values().size(); i++) {
            int measure = deeds.values().get(i).measure();
            if (measure == 0) {
                String keeping = keeping().map(String::valueOf).collect(Collectors.joining(", "));
                selects.add(select("measure", part, "v1", " and measure in (" + keeping + ")"));
            } else if (keeping().anyMatch(id -> id == measure)) {
                selects.add(select(measure + "::smallint", part, "v" + (i + 1), ""));
            }
        }
        return selects;
    }

    private static String select(String measure, int part, String value, String where) {
        return """
                select %s, item, day - date '1970-01-01', channel_id, signature_id, person_id
                from rollup_deed
                where part = %d and %s <> 0 and person_id is not null %s
                """.formatted(measure, part, value, where);
    }

    private static Stream<Integer> keeping() {
        return Stream.of(Measure.values()).filter(Measure::keepsPeople).map(Measure::id);
    }

    private void read(String sql, Taker taker) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                Deed deed = new Deed(0, 0);
                int day = Integer.MIN_VALUE;
                Collecting people = new Collecting();
                while (row.next()) {
                    int nextMeasure = row.getInt(1);
                    int nextItem = row.getInt(2);
                    int nextDay = row.getInt(3);
                    if (nextDay != day || nextMeasure != deed.measure || nextItem != deed.item) {
                        people.end(deed, day, taker);
                        deed = new Deed(nextMeasure, nextItem);
                        day = nextDay;
                    }
                    people.add(row.getInt(4), row.getInt(5), row.getInt(6));
                }
                people.end(deed, day, taker);
            }
        }
    }

    /** The people of one day, who come in the order of their ids. */
    private final class Collecting {
        private final RoaringBitmap all = new RoaringBitmap();
        private final Map<Integer, RoaringBitmap> channels = new HashMap<>();
        private final Map<Integer, RoaringBitmap> byValue = new HashMap<>();

        void add(int channel, int signature, int person) {
            all.add(person);
            channels.computeIfAbsent(channel, id -> new RoaringBitmap()).add(person);
            for (int value : values.getOrDefault(signature, new int[0])) {
                byValue.computeIfAbsent(value, id -> new RoaringBitmap()).add(person);
            }
        }

        void end(Deed deed, int day, Taker taker) throws SQLException, IOException {
            if (all.isEmpty()) {
                return;
            }
            Map<Cut, RoaringBitmap> cuts = new TreeMap<>(SetCopy.ORDER);
            cuts.put(Cut.ALL, all.clone());
            channels.forEach((channel, people) -> cuts.put(new Cut(channel, 0), people));
            byValue.forEach((value, people) -> cuts.put(new Cut(0, value), people));
            taker.take(deed, LocalDate.ofEpochDay(day), cuts);
            all.clear();
            channels.clear();
            byValue.clear();
        }
    }
}
