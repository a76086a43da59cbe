package dev.rapport.cube.store;

import dev.rapport.cube.store.PackedRow.Place;
import dev.rapport.db.SqlBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Updates the packed rows of days, writing only those that differ. What a day's pack gains or loses, its month's does.
 */
public final class PackedRowWriter {
    /** So many on one way to PostgreSQL and back. */
    private static final int MANY = 500;

    private static final int FETCH = 2_000;

    /** Is told of each day's pack that changes. */
    public interface Listener {
        void changed(Place place, PackedRow former, PackedRow now);
    }

    private record Change(Place place, PackedRow former, PackedRow now) {}

    private final Handle handle;
    private final PackedTable packedTable;
    private final Listener listener;
    private final Map<Place, PackedRow> gained = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    public PackedRowWriter(Handle handle, PackedTable packedTable, Listener listener) {
        this.handle = handle;
        this.packedTable = packedTable;
        this.listener = listener;
    }

    /**
     * @param measures which are looked at
     * @param now all there is of them on the day
     * @return whether something has changed
     */
    public boolean day(LocalDate day, Collection<Integer> measures, Map<Place, PackedRow> now) {
        Map<Place, PackedRow> kept = stored(packedTable.table, measures, List.of(day));
        boolean changed = false;
        for (var entry : now.entrySet()) {
            PackedRow former = kept.getOrDefault(entry.getKey(), PackedRow.EMPTY);
            kept.remove(entry.getKey());
            changed |= change(entry.getKey(), former, entry.getValue());
        }
        for (var gone : kept.entrySet()) {
            changed |= change(gone.getKey(), gone.getValue(), PackedRow.EMPTY);
        }
        return changed;
    }

    private boolean change(Place place, PackedRow former, PackedRow now) {
        if (former.same(now)) {
            return false;
        }
        listener.changed(place, former, now);
        gained.merge(place.month(), now.minus(former), PackedRow::plus);
        changes.add(new Change(place, former, now));
        if (changes.size() == MANY) {
            send(packedTable.table);
        }
        return true;
    }

    /** After all days. */
    public void end() {
        send(packedTable.table);
        if (gained.isEmpty()) {
            return;
        }
        Map<Place, PackedRow> kept = stored(
                packedTable.months(),
                gained.keySet().stream().map(Place::measure).distinct().toList(),
                gained.keySet().stream().map(Place::day).distinct().toList());
        for (var entry : gained.entrySet()) {
            PackedRow former = kept.getOrDefault(entry.getKey(), PackedRow.EMPTY);
            PackedRow now = former.plus(entry.getValue());
            if (!former.same(now)) {
                changes.add(new Change(entry.getKey(), former, now));
            }
        }
        send(packedTable.months());
    }

    private Map<Place, PackedRow> stored(String table, Collection<Integer> measures, Collection<LocalDate> days) {
        Map<Place, PackedRow> packs = new HashMap<>();
        new SqlBuilder()
                .add(
                        "select " + packedTable.columns() + " from " + table
                                + " where day = any(?) and measure = any(?)",
                        SqlBuilder.array("date", days),
                        SqlBuilder.array("smallint", measures))
                .read(
                        handle,
                        FETCH,
                        row -> packs.put(
                                new Place(
                                        row.getInt(1), row.getInt(2), row.getObject(3, LocalDate.class), row.getInt(4)),
                                PackedTable.read(row)));
        return packs;
    }

    /** Each place stands in it once at most, so that the order does not matter. An empty pack is not kept. */
    private void send(String table) {
        try (PreparedBatch add = handle.prepareBatch(packedTable.insert(table));
                PreparedBatch put = handle.prepareBatch(packedTable.update(table));
                PreparedBatch remove = handle.prepareBatch(packedTable.delete(table))) {
            for (Change change : changes) {
                Place place = change.place;
                if (change.now.isEmpty()) {
                    remove.add(place.measure(), place.item(), place.day(), place.by());
                } else {
                    (change.former.isEmpty() ? add : put)
                            .add(
                                    packedTable.keys(change.now),
                                    PackedTable.amounts(change.now),
                                    place.measure(),
                                    place.item(),
                                    place.day(),
                                    place.by());
                }
            }
            add.execute();
            put.execute();
            remove.execute();
        }
        changes.clear();
    }
}
