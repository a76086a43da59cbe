package dev.rapport.query;

import java.util.Optional;
import java.util.Set;

/** Turns the rows that metrics name into selects, for some kinds of fact; found by those, so that no list names it. */
public interface RowSource {
    /** The kinds of fact that it answers, as {@link dev.rapport.metric.RowSet#fact()}. */
    Set<String> facts();

    /**
     * Answers the select of all rows in the slice; empty where settings leave nothing to list.
     *
     * @throws IllegalArgumentException for rows that it does not know
     */
    Optional<RowQuery> query(RowRequest asked);
}
