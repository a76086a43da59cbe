package dev.rapport.segment;

import dev.rapport.web.NameKey;
import dev.rapport.web.Slug;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds, while traits are read, which value of a group a trait's text means, and which values are new. Two texts are
 * the same value when their letters are ({@link NameKey}); "25" and "25+" are two.
 */
final class GroupValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

    private final List<SegmentRange> ranges;
    private final Map<String, String> keysByText = new HashMap<>();
    private final Map<String, String> namesByKey = new LinkedHashMap<>();
    private final Map<String, String> added = new LinkedHashMap<>();

    /** @param existing names by key, as stored */
    GroupValues(List<SegmentRange> ranges, Map<String, String> existing) {
        this.ranges = List.copyOf(ranges);
        existing.forEach((key, name) -> {
            namesByKey.put(key, name);
            if (!isReserved(key)) {
                keysByText.putIfAbsent(NameKey.of(name), key);
            }
        });
        ranges.forEach(range -> add(range.value(), range.name()));
    }

    /** The key of the value that the text means; empty when it means nothing. */
    Optional<String> keyOf(String text) {
        String folded = NameKey.of(text);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        return ranges.isEmpty() ? Optional.of(ownKey(folded, text)) : range(folded);
    }

    /** Names by key of the values that were not stored yet, in the order in which they were met. */
    Map<String, String> added() {
        return added;
    }

    private Optional<String> range(String folded) {
        if (!NUMBER.matcher(folded).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(folded);
        return ranges.stream()
                .filter(range -> range.covers(number))
                .map(SegmentRange::value)
                .findFirst();
    }

    private String ownKey(String folded, String text) {
        String known = keysByText.get(folded);
        if (known != null) {
            return known;
        }
        if (namesByKey.size() >= SegmentValue.MOST) {
            add(SegmentValue.OTHER_VALUES, "Other values");
            return SegmentValue.OTHER_VALUES;
        }
        String key = freeKey(Slug.ofAnyScript(folded));
        add(key, NameKey.shown(text));
        keysByText.put(folded, key);
        return key;
    }

    private String freeKey(String slug) {
        String key = slug;
        for (int i = 2; namesByKey.containsKey(key) || isReserved(key); i++) {
            key = slug + "-" + i;
        }
        return key;
    }

    private void add(String key, String name) {
        if (namesByKey.putIfAbsent(key, name) == null) {
            added.put(key, name);
        }
    }

    private static boolean isReserved(String key) {
        return key.equals(SegmentValue.NONE) || key.equals(SegmentValue.OTHER_VALUES);
    }
}
