package dev.rapport.query;

import static dev.rapport.query.Bindings.array;

import dev.rapport.rollup.PeopleSet;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Period;
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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Distinct people, exact, from daily and monthly sets. Over a range they are the union of its days; on a day, people of some
 * channels and some segments are the intersection of those sets, because both are known by day. By month only one of the
 * two can be asked, since somebody may be in the channel on one day and in the segment on another.
 */
final class SetReader {
    private final Connection connection;

    SetReader(Connection connection) {
        this.connection = connection;
    }

    /** How many people in each place. */
    Map<Place, Long> count(Question question, int measure, int item) throws SQLException {
        if (question.isDaily() && isOneSetEach(question)) {
            return cardinalities(question, measure, item);
        }
        Map<Place, Long> counts = new HashMap<>();
        people(question, measure, item).forEach((place, people) -> counts.put(place, people.getLongCardinality()));
        return counts;
    }

    /** Whether one stored set answers each place, or several that have nobody in common: the values of one group. */
    private static boolean isOneSetEach(Question question) {
        if (question.involvesChannels()) {
            return question.involved().isEmpty()
                    && (question.byChannel() || question.channels().size() == 1);
        }
        return question.involved().size() <= 1;
    }

    private Map<Place, Long> cardinalities(Question question, int measure, int item) throws SQLException {
        Map<Place, Long> counts = new HashMap<>();
        NavigableMap<LocalDate, Integer> buckets = buckets(question);
        Bindings sql = rows("cardinality", question, "day_set", question.period(), measure, item);
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int bucket =
                        buckets.floorEntry(row.getObject(1, LocalDate.class)).getValue();
                counts.merge(place(question, bucket, row.getInt(2), row.getInt(3)), row.getLong(4), Long::sum);
            }
        }
        return counts;
    }

    /** Who, in each place that has anybody. */
    Map<Place, MutableRoaringBitmap> people(Question question, int measure, int item) throws SQLException {
        Map<Place, MutableRoaringBitmap> people = new HashMap<>();
        boolean alone = question.involved().size() + (question.involvesChannels() ? 1 : 0) <= 1;
        Optional<Period> months = alone && question.takesMonths() ? Months.within(question.period()) : Optional.empty();
        if (months.isEmpty()) {
            read(question, "day_set", question.period(), measure, item, people);
        } else {
            read(question, "month_set", months.get(), measure, item, people);
            for (Period edge : Months.edges(question.period(), months.get())) {
                read(question, "day_set", edge, measure, item, people);
            }
        }
        return people;
    }

    private void read(
            Question question,
            String table,
            Period period,
            int measure,
            int item,
            Map<Place, MutableRoaringBitmap> into)
            throws SQLException {
        NavigableMap<LocalDate, Integer> buckets = buckets(question);
        Bindings sql = rows("members", question, table, period, measure, item).add(" order by 1");
        try (PreparedStatement statement = sql.prepare(connection)) {
            statement.setFetchSize(2_000);
            try (ResultSet row = statement.executeQuery()) {
                Day day = new Day();
                LocalDate current = LocalDate.MIN;
                while (row.next()) {
                    LocalDate next = row.getObject(1, LocalDate.class);
                    if (!next.equals(current)) {
                        day.addTo(into, question);
                        day = new Day(buckets.floorEntry(next).getValue());
                        current = next;
                    }
                    day.put(row.getInt(2), row.getInt(3), PeopleSet.read(row.getBytes(4)));
                }
                day.addTo(into, question);
            }
        }
    }

    /** The stored sets that the question needs: day, channel, segment value and the column. */
    private static Bindings rows(String column, Question question, String table, Period period, int measure, int item) {
        String where = " from " + table + " where measure = ? and item = ? and day >= ? and day < ?";
        String select = "select day, channel_id, segment_value_id, " + column + where;
        Bindings sql = new Bindings();
        List<Integer> values = new ArrayList<>();
        question.involved().values().forEach(values::addAll);
        boolean channels = question.involvesChannels();
        if (channels || values.isEmpty()) {
            Collection<Integer> wanted = channels ? question.channelIds() : List.of(0);
            sql.add(select, measure, item, period.from(), period.to());
            sql.add(" and segment_value_id = 0 and channel_id = any(?)", array("smallint", wanted));
        }
        if (!values.isEmpty()) {
            sql.add(channels ? " union all " : "");
            sql.add(select, measure, item, period.from(), period.to());
            sql.add(" and channel_id = 0 and segment_value_id = any(?)", array("integer", values));
        }
        return sql;
    }

    private static NavigableMap<LocalDate, Integer> buckets(Question question) {
        NavigableMap<LocalDate, Integer> starts = new TreeMap<>();
        List<Bucket> buckets = question.buckets();
        for (int i = 0; i < buckets.size(); i++) {
            starts.put(buckets.get(i).days().from(), i);
        }
        return starts;
    }

    private static Place place(Question question, int bucket, int channel, int value) {
        return new Place(
                bucket, question.byChannel() ? channel : 0, question.segments().isPresent() ? value : 0);
    }

    /** The sets of one day (or month). */
    private static final class Day {
        private final int bucket;
        private final Map<Integer, ImmutableRoaringBitmap> channels = new HashMap<>();
        private final Map<Integer, ImmutableRoaringBitmap> values = new HashMap<>();

        Day() {
            this(0);
        }

        Day(int bucket) {
            this.bucket = bucket;
        }

        void put(int channel, int value, ImmutableRoaringBitmap people) {
            if (value == 0) {
                channels.put(channel, people);
            } else {
                values.put(value, people);
            }
        }

        void addTo(Map<Place, MutableRoaringBitmap> into, Question question) {
            Map<Integer, ImmutableRoaringBitmap> byChannel = byChannel(question);
            Map<Integer, ImmutableRoaringBitmap> byValue = byValue(question);
            byChannel.forEach((channel, ofChannel) -> byValue.forEach((value, ofValue) -> {
                Place place = new Place(bucket, channel, value);
                // Everybody is everybody who is in a segment: one of the two may be missing.
                ImmutableRoaringBitmap both = ofValue == EVERYBODY
                        ? ofChannel
                        : ofChannel == EVERYBODY ? ofValue : ImmutableRoaringBitmap.and(ofChannel, ofValue);
                if (!both.isEmpty()) {
                    into.computeIfAbsent(place, key -> new MutableRoaringBitmap())
                            .or(both);
                }
            }));
        }

        private static final ImmutableRoaringBitmap EVERYBODY = new MutableRoaringBitmap();

        private Map<Integer, ImmutableRoaringBitmap> byChannel(Question question) {
            if (question.byChannel()) {
                return channels;
            } else if (question.involvesChannels() || question.involved().isEmpty()) {
                return Map.of(0, union(channels, channels.keySet()));
            }
            return Map.of(0, EVERYBODY);
        }

        /** The values broken down by, each within the filters on other groups. */
        private Map<Integer, ImmutableRoaringBitmap> byValue(Question question) {
            Optional<ImmutableRoaringBitmap> filtered = Optional.empty();
            for (var filter : question.filter().entrySet()) {
                if (!question.segments().equals(Optional.of(filter.getKey()))) {
                    ImmutableRoaringBitmap any = union(values, filter.getValue());
                    filtered = Optional.of(
                            filtered.map(all -> (ImmutableRoaringBitmap) ImmutableRoaringBitmap.and(all, any))
                                    .orElse(any));
                }
            }
            if (question.segments().isEmpty()) {
                return Map.of(0, filtered.orElse(EVERYBODY));
            }
            Set<Integer> wanted =
                    new TreeSet<>(question.involved().get(question.segments().get()));
            wanted.retainAll(values.keySet());
            Map<Integer, ImmutableRoaringBitmap> byValue = new HashMap<>();
            for (int value : wanted) {
                ImmutableRoaringBitmap own = values.get(value);
                byValue.put(
                        value,
                        filtered.map(all -> (ImmutableRoaringBitmap) ImmutableRoaringBitmap.and(all, own))
                                .orElse(own));
            }
            return byValue;
        }

        private static ImmutableRoaringBitmap union(
                Map<Integer, ImmutableRoaringBitmap> sets, Collection<Integer> wanted) {
            List<ImmutableRoaringBitmap> found =
                    wanted.stream().filter(sets::containsKey).map(sets::get).toList();
            return found.size() == 1
                    ? found.get(0)
                    : ImmutableRoaringBitmap.or(found.toArray(new ImmutableRoaringBitmap[0]));
        }
    }
}
