package dev.rapport.query;

import dev.rapport.db.DataVersions;
import dev.rapport.db.QueryPool;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.VersionedCache;
import dev.rapport.query.SliceChoices.Choice;
import dev.rapport.query.SliceChoices.Group;
import dev.rapport.query.SliceChoices.Survey;
import dev.rapport.slice.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads what can be asked for, once for each version of the data. */
@ApplicationScoped
public class SliceChoicesQueries {
    private static final String ALL = "choices";

    private final QueryPool queryPool;
    private final DataVersions versions;
    private final VersionedCache<String, SliceChoices> kept = VersionedCache.ofFew(1);
    private final Clock clock;

    SliceChoicesQueries(QueryPool queryPool, DataVersions versions, Clock clock) {
        this.queryPool = queryPool;
        this.versions = versions;
        this.clock = clock;
    }

    public SliceChoices current() {
        SliceChoices choices = versions.get(kept, ALL, this::read);
        return choices.on(LocalDate.now(clock.withZone(choices.zone())));
    }

    private SliceChoices read() {
        try (QueryPool.Turn turn = queryPool.forGlance()) {
            return read(turn.handle());
        }
    }

    private SliceChoices read(Handle handle) {
        return handle.select("select zone, week_start, currency from settings")
                .map((settings, context) -> read(handle, settings))
                .one();
    }

    private SliceChoices read(Handle handle, ResultSet settings) throws SQLException {
        ZoneId zone = ZoneId.of(settings.getString(1));
        return new SliceChoices(
                zone,
                DayOfWeek.of(settings.getInt(2)),
                LocalDate.now(clock.withZone(zone)),
                settings.getString(3).strip(),
                choices(handle, "select key, name from channel order by position, name"),
                groups(handle),
                choices(handle, "select key, name from goal order by position, name"),
                handle.select("select key, name, kind from survey order by name")
                        .map((row, context) -> new Survey(row.getString(1), row.getString(2), row.getString(3)))
                        .list(),
                choices(handle, "select key, name from feature order by name, key"),
                recorded(handle));
    }

    private static List<Choice> choices(Handle handle, String sql) {
        return handle.select(sql)
                .map((row, context) -> new Choice(row.getString(1), row.getString(2)))
                .list();
    }

    private static List<Group> groups(Handle handle) {
        Map<String, Group> groups = new LinkedHashMap<>();
        new SqlBuilder().add("""
                        select g.key, g.name, v.key, v.name
                        from segment_group g join segment_value v on v.group_id = g.id
                        order by g.position, g.name, v.position, v.name
                        """).read(handle, row -> {
            String name = row.getString(2);
            groups.computeIfAbsent(row.getString(1), key -> new Group(key, name, new ArrayList<>()))
                    .values()
                    .add(new Choice(row.getString(3), row.getString(4)));
        });
        return List.copyOf(groups.values());
    }

    /** Every day with facts has been refreshed. */
    private static Optional<Period> recorded(Handle handle) {
        return handle.select("select min(day), max(day) + 1 from day_refresh having count(*) > 0")
                .map((row, context) -> new Period(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .findOne();
    }
}
