package dev.rapport.segment;

import dev.rapport.cube.build.DirtyDays;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Applies what follows from a change of segment groups, and reads the traits that the settings page shows. It works in
 * the transaction of the caller.
 */
@Singleton
public class GroupChanges {
    private static final int TRAITS = 200;

    private final DataSource database;

    GroupChanges(DataSource database) {
        this.database = database;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Everybody's segments anew, and all days: a group came, went or was cut otherwise. */
    void apply() {
        run(connection -> {
            DirtyDays.markAll(connection);
            return SegmentRefresh.refreshAll(connection);
        });
    }

    /** Values as the ranges say, in their order; others go. Without ranges only those go that were ranges. */
    void keepValues(SegmentGroup group, List<SegmentRange> former) {
        run(connection -> {
            List<String> kept = new ArrayList<>(
                    group.ranges.stream().map(SegmentRange::value).toList());
            kept.add(SegmentValue.NONE);
            boolean byRanges = !group.ranges.isEmpty();
            try (var statement = connection.prepareStatement("""
                    delete from segment_value where group_id = ? and key <> all (?)
                      and (? or key = any (?))
                    """)) {
                statement.setInt(1, group.id);
                statement.setArray(2, connection.createArrayOf("text", kept.toArray()));
                statement.setBoolean(3, byRanges);
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "text", former.stream().map(SegmentRange::value).toArray()));
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement("""
                    insert into segment_value (group_id, key, name, position) values (?, ?, ?, ?)
                    on conflict (group_id, key) do update set name = excluded.name, position = excluded.position
                    """)) {
                int place = 0;
                for (SegmentRange range : group.ranges) {
                    statement.setInt(1, group.id);
                    statement.setString(2, range.value());
                    statement.setString(3, range.name());
                    statement.setInt(4, place += 10);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return 0;
        });
    }

    int add(String trait, String name) {
        return run(connection -> GroupQueries.addGroup(connection, trait, name));
    }

    /** How many values the trait has, when they are too many for a group without ranges. */
    Optional<Integer> tooManyValues(String trait) {
        int values = run(connection -> GroupQueries.distinctValues(connection, trait));
        return values > SegmentValue.MOST ? Optional.of(values) : Optional.empty();
    }

    boolean isTrait(String trait) {
        if (trait.indexOf('\0') >= 0) {
            return false;
        }
        return run(connection -> {
            try (var statement =
                    connection.prepareStatement("select exists (select from person_trait where trait = ?)")) {
                statement.setString(1, trait);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    SegmentsPage page() {
        return run(connection -> new SegmentsPage(
                rows(connection), traits(connection), SegmentRefresh.signatures(connection), SegmentsPage.MANY));
    }

    private static List<SegmentsPage.Row> rows(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        select g.id, g.key, g.name, g.trait, g.ranges <> '[]',
                               (select count(*) from segment_value v where v.group_id = g.id and v.key <> 'none'),
                               row_number() over by_place = 1, row_number() over by_place = count(*) over ()
                        from segment_group g window by_place as (order by g.position, g.id)
                        order by g.position, g.id
                        """);
                ResultSet rows = statement.executeQuery()) {
            List<SegmentsPage.Row> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new SegmentsPage.Row(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getInt(6),
                        rows.getBoolean(7),
                        rows.getBoolean(8)));
            }
            return found;
        }
    }

    /** Without those that begin with $: names and addresses, which imports keep as traits too. */
    private static List<SegmentsPage.Trait> traits(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        with by_value as (
                            select trait, value, count(*) as times
                            from person_trait where btrim(value) <> '' and trait not like '$%' group by trait, value
                        ), ranked as (
                            select *, row_number() over (partition by trait order by times desc, value) as place
                            from by_value
                        )
                        select trait, count(*),
                               (select count(distinct visitor_id) from person_trait t where t.trait = ranked.trait),
                               string_agg(left(value, 30), ', ' order by place) filter (where place <= 4),
                               exists (select from segment_group g where g.trait = ranked.trait)
                        from ranked group by trait order by trait limit ?
                        """)) {
            statement.setInt(1, TRAITS);
            try (ResultSet rows = statement.executeQuery()) {
                List<SegmentsPage.Trait> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new SegmentsPage.Trait(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getInt(3),
                            rows.getString(4),
                            rows.getInt(2) > SegmentValue.MOST,
                            rows.getBoolean(5)));
                }
                return found;
            }
        }
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Segment groups could not be read or changed", e);
        }
    }
}
