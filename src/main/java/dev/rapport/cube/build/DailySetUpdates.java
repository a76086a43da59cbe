package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Cut;
import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.cube.store.PersonSetFormat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Updates and deletes changed sets in day_set or month_set, a hundred in one round trip to PostgreSQL. */
final class DailySetUpdates {
    private static final int MANY = 100;
    private static final String ONE =
            " where measure = ? and item = ? and channel_id = ? and segment_value_id = ? and day = ?";

    private record Change(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) {}

    private final Connection connection;
    private final String table;
    private final List<Change> changes = new ArrayList<>();

    DailySetUpdates(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** The set may not be changed any more. */
    void put(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) throws SQLException {
        changes.add(new Change(deed, day, cut, people));
        if (changes.size() == MANY) {
            send();
        }
    }

    void remove(Deed deed, LocalDate day, Cut cut) throws SQLException {
        put(deed, day, cut, new RoaringBitmap());
    }

    /** Each set stands in it once at most, so that their order does not matter. */
    void send() throws SQLException {
        try (PreparedStatement put =
                        connection.prepareStatement("update " + table + " set cardinality = ?, members = ?" + ONE);
                PreparedStatement remove = connection.prepareStatement("delete from " + table + ONE)) {
            for (Change change : changes) {
                if (change.people.isEmpty()) {
                    place(remove, 1, change);
                    remove.addBatch();
                } else {
                    put.setInt(1, change.people.getCardinality());
                    put.setBytes(2, PersonSetFormat.write(change.people));
                    place(put, 3, change);
                    put.addBatch();
                }
            }
            put.executeBatch();
            remove.executeBatch();
        }
        changes.clear();
    }

    private static void place(PreparedStatement statement, int first, Change change) throws SQLException {
        statement.setInt(first, change.deed.measure());
        statement.setInt(first + 1, change.deed.item());
        statement.setInt(first + 2, change.cut.channel());
        statement.setInt(first + 3, change.cut.segmentValue());
        statement.setObject(first + 4, change.day);
    }
}
