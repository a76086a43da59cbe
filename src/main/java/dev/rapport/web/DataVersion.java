package dev.rapport.web;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers what answers rest on: how often each area of the data has changed. Numbers only grow, so that what was read at equal
 * numbers was read of the same state.
 *
 * @param changes by area: a family of facts, or one of those named here
 * @param counting whether facts wait to be counted in: what pages say then may be half of it
 */
public record DataVersion(SortedMap<String, Long> changes, boolean counting) {
    /** Cells and sets. */
    public static final String CUBE = "cube";

    /** What figures are broken down, named and counted by. */
    public static final String DIMENSIONS = "dimensions";

    /** What people write beside figures: annotations, targets, what was done about low scores. */
    public static final String NOTES = "notes";

    /** The header of an answer whose figures are being counted. */
    public static final String COUNTING = "Rapport-Counting";

    /** @param text as {@code facts=3 cube=5} */
    public static DataVersion parse(String text, boolean counting) {
        SortedMap<String, Long> changes = new TreeMap<>();
        for (String number : text.split(" ")) {
            int end = number.indexOf('=');
            if (end > 0) {
                changes.put(number.substring(0, end), Long.valueOf(number.substring(end + 1)));
            }
        }
        return new DataVersion(changes, counting);
    }

    /** The numbers of these areas alone; of all when none is named. */
    public DataVersion of(String... areas) {
        if (areas.length == 0) {
            return this;
        }
        Map<String, Long> named = new TreeMap<>(changes);
        named.keySet().retainAll(Arrays.asList(areas));
        return new DataVersion(new TreeMap<>(named), false);
    }
}
