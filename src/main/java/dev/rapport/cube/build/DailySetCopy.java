package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Cut;
import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.cube.store.PersonSetFormat;
import dev.rapport.db.BinaryCopy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import org.roaringbitmap.RoaringBitmap;

/** Copies new rows into day_set or month_set. */
final class DailySetCopy {
    static final Comparator<Cut> ORDER = Comparator.comparingInt(Cut::channel).thenComparingInt(Cut::segmentValue);

    private final BinaryCopy rows;

    DailySetCopy(Connection connection, String table) {
        rows = BinaryCopy.gathered(
                connection, table, "measure, item, day, channel_id, segment_value_id, cardinality, members");
    }

    void add(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) throws SQLException {
        add(deed, day, cut, people.getCardinality(), PersonSetFormat.write(people));
    }

    void add(Deed deed, LocalDate day, Cut cut, int cardinality, byte[] members) throws SQLException {
        rows.row()
                .smallint(deed.measure())
                .integer(deed.item())
                .date(day)
                .smallint(cut.channel())
                .integer(cut.segmentValue())
                .integer(cardinality)
                .bytea(members);
    }

    void end() throws SQLException {
        rows.end();
    }
}
