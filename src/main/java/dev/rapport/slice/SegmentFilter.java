package dev.rapport.slice;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which customers: any of the values within a group (OR), all of the groups (AND). Keys of group and values, sorted, so
 * that equal filters are equal and print alike. Empty means everybody, also those of whom nothing is known.
 */
public record SegmentFilter(SortedMap<String, SortedSet<String>> values) {
    public static final SegmentFilter EVERYBODY = new SegmentFilter(new TreeMap<>());

    public SegmentFilter {
        TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
        values.forEach((group, keys) -> copy.put(group, Collections.unmodifiableSortedSet(new TreeSet<>(keys))));
        values = Collections.unmodifiableSortedMap(copy);
    }

    public boolean isEverybody() {
        return values.isEmpty();
    }
}
