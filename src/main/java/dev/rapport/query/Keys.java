package dev.rapport.query;

import dev.rapport.slice.Bucket;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a question's places. */
final class Keys {
    private final Numbers numbers;
    private final List<Optional<LocalDateTime>> buckets;
    private final Map<Integer, Optional<String>> channels = new HashMap<>();
    private final Map<Integer, Optional<String>> values = new HashMap<>();

    Keys(Question question) {
        this(question, new Numbers());
    }

    /** @param numbers which know the names of parts */
    Keys(Question question, Numbers numbers) {
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

    GroupKey of(Place place) {
        return new GroupKey(
                buckets.get(place.bucket()),
                channels.getOrDefault(place.channel(), Optional.empty()),
                values.getOrDefault(place.value(), Optional.empty()),
                numbers.partName(place.part()));
    }
}
