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

    DimensionKeys(PlannedQuery plannedQuery) {
        this(plannedQuery, new InputValues());
    }

    /** @param numbers which know the names of parts */
    public DimensionKeys(PlannedQuery plannedQuery, InputValues numbers) {
        this.numbers = numbers;
        buckets = plannedQuery.byBucket()
                ? plannedQuery.buckets().stream()
                        .map(Bucket::start)
                        .map(Optional::of)
                        .toList()
                : List.of(Optional.empty());
        plannedQuery.dimensions().channels().forEach(channel -> channels.put(channel.id(), Optional.of(channel.key())));
        plannedQuery
                .segments()
                .ifPresent(group -> group.values().forEach(value -> values.put(value.id(), Optional.of(value.key()))));
    }

    public DimensionKey of(CellId cellId) {
        return new DimensionKey(
                buckets.get(cellId.bucket()),
                channels.getOrDefault(cellId.channel(), Optional.empty()),
                values.getOrDefault(cellId.value(), Optional.empty()),
                numbers.partName(cellId.part()));
    }
}
