package dev.rapport.query;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Which place of a breakdown: start of the bucket in reporting time, key of the channel, key of the segment value, and the
 * value of the {@link dev.rapport.slice.Part}, empty text where the facts name none.
 */
public record GroupKey(
        Optional<LocalDateTime> bucket,
        Optional<String> channel,
        Optional<String> segmentValue,
        Optional<String> part) {
    public static final GroupKey TOTAL = new GroupKey(Optional.empty(), Optional.empty(), Optional.empty());

    public GroupKey(Optional<LocalDateTime> bucket, Optional<String> channel, Optional<String> segmentValue) {
        this(bucket, channel, segmentValue, Optional.empty());
    }
}
