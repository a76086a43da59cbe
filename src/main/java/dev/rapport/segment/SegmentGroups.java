package dev.rapport.segment;

import dev.rapport.cube.build.DirtyDays;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Creates segment groups on a plain connection, in the transaction of whoever brings the traits. */
public final class SegmentGroups {
    private SegmentGroups() {}

    /**
     * The group that is read from the trait, made if there is none. Call it once the traits are stored, and
     * {@link SegmentRefresh} after it.
     *
     * @return its id
     * @throws TooManyValuesException when the trait has more values than a group may have
     */
    public static int ensureFor(Connection connection, String trait, String name) throws SQLException {
        SegmentRefresh.lock(connection);
        try (var statement = connection.prepareStatement(
                "select id from segment_group where trait = ? order by position, id limit 1")) {
            statement.setString(1, trait);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return row.getInt(1);
                }
            }
        }
        int values = GroupQueries.distinctValues(connection, trait);
        if (values > SegmentValue.MOST) {
            throw new TooManyValuesException(trait, values);
        }
        // Everybody gets a value of the new group, be it 'none': every day's marginals change.
        DirtyDays.markAll(connection);
        return GroupQueries.addGroup(connection, trait, name);
    }
}
