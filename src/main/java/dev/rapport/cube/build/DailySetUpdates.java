package dev.rapport.cube.build;

import dev.rapport.cube.build.DayPersonSets.Cut;
import dev.rapport.cube.build.DayPersonSets.Deed;
import dev.rapport.cube.store.PersonSetFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.roaringbitmap.RoaringBitmap;

/** Updates and deletes changed sets in day_set or month_set, a hundred in one round trip to PostgreSQL. */
final class DailySetUpdates {
    private static final int MANY = 100;
    private static final String ONE =
            " where measure = ? and item = ? and channel_id = ? and segment_value_id = ? and day = ?";

    private record Change(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) {}

    private final Handle handle;
    private final String table;
    private final List<Change> changes = new ArrayList<>();

    DailySetUpdates(Handle handle, String table) {
        this.handle = handle;
        this.table = table;
    }

    /** The set may not be changed any more. */
    void put(Deed deed, LocalDate day, Cut cut, RoaringBitmap people) {
        changes.add(new Change(deed, day, cut, people));
        if (changes.size() == MANY) {
            send();
        }
    }

    void remove(Deed deed, LocalDate day, Cut cut) {
        put(deed, day, cut, new RoaringBitmap());
    }

    /** Each set stands in it once at most, so that their order does not matter. */
    void send() {
        try (PreparedBatch put = handle.prepareBatch("update " + table + " set cardinality = ?, members = ?" + ONE);
                PreparedBatch remove = handle.prepareBatch("delete from " + table + ONE)) {
            for (Change change : changes) {
                Deed deed = change.deed;
                Cut cut = change.cut;
                if (change.people.isEmpty()) {
                    remove.add(deed.measure(), deed.item(), cut.channel(), cut.segmentValue(), change.day);
                } else {
                    put.add(
                            change.people.getCardinality(),
                            PersonSetFormat.write(change.people),
                            deed.measure(),
                            deed.item(),
                            cut.channel(),
                            cut.segmentValue(),
                            change.day);
                }
            }
            put.execute();
            remove.execute();
        }
        changes.clear();
    }
}
