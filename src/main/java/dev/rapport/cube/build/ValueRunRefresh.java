package dev.rapport.cube.build;

import dev.rapport.cube.build.RefreshRequest.Place;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Brings the runs of single values up to date, writing only those that differ. */
final class ValueRunRefresh implements DayValues.Taker {
    private static final String KEY = " measure = ? and item = ? and day = ?";
    private static final String WRITE = """
            insert into value_run (measure, item, day, channel_id, content) values (?, ?, ?, ?, ?)
            on conflict (measure, item, day, channel_id) do update set content = excluded.content
            """;
    private static final String REMOVE = "delete from value_run where" + KEY + " and channel_id = ?";

    private final Handle handle;
    private final Set<Place> kept;
    private final SortedSet<LocalDate> changed = new TreeSet<>();

    /** @param all of whose days there may be runs */
    ValueRunRefresh(Handle handle, List<RefreshRequest> all) {
        this.handle = handle;
        this.kept = RefreshRequest.places(handle, all, Measure::keepsValues, "value_run");
    }

    @Override
    public void take(Place place, Map<Integer, byte[]> runs) {
        Map<Integer, byte[]> before = kept.remove(place) ? stored(place) : Map.of();
        try (PreparedBatch write = handle.prepareBatch(WRITE);
                PreparedBatch remove = handle.prepareBatch(REMOVE)) {
            runs.forEach((channel, run) -> {
                if (!Arrays.equals(run, before.get(channel))) {
                    write.add(place.deed().measure(), place.deed().item(), place.day(), channel, run);
                    changed.add(place.day());
                }
            });
            before.keySet().stream()
                    .filter(channel -> !runs.containsKey(channel))
                    .forEach(channel -> {
                        remove.add(place.deed().measure(), place.deed().item(), place.day(), channel);
                        changed.add(place.day());
                    });
            write.execute();
            remove.execute();
        }
    }

    private Map<Integer, byte[]> stored(Place place) {
        Map<Integer, byte[]> runs = new HashMap<>();
        new SqlBuilder()
                .add(
                        "select channel_id, content from value_run where" + KEY,
                        place.deed().measure(),
                        place.deed().item(),
                        place.day())
                .read(handle, row -> runs.put(row.getInt(1), row.getBytes(2)));
        return runs;
    }

    /** After all that there is was taken: removes what there is no more. Answers the changed days. */
    SortedSet<LocalDate> end() {
        Set.copyOf(kept).forEach(gone -> take(gone, Map.of()));
        return changed;
    }
}
