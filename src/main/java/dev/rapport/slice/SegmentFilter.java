package dev.rapport.slice;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Narrows a slice to customers of some segments: any of the values within a group (OR), all of the groups (AND). Keys
 * of group and values, sorted, so that equal filters are equal and print alike. Empty means everybody, also those of
 * whom nothing is known.
 */
public record SegmentFilter(SortedMap<String, SortedSet<String>> values) {
    public static final SegmentFilter EVERYBODY = new SegmentFilter(new TreeMap<>());

    public SegmentFilter {
        TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
        values.forEach((group, keys) -> {
            // A group of which no value is asked for is not asked about.
            if (!keys.isEmpty()) {
                copy.put(group, Collections.unmodifiableSortedSet(new TreeSet<>(keys)));
            }
        });
        values = Collections.unmodifiableSortedMap(copy);
    }

    public boolean isEverybody() {
        return values.isEmpty();
    }

    public boolean has(String group, String value) {
        return values.containsKey(group) && values.get(group).contains(value);
    }

    /** The filter with one value more. */
    public SegmentFilter with(String group, String value) {
        TreeMap<String, SortedSet<String>> more = new TreeMap<>(values);
        more.merge(group, new TreeSet<>(Set.of(value)), SegmentFilter::union);
        return new SegmentFilter(more);
    }

    /** The filter with one value less. */
    public SegmentFilter without(String group, String value) {
        TreeMap<String, SortedSet<String>> fewer = new TreeMap<>(values);
        fewer.computeIfPresent(group, (key, old) -> {
            SortedSet<String> rest = new TreeSet<>(old);
            rest.remove(value);
            return rest;
        });
        return new SegmentFilter(fewer);
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
