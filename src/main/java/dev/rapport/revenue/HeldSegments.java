package dev.rapport.revenue;

import dev.rapport.cube.read.SliceSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds which segment each person held on a day, of the group that is broken down by, and whether it is asked for at
 * all.
 */
final class HeldSegments {
    static final HeldSegments NOT_ASKED = new HeldSegments(Map.of());

    private static final int NOBODY = 0;

    /** @param value empty when the answer is not broken down by segment */
    record Segment(boolean fits, Optional<String> value) {
        static final Segment ANY = new Segment(true, Optional.empty());
    }

    private record Held(LocalDate from, LocalDate to, Segment segment) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    private final Map<Integer, List<Held>> held;

    private HeldSegments(Map<Integer, List<Held>> held) {
        this.held = held;
    }

    static HeldSegments read(Handle handle, SliceSql sql) {
        Map<Integer, List<Held>> held = new HashMap<>();
        CustomerQueries.segments(sql)
                .run(
                        handle,
                        (key, row) -> held.computeIfAbsent(row.getInt("person_id"), person -> new ArrayList<>(1))
                                .add(new Held(
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("to_day", LocalDate.class),
                                        new Segment(row.getBoolean("fits"), key.segmentValue()))));
        return new HeldSegments(held);
    }

    /** Whether everybody is in {@link Segment#ANY} at all times. */
    boolean areNone() {
        return held.isEmpty();
    }

    Segment of(int person, LocalDate day) {
        if (held.isEmpty()) {
            return Segment.ANY;
        }
        return find(person, day).or(() -> find(NOBODY, day)).orElse(Segment.ANY);
    }

    private Optional<Segment> find(int person, LocalDate day) {
        for (Held each : held.getOrDefault(person, List.of())) {
            if (each.on(day)) {
                return Optional.of(each.segment());
            }
        }
        return Optional.empty();
    }
}
