package dev.rapport.query;

import dev.rapport.db.DataVersions;
import dev.rapport.db.QueryFailedException;
import dev.rapport.db.QueryPool;
import dev.rapport.db.VersionedCache;
import dev.rapport.query.SliceChoices.Choice;
import dev.rapport.query.SliceChoices.Group;
import dev.rapport.query.SliceChoices.Survey;
import dev.rapport.slice.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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
            return read(turn.connection());
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private SliceChoices read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select zone, week_start, currency from settings");
                ResultSet settings = statement.executeQuery()) {
            settings.next();
            ZoneId zone = ZoneId.of(settings.getString(1));
            return new SliceChoices(
                    zone,
                    DayOfWeek.of(settings.getInt(2)),
                    LocalDate.now(clock.withZone(zone)),
                    settings.getString(3).strip(),
                    choices(connection, "select key, name from channel order by position, name"),
                    groups(connection),
                    choices(connection, "select key, name from goal order by position, name"),
                    surveys(connection),
                    choices(connection, "select key, name from feature order by name, key"),
                    recorded(connection));
        }
    }

    private static List<Choice> choices(Connection connection, String sql) throws SQLException {
        List<Choice> choices = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                choices.add(new Choice(rows.getString(1), rows.getString(2)));
            }
        }
        return List.copyOf(choices);
    }

    private static List<Group> groups(Connection connection) throws SQLException {
        Map<String, Group> groups = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement("""
                        select g.key, g.name, v.key, v.name
                        from segment_group g join segment_value v on v.group_id = g.id
                        order by g.position, g.name, v.position, v.name
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(2);
                groups.computeIfAbsent(rows.getString(1), key -> new Group(key, name, new ArrayList<>()))
                        .values()
                        .add(new Choice(rows.getString(3), rows.getString(4)));
            }
        }
        return List.copyOf(groups.values());
    }

    private static List<Survey> surveys(Connection connection) throws SQLException {
        List<Survey> surveys = new ArrayList<>();
        try (var statement = connection.prepareStatement("select key, name, kind from survey order by name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                surveys.add(new Survey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return List.copyOf(surveys);
    }

    /** Every day with facts has been refreshed. */
    private static Optional<Period> recorded(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select min(day), max(day) + 1 from day_refresh");
                ResultSet row = statement.executeQuery()) {
            row.next();
            LocalDate first = row.getObject(1, LocalDate.class);
            return first == null ? Optional.empty() : Optional.of(new Period(first, row.getObject(2, LocalDate.class)));
        }
    }
}
