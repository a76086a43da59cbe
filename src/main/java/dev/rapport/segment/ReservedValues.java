package dev.rapport.segment;

import java.util.Optional;

/** Names the values of a group that no trait and nobody names, in the words of a reader: the database knows them by their keys. */
public final class ReservedValues {
    private ReservedValues() {}

    /** @param key of a value; empty for one that has a name of its own */
    public static Optional<String> name(String key, SegmentMessages words) {
        return switch (key) {
            case SegmentValue.NONE -> Optional.of(words.notKnown());
            case SegmentValue.OTHER_VALUES -> Optional.of(words.otherValues());
            default -> Optional.empty();
        };
    }
}
