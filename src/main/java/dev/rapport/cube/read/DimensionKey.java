package dev.rapport.cube.read;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Identifies a cell of the answer by its keys. They are the start of the bucket in reporting time, key of the channel,
 * key of the segment value, and the value of the {@link dev.rapport.slice.Dimension}, empty text where the facts name
 * none.
 */
public record DimensionKey(
        Optional<LocalDateTime> bucket,
        Optional<String> channel,
        Optional<String> segmentValue,
        Optional<String> part) {
    public static final DimensionKey TOTAL = new DimensionKey(Optional.empty(), Optional.empty(), Optional.empty());

    public DimensionKey(Optional<LocalDateTime> bucket, Optional<String> channel, Optional<String> segmentValue) {
        this(bucket, channel, segmentValue, Optional.empty());
    }
}
