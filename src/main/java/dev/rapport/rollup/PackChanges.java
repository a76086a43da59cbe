package dev.rapport.rollup;

import dev.rapport.metric.Measure;
import dev.rapport.rollup.Pack.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Packs of days out of {@code rollup_sum}, a day at a time. */
final class PackChanges {
    private static final int FETCH = 10_000;

    /** The first of the columns with sums. */
    private static final int SUMS = 7;

    /** Where sums of several measures stand together. @param measure 0 when the part's values name them */
    private record Row(int part, int measure, int item, int by) {}

    private final Connection connection;
    private final List<Asked> all;
    private final Map<Integer, int[]> segments;

    PackChanges(Connection connection, List<Asked> all) throws SQLException {
        this.connection = connection;
        this.all = all;
        this.segments = Gathering.values(connection);
    }

    /** Answers the days that have changed. */
    SortedSet<LocalDate> write() throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>();
        all.forEach(asked -> days.addAll(asked.days()));
        SortedSet<LocalDate> changed = new TreeSet<>();
        PackWriter cells = new PackWriter(connection, Packing.CELL);
        PackWriter marginals = new PackWriter(connection, Packing.MARGINAL);
        try (PreparedStatement statement = connection.prepareStatement(sums())) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                boolean more = row.next();
                for (LocalDate day : days) {
                    Sums byChannel = new Sums();
                    Sums bySegment = new Sums();
                    while (more && row.getObject(1, LocalDate.class).equals(day)) {
                        take(row, byChannel, bySegment);
                        more = row.next();
                    }
                    List<Integer> measures = measures(day);
                    if (cells.day(day, measures, byChannel.packs(day))
                            | marginals.day(day, measures, bySegment.packs(day))) {
                        changed.add(day);
                    }
                }
                if (more) {
                    throw new IllegalStateException("a sum of a day that was not asked for");
                }
            }
        }
        cells.end();
        marginals.end();
        return changed;
    }

    private String sums() {
        return "select day, part, measure, item, channel_id, signature_id, "
                + Gathering.widest(all.stream().map(Asked::deeds).toList()).columns("#")
                + " from rollup_sum order by day";
    }

    private void take(ResultSet row, Sums byChannel, Sums bySegment) throws SQLException {
        int part = row.getInt(2);
        int measure = row.getInt(3);
        int item = row.getInt(4);
        int channel = row.getInt(5);
        int signature = row.getInt(6);
        long[] amounts = new long[all.get(part).deeds().values().size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = row.getLong(SUMS + i);
        }
        byChannel.add(new Row(part, measure, item, channel), signature, amounts);
        for (int value : segments.getOrDefault(signature, new int[0])) {
            bySegment.add(new Row(part, measure, item, value), channel, amounts);
        }
    }

    private List<Integer> measures(LocalDate day) {
        return all.stream()
                .filter(asked -> asked.days().contains(day))
                .flatMap(asked -> asked.measures().stream())
                .map(Measure::id)
                .distinct()
                .toList();
    }

    /** Sums of a day, those of all measures of a part side by side. */
    private final class Sums {
        private final Map<Row, SortedMap<Long, long[]>> rows = new HashMap<>();

        void add(Row row, long key, long[] amounts) {
            long[] sums = rows.computeIfAbsent(row, each -> new TreeMap<>())
                    .computeIfAbsent(key, each -> new long[amounts.length]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], amounts[i]);
            }
        }

        /** Each measure's own; one without a sum has none. */
        Map<Place, Pack> packs(LocalDate day) {
            Map<Place, Pack> packs = new HashMap<>();
            rows.forEach((row, sums) -> {
                List<Deeds.Value> values = all.get(row.part).deeds().values();
                for (int i = 0; i < values.size(); i++) {
                    int measure = values.get(i).measure() == 0
                            ? row.measure
                            : values.get(i).measure();
                    Pack pack = pack(sums, i);
                    if (!pack.isEmpty()) {
                        packs.put(new Place(measure, row.item, day, row.by), pack);
                    }
                }
            });
            return packs;
        }

        private static Pack pack(SortedMap<Long, long[]> sums, int value) {
            Pack.Growing pack = new Pack.Growing();
            sums.forEach((key, amounts) -> pack.add(key, amounts[value]));
            return pack.pack();
        }
    }
}
