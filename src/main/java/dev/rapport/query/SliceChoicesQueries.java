package dev.rapport.query;

import dev.rapport.cube.read.DimensionsReader;
import dev.rapport.db.DataVersions;
import dev.rapport.db.QueryPool;
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
import java.util.List;
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
                DimensionsReader.channels(handle).stream()
                        .map(channel -> new Choice(channel.key(), channel.name()))
                        .toList(),
                groups(handle),
                DimensionsReader.goals(handle).stream()
                        .map(goal -> new Choice(goal.key(), goal.name()))
                        .toList(),
                handle.select("select key, name, kind from survey order by name")
                        .map((row, context) -> new Survey(row.getString(1), row.getString(2), row.getString(3)))
                        .list(),
                handle.select("select key, name from feature order by name, key")
                        .map((row, context) -> new Choice(row.getString(1), row.getString(2)))
                        .list(),
                recorded(handle));
    }

    /** Those of which there is a value to choose. */
    private static List<Group> groups(Handle handle) {
        return DimensionsReader.groups(handle).stream()
                .filter(group -> !group.values().isEmpty())
                .map(group -> new Group(
                        group.key(),
                        group.name(),
                        group.values().stream()
                                .map(value -> new Choice(value.key(), value.name()))
                                .toList()))
                .toList();
    }

    /** Every day with facts has been refreshed. */
    private static Optional<Period> recorded(Handle handle) {
        return handle.select("select min(day), max(day) + 1 from day_refresh having count(*) > 0")
                .map((row, context) -> new Period(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .findOne();
    }
}
