package dev.rapport.cube.read;

import dev.rapport.cube.read.Dimensions.Channel;
import dev.rapport.cube.read.Dimensions.Group;
import dev.rapport.cube.read.Dimensions.Value;
import dev.rapport.metric.SurveyItems;
import dev.rapport.web.DataVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Caches the dimensions until one of them has changed or the rollup has moved on. */
final class DimensionsCache {
    private volatile @Nullable Dimensions kept;

    /** @param row settings as they are in this connection's view, as is the version */
    Dimensions read(Connection connection, ResultSet row, DataVersion current) throws SQLException {
        DataVersion version = current.of(DataVersion.CUBE, DataVersion.DIMENSIONS);
        ZoneId zone = ZoneId.of(row.getString("zone"));
        DayOfWeek weekStart = DayOfWeek.of(row.getInt("week_start"));
        Dimensions before = kept;
        if (before != null && before.version().equals(version)) {
            return before;
        }
        OffsetDateTime refreshedAt = row.getObject("refreshed_at", OffsetDateTime.class);
        Dimensions now = new Dimensions(
                version,
                Optional.ofNullable(refreshedAt).map(OffsetDateTime::toInstant),
                zone,
                weekStart,
                channels(connection),
                groups(connection),
                signatures(connection),
                new SurveyItems(
                        goals(connection), Optional.ofNullable(row.getString("default_goal")), surveys(connection)),
                Coverage.read(connection, zone, before == null ? Coverage.NONE : before.coverage()));
        kept = now;
        return now;
    }

    private static List<Channel> channels(Connection connection) throws SQLException {
        return list(
                connection,
                "select id, key, name from channel order by position, name, id",
                row -> new Channel(row.getInt(1), row.getString(2), row.getString(3)));
    }

    private static List<Group> groups(Connection connection) throws SQLException {
        Map<Integer, Group> groups = new LinkedHashMap<>();
        list(
                connection,
                "select id, key, name from segment_group order by position, name, id",
                row -> groups.put(
                        row.getInt(1),
                        new Group(row.getInt(1), row.getString(2), row.getString(3), new ArrayList<>())));
        list(connection, "select group_id, id, key, name from segment_value order by position, name, id", row -> {
            Group group = groups.get(row.getInt(1));
            return group != null && group.values().add(new Value(row.getInt(2), row.getString(3), row.getString(4)));
        });
        return List.copyOf(groups.values());
    }

    private static Map<Integer, List<Integer>> signatures(Connection connection) throws SQLException {
        Map<Integer, List<Integer>> signatures = new HashMap<>();
        list(
                connection,
                "select id, value_ids from signature",
                row -> signatures.put(
                        row.getInt(1), List.of((Integer[]) row.getArray(2).getArray())));
        return signatures;
    }

    private static Map<String, Integer> goals(Connection connection) throws SQLException {
        Map<String, Integer> goals = new LinkedHashMap<>();
        list(
                connection,
                "select key, id from goal order by position, name",
                row -> goals.put(row.getString(1), row.getInt(2)));
        return goals;
    }

    private static List<SurveyItems.Survey> surveys(Connection connection) throws SQLException {
        return list(
                connection,
                """
                select id, key, kind, scale_min, scale_max, lower_is_better, score_classes <> '{}' as classed,
                       coalesce((select sum(value) from cell_total_month where measure = 21 and item = survey.id), 0)
                from survey order by name, id
                """,
                row -> new SurveyItems.Survey(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getLong(8)));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String sql, Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(reading.read(row));
            }
        }
        return all;
    }
}
