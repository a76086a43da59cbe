package dev.rapport.query;

import dev.rapport.metric.RowSet;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Asks a row source for rows of its facts.
 *
 * @param sources of the rows that stand beside
 */
public record RowRequest(Handle handle, RowSet rows, Slice slice, RowSources sources) {
    /** Says that a room does not know what is asked of its facts. */
    public IllegalArgumentException unknown() {
        return new IllegalArgumentException("nobody knows " + rows);
    }

    /** Whether only those are asked for, or all of the fact. */
    public boolean isOnly(String which) {
        if (!rows.only().isEmpty() && !rows.only().equals(which)) {
            throw unknown();
        }
        return rows.only().equals(which);
    }

    /** The select of the rows beside, from whichever room has them. */
    public RowQuery beside() {
        RowSet beside = rows.beside().orElseThrow(this::unknown);
        Optional<RowQuery> query =
                sources.query(handle, beside, beside.anybody() ? slice.withSegments(SegmentFilter.EVERYBODY) : slice);
        return query.orElseThrow(this::unknown);
    }
}
