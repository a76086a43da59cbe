package dev.rapport.query;

import dev.rapport.slice.Bucket;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says to {@code recount/prelude.sql} which place of which answer is meant, and counts it. */
final class Recount {
    private final Connection connection;

    Recount(Connection connection) {
        this.connection = connection;
    }

    Optional<BigDecimal> count(String sql, Slice slice, Grouping grouping, GroupKey key) throws SQLException {
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
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getBigDecimal(1)) : Optional.empty();
        }
    }

    private void asked(Slice slice, Grouping grouping, GroupKey key, Bucket place) throws SQLException {
        Period days = place.days();
        boolean month = grouping.byBucket() && slice.grain() == Grain.MONTH
                || !grouping.byBucket()
                        && days.from().getDayOfMonth() == 1
                        && days.from().plusMonths(1).equals(days.to());
        run("insert into asked values ('%s', '%s', '%s', '%s', '%s', %s, %s, %s, '%s')"
                .formatted(
                        place.from(),
                        place.to(),
                        days.from(),
                        days.lastDay(),
                        slice.zone().getId(),
                        month,
                        channels(slice, key),
                        signatures(slice, grouping, key),
                        options(slice)));
    }

    private static String channels(Slice slice, GroupKey key) {
        List<String> keys = key.channel().map(List::of).orElse(List.copyOf(slice.channels()));
        return keys.isEmpty()
                ? "null"
                : "(select array_agg(id) from channel where key in ('" + String.join("', '", keys) + "'))";
    }

    private static String signatures(Slice slice, Grouping grouping, GroupKey key) {
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
