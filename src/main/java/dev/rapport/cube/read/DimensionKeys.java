package dev.rapport.cube.read;

import dev.rapport.slice.Bucket;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates the ids of a query's cells into their dimension keys. */
public final class DimensionKeys {
    private final InputValues numbers;
    private final List<Optional<LocalDateTime>> buckets;
    private final Map<Integer, Optional<String>> channels = new HashMap<>();
    private final Map<Integer, Optional<String>> values = new HashMap<>();

    DimensionKeys(PlannedQuery question) {
        this(question, new InputValues());
    }

    /** @param numbers which know the names of parts */
    public DimensionKeys(PlannedQuery question, InputValues numbers) {
        this.numbers = numbers;
        buckets = question.byBucket()
                ? question.buckets().stream()
                        .map(Bucket::start)
                        .map(Optional::of)
                        .toList()
                : List.of(Optional.empty());
        question.dimensions().channels().forEach(channel -> channels.put(channel.id(), Optional.of(channel.key())));
        question.segments()
                .ifPresent(group -> group.values().forEach(value -> values.put(value.id(), Optional.of(value.key()))));
    }

    public DimensionKey of(CellId place) {
        return new DimensionKey(
                buckets.get(place.bucket()),
                channels.getOrDefault(place.channel(), Optional.empty()),
                values.getOrDefault(place.value(), Optional.empty()),
                numbers.partName(place.part()));
    }
}
