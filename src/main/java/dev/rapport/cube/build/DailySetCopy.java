package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Cut;
import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.cube.store.PersonSetFormat;
import dev.rapport.db.BinaryCopy;
import java.time.LocalDate;
import java.util.Comparator;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/** Copies new rows into day_set or month_set. */
final class DailySetCopy implements AutoCloseable {
    static final Comparator<Cut> ORDER = Comparator.comparingInt(Cut::channel).thenComparingInt(Cut::segmentValue);

    private final BinaryCopy rows;

    DailySetCopy(Handle handle, String table) {
        rows = BinaryCopy.gathered(
                handle, table, "measure, item, day, channel_id, segment_value_id, cardinality, members");
    }

    void add(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) {
        add(deed, day, cut, people.getCardinality(), PersonSetFormat.write(people));
    }

    void add(Deed deed, LocalDate day, Cut cut, int cardinality, byte[] members) {
        rows.row()
                .smallint(deed.measure())
                .integer(deed.item())
                .date(day)
                .smallint(cut.channel())
                .integer(cut.segmentValue())
                .integer(cardinality)
                .bytea(members);
    }

    void end() {
        rows.end();
    }

    @Override
    public void close() {
        rows.close();
    }
}
