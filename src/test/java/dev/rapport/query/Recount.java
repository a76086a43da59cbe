package dev.rapport.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.cube.build.Naive;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says to {@code recount/prelude.sql} which place of which answer is meant, and counts it. */
public final class Recount {
    /** Until when the random facts and slices reach; what comes after now is another test's. */
    private static final LocalDate LAST = LocalDate.parse("2026-11-15");

    /** Stands between what counts a metric from the facts and what counts it again from the rows behind it. */
    private static final String AGAIN = "(?m)^-- from its rows$";

    private final Connection connection;

    /** On a database of facts that have been rolled up; makes what the SQL of recounts looks at. */
    public static Recount of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Naive.TABLES);
            statement.execute("create index on naive (measure, at); analyze naive");
            statement.execute(file("recount/prelude"));
        }
        return new Recount(connection);
    }

    private Recount(Connection connection) {
        this.connection = connection;
    }

    /** SQL that counts the metric from the facts. */
    static String fromFacts(String key) {
        return file("recount/" + key).split(AGAIN)[0];
    }

    /** SQL that counts it again from the rows behind it. */
    public static String fromRows(String key) {
        String[] both = file("recount/" + key).split(AGAIN);
        if (both.length < 2) {
            throw new AssertionError("nobody counts it from its rows: " + key);
        }
        return both[1].strip();
    }

    private static String file(String name) {
        try (InputStream in = Recount.class.getResourceAsStream("/" + name + ".sql")) {
            return new String(Objects.requireNonNull(in, "there is no " + name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A random question that the metric understands, up to a day. */
    public static Slice slice(Random random, Metric metric, ZoneId zone, LocalDate centre) {
        Slice slice = MetricQueryPropertyTest.slice(random, zone, centre);
        if (slice.period().to().isAfter(LAST)) {
            slice = slice.withPeriod(new Period(slice.period().from(), LAST)).withGrain(slice.grain());
        }
        for (SliceOption option : SliceOption.values()) {
            if (metric.definition().options().contains(option.key()) && random.nextInt(3) > 0) {
                List<String> values = values(option);
                slice = slice.withOption(
                        option,
                        values.isEmpty() ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size()))));
            }
        }
        return slice;
    }

    private static List<String> values(SliceOption option) {
        return switch (option) {
            case GOAL -> List.of("purchase", "pricing", "odd", "ad", "mailed");
            case SURVEY -> List.of("n", "n5", "c", "g", "e");
            case ACTIVITY -> List.of("visit", "order");
            default -> option.choices();
        };
    }

    /** What the SQL says of one place of an answer. */
    public Optional<BigDecimal> count(String sql, Slice slice, Grouping grouping, DimensionKey key)
            throws SQLException {
        ask(slice, grouping, key);
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getBigDecimal(1)) : Optional.empty();
        }
    }

    /** From now on this place is meant. */
    public void ask(Slice slice, Grouping grouping, DimensionKey key) throws SQLException {
        Bucket place = key.bucket()
                .flatMap(start -> slice.buckets().stream()
                        .filter(bucket -> bucket.start().equals(start))
                        .findFirst())
                .orElseGet(() -> Bucket.whole(slice.period(), slice.zone()));
        run("delete from asked; delete from bucket");
        asked(slice, grouping, key, place);
        // What knows no hours says what it says of the day at the day's first hour.
        boolean byHour = grouping.byBucket() && slice.grain() == Grain.HOUR;
        Bucket day = byHour && place.start().toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Bucket.whole(place.days(), slice.zone())
                : place;
        buckets(slice.grain() == Grain.HOUR ? slice.withGrain(Grain.DAY) : slice, day);
    }

    private void asked(Slice slice, Grouping grouping, DimensionKey key, Bucket place) throws SQLException {
        Period days = place.days();
        boolean month = grouping.byBucket() && slice.grain() == Grain.MONTH
                || !grouping.byBucket()
                        && days.from().getDayOfMonth() == 1
                        && days.from().plusMonths(1).equals(days.to());
        run("insert into asked values ('%s', '%s', '%s', '%s', '%s', %s, %s, %s, '%s', %s)"
                .formatted(
                        place.from(),
                        place.to(),
                        days.from(),
                        days.lastDay(),
                        slice.zone().getId(),
                        month,
                        channels(slice, key),
                        signatures(slice, grouping, key),
                        options(slice),
                        key.segmentValue().isPresent() || !slice.segments().isEverybody()));
    }

    private static String channels(Slice slice, DimensionKey key) {
        List<String> keys = key.channel().map(List::of).orElse(List.copyOf(slice.channels()));
        return keys.isEmpty()
                ? "null"
                : "(select array_agg(id) from channel where key in ('" + String.join("', '", keys) + "'))";
    }

    private static String signatures(Slice slice, Grouping grouping, DimensionKey key) {
        Map<String, List<String>> wanted = new TreeMap<>();
        slice.segments().values().forEach((group, values) -> wanted.put(group, List.copyOf(values)));
        key.segmentValue().ifPresent(value -> wanted.put(grouping.segmentGroup().orElseThrow(), List.of(value)));
        return "(select coalesce(array_agg(id), '{}') from signature where true"
                + wanted.entrySet().stream()
                        .map(entry -> """
                                 and coalesce((select value.key from segment_value as value
                                               join segment_group on segment_group.id = group_id
                                               where segment_group.key = '%s' and value.id = any(value_ids)), 'none')
                                     in ('%s')
                                """.formatted(entry.getKey(), String.join("', '", entry.getValue())))
                        .collect(Collectors.joining())
                + ")";
    }

    private static String options(Slice slice) {
        return slice.options().entrySet().stream()
                .map(option -> "\"%s\": \"%s\"".formatted(option.getKey(), option.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private void buckets(Slice slice, Bucket place) throws SQLException {
        List<Bucket> own = slice.buckets();
        List<Bucket> whole = slice.buckets(
                new Period(slice.period().from(), slice.period().to().plusYears(3)));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= own.size(); i++) {
            Bucket cut = i < own.size() ? own.get(i) : whole.get(i);
            boolean here = i < own.size()
                    && !cut.from().isBefore(place.from())
                    && !cut.to().isAfter(place.to());
            rows.append(i == 0 ? "" : ", ")
                    .append("(%d, %s, '%s'::timestamptz, '%s'::timestamptz, '%s'::timestamptz, '%s'::timestamptz)"
                            .formatted(
                                    i,
                                    here,
                                    cut.from(),
                                    cut.to(),
                                    whole.get(i).from(),
                                    whole.get(i).to()));
        }
        run("insert into bucket values " + rows);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
