package dev.rapport.cube.read;

import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.ProductUse;
import dev.rapport.metric.SocialWeights;
import dev.rapport.metric.SurveyItems;
import dev.rapport.web.DataVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Caches the dimensions until one of them has changed or the rollup has moved on. */
final class DimensionsCache {
    private volatile @Nullable Dimensions kept;

    /** @param row settings as they are in this connection's view, as is the version */
    Dimensions read(Handle handle, ResultSet row, DataVersion current) throws SQLException {
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
                DimensionsReader.channels(handle),
                DimensionsReader.groups(handle),
                signatures(handle),
                new SurveyItems(
                        goals(handle),
                        Optional.ofNullable(row.getString("default_goal")),
                        surveys(handle),
                        row.getString("company_size").equals("large"),
                        new ProductUse(row.getBoolean("product_marked"), row.getBoolean("product_customers_only")),
                        new SocialWeights(
                                row.getBigDecimal("weight_likes"),
                                row.getBigDecimal("weight_shares"),
                                row.getBigDecimal("weight_comments"),
                                row.getBigDecimal("weight_saves"),
                                row.getBigDecimal("weight_clicks"))),
                Coverage.read(handle, zone, before == null ? Coverage.NONE : before.coverage()));
        kept = now;
        return now;
    }

    private static Map<Integer, List<Integer>> signatures(Handle handle) {
        Map<Integer, List<Integer>> signatures = new HashMap<>();
        new SqlBuilder()
                .add("select id, value_ids from signature")
                .read(
                        handle,
                        row -> signatures.put(row.getInt(1), List.of((Integer[])
                                row.getArray(2).getArray())));
        return signatures;
    }

    private static Map<String, Integer> goals(Handle handle) {
        Map<String, Integer> goals = new LinkedHashMap<>();
        DimensionsReader.goals(handle).forEach(goal -> goals.put(goal.key(), goal.id()));
        return goals;
    }

    private static List<SurveyItems.Survey> surveys(Handle handle) {
        return handle.select("""
                        select id, key, kind, scale_min, scale_max, lower_is_better, score_classes <> '{}' or kind = 'nps' and (scale_min, scale_max) <> (0, 10) as classed,
                               coalesce((select sum(value) from cell_total_month where measure = 21 and item = survey.id), 0)
                        from survey order by name, id
                        """)
                .map((row, context) -> new SurveyItems.Survey(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getLong(8)))
                .list();
    }
}
