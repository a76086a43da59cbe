package dev.rapport.ingest.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Numbers values that come again and again, so that the numbers stand in their place. What it remembers is bounded:
 * then it forgets all, and a value that comes again gets another number, which means the same.
 */
final class ValueDictionary<V> {
    private static final int MOST_VALUES = 1 << 17;
    private static final int MOST_CHARACTERS = 1 << 23;

    /** A value that has not been stored yet. */
    record Fresh<V>(int number, V value) {}

    private final ToIntFunction<V> length;
    private final Map<V, Integer> known = new HashMap<>();
    private List<Fresh<V>> fresh = new ArrayList<>();
    private int characters;
    private int freshCharacters;
    private int last;

    ValueDictionary(ToIntFunction<V> length) {
        this.length = length;
    }

    int of(V value) {
        Integer number = known.get(value);
        return number == null ? added(value) : number;
    }

    private int added(V value) {
        int size = length.applyAsInt(value);
        if (known.size() >= MOST_VALUES || characters + size > MOST_CHARACTERS) {
            known.clear();
            characters = 0;
        }
        characters += size;
        freshCharacters += size;
        known.put(value, ++last);
        fresh.add(new Fresh<>(last, value));
        return last;
    }

    int freshCharacters() {
        return freshCharacters;
    }

    /** What was given a number since it was asked last. */
    List<Fresh<V>> takeFresh() {
        List<Fresh<V>> taken = fresh;
        fresh = new ArrayList<>();
        freshCharacters = 0;
        return taken;
    }
}
