package dev.rapport.cube.build;

import dev.rapport.cube.build.RefreshRequest.Place;
import dev.rapport.db.BinaryCopy;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes the runs of single values into a table that has none of them yet. */
final class ValueRunLoad implements DayValues.Taker, AutoCloseable {
    private final BinaryCopy rows;

    ValueRunLoad(Handle handle) {
        rows = BinaryCopy.gathered(handle, "value_run", "measure, item, day, channel_id, content");
    }

    @Override
    public void take(Place place, Map<Integer, byte[]> runs) {
        runs.forEach((channel, run) -> rows.row()
                .smallint(place.deed().measure())
                .integer(place.deed().item())
                .date(place.day())
                .smallint(channel)
                .bytea(run));
    }

    void end() {
        rows.end();
    }

    @Override
    public void close() {
        rows.close();
    }
}
