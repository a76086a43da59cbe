package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.Optional;

/**
 * Names the rows of facts that a figure can be counted again from: tickets by the moment they were created, reopened ones
 * only. Says nothing of SQL; the room of the fact turns it into a select.
 *
 * @param fact the kind of record, as its room calls it: {@code ticket}
 * @param by of several moments or owners of a record the one it is counted by; empty where there is but one
 * @param only which of the records; empty for all
 * @param earlierDays how many days before the period count too, for figures of trailing days
 * @param beside rows of another fact that the figure is made of as well
 * @param anybody whether they are asked of all segments, whatever the slice says
 */
public record RowSet(String fact, String by, String only, int earlierDays, Optional<RowSet> beside, boolean anybody) {
    public static RowSet of(String fact) {
        return new RowSet(fact, "", "", 0, Optional.empty(), false);
    }

    public RowSet by(String moment) {
        return new RowSet(fact, moment, only, earlierDays, beside, anybody);
    }

    public RowSet only(String which) {
        return new RowSet(fact, by, which, earlierDays, beside, anybody);
    }

    public RowSet earlier(int days) {
        return new RowSet(fact, by, only, days, beside, anybody);
    }

    public RowSet and(RowSet other) {
        return new RowSet(fact, by, only, earlierDays, Optional.of(other), anybody);
    }

    public RowSet ofAnybody() {
        return new RowSet(fact, by, only, earlierDays, beside, true);
    }

    /** The named ones of them where a slice asks for one product or category. */
    static RowSet ofNamed(RowSet rows, Slice slice) {
        return slice.option(SliceOption.PRODUCT).isPresent()
                        || slice.option(SliceOption.CATEGORY).isPresent()
                ? rows.only("named")
                : rows;
    }
}
