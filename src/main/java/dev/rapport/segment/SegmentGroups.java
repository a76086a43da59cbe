package dev.rapport.segment;

import dev.rapport.cube.build.DirtyDays;
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
}
