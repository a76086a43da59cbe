package dev.rapport.cube.build;

import dev.rapport.db.SqlBuilder;
import java.time.LocalDate;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * Notes which days have been counted anew, for what is derived of persons from their days: segments by behaviour. Nothing
 * is noted while there is no group of them.
 */
public final class CountedDays {
    /** The family that stands for all days of all families. */
    public static final String EVERYTHING = "*";

    /** SQL that is true while there is a group that is derived from days. */
    public static final String WANTED = "exists (select from segment_group where trait is null)";

    private CountedDays() {}

    static void note(Handle handle, String family, Collection<LocalDate> days) {
        handle.execute(
                "insert into counted_day select ?, unnest(?) where " + WANTED + " on conflict do nothing",
                family,
                SqlBuilder.array("date", days));
    }

    /** All there is, in the transaction of whatever made all of it anew, or asks for more of it than is kept. */
    public static void noteEverything(Handle handle) {
        handle.execute("insert into counted_day values (?, '-infinity') on conflict do nothing", EVERYTHING);
    }
}
