package dev.rapport.segment;

import dev.rapport.cube.build.CountedDays;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Creates segment groups in the transaction of whoever brings the traits. */
public final class SegmentGroups {
    private SegmentGroups() {}

    /**
     * The group that is read from the trait, made if there is none. Call it once the traits are stored, and
     * {@link SegmentRefresh} after it.
     *
     * @return its id
     * @throws TooManyValuesException when the trait has more values than a group may have
     */
    public static int ensureFor(Handle handle, String trait, String name) {
        SegmentRefresh.lock(handle);
        Optional<Integer> known = handle.select(
                        "select id from segment_group where trait = ? order by position, id limit 1", trait)
                .mapTo(Integer.class)
                .findOne();
        if (known.isPresent()) {
            return known.get();
        }
        int values = GroupQueries.distinctValues(handle, trait);
        if (values > SegmentValue.MOST) {
            throw new TooManyValuesException(trait, values);
        }
        // Everybody gets a value of the new group, be it 'none': every day's marginals change.
        DirtyDays.markAll(handle);
        return GroupQueries.addGroup(handle, trait, name);
    }

    /** A group found by what people do. Who is in it is derived when all days have been looked at for it. */
    static int add(Handle handle, String name, List<SegmentRule> rules) {
        int id = GroupQueries.addGroup(handle, name, rules);
        keepValues(handle, id, rules);
        askAnew(handle);
        return id;
    }

    /** Segments as the rules say, in their order; others go. */
    static void keepValues(Handle handle, int group, List<SegmentRule> rules) {
        List<String> kept =
                new ArrayList<>(rules.stream().map(SegmentRule::value).toList());
        kept.add(SegmentValue.NONE);
        handle.execute(
                "delete from segment_value where group_id = ? and key <> all (?)",
                group,
                SqlBuilder.array("text", kept));
        Map<String, String> names = new LinkedHashMap<>();
        rules.forEach(rule -> names.put(rule.value(), rule.name()));
        GroupQueries.putValues(handle, group, names);
    }

    /** All days, of which another thing is asked now. */
    static void askAnew(Handle handle) {
        DirtyDays.markAll(handle);
        CountedDays.noteEverything(handle);
    }
}
