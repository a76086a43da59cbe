package dev.rapport.cube.build;

import dev.rapport.cube.store.PackedRow;
import dev.rapport.cube.store.PackedRow.Place;
import dev.rapport.cube.store.PackedRowWriter;
import dev.rapport.db.SqlBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * Writes the sums by channel alone, which are few enough to be rows: what the packed rows by signature add up to. Those
 * whose packs have changed are written; what a day's total gains or loses, its month's does. A sum of zero is not kept,
 * so that a day from which facts were removed looks as if they had never been.
 */
final class CellTotals implements PackedRowWriter.Listener {
    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::measure)
            .thenComparingInt(Place::item)
            .thenComparing(Place::day)
            .thenComparingInt(Place::by);

    private static final String GIVEN = """
            unnest(?::smallint[], ?::int[], ?::date[], ?::smallint[], ?::bigint[])
                as given(measure, item, day, channel_id, value)
            """;

    private static final String PUT = """
            insert into %1$s (measure, item, day, channel_id, value)
            select measure, item, day, channel_id, value from %2$s
            on conflict (measure, item, day, channel_id) do update set value = %3$s excluded.value
            """;

    private static final String REMOVE = """
            delete from %1$s as total using %2$s
            where total.value = 0
              and (total.measure, total.item, total.day, total.channel_id)
                  = (given.measure, given.item, given.day, given.channel_id)
            """;

    private final Handle handle;
    private final Map<Place, Long> days = new HashMap<>();
    private final Map<Place, Long> gained = new HashMap<>();

    CellTotals(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void changed(Place place, PackedRow former, PackedRow now) {
        long sum = now.sum();
        long gain = Math.subtractExact(sum, former.sum());
        if (gain != 0) {
            days.put(place, sum);
            gained.merge(place.month(), gain, Math::addExact);
        }
    }

    /** After all days. */
    void end() {
        write("cell_total", "", days);
        write("cell_total_month", "cell_total_month.value +", gained);
    }

    /** @param former what a sum is added to, as SQL */
    private void write(String table, String former, Map<Place, Long> sums) {
        if (sums.isEmpty()) {
            return;
        }
        List<Place> places = new ArrayList<>(sums.keySet());
        places.sort(ORDER);
        for (String sql : List.of(PUT.formatted(table, GIVEN, former), REMOVE.formatted(table, GIVEN))) {
            handle.execute(
                    sql,
                    array("smallint", places, Place::measure),
                    array("int", places, Place::item),
                    array("date", places, Place::day),
                    array("smallint", places, Place::by),
                    array("bigint", places, sums::get));
        }
    }

    private static Argument array(String type, List<Place> places, Function<Place, ?> value) {
        return SqlBuilder.array(type, places.stream().map(value).toList());
    }
}
