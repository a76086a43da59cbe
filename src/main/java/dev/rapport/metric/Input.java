package dev.rapport.metric;

import java.util.Optional;

/** Names what a formula may ask the rollup for. */
public sealed interface Input {
    /** The sum of a measure over the slice; of one item (goal, survey), or of all when the item is empty. */
    record Sum(Measure measure, Optional<Integer> item) implements Input {}

    /** Distinct people who contributed to the measure in the slice, exact. */
    record People(Measure measure, Optional<Integer> item) implements Input {}

    /**
     * Distinct people who contributed to {@code measure} in the slice and to {@code also} anywhere (any channel, any
     * segment) in the same period: new visitors among the visitors.
     */
    record PeopleAlso(Measure measure, Measure also) implements Input {}

    /** Mean over the bucket's days of the distinct people of the trailing {@code days} days up to each day. */
    record MeanActive(Measure measure, int days) implements Input {}

    /** Distinct people of the {@code days} days that end with the bucket; at month grain or for 0: of the bucket itself. */
    record ActiveAtEnd(Measure measure, int days) implements Input {}

    static Input sum(Measure measure) {
        return new Sum(measure, Optional.empty());
    }

    static Input people(Measure measure) {
        return new People(measure, Optional.empty());
    }
}
