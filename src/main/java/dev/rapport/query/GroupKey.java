package dev.rapport.query;

import java.time.LocalDateTime;
import java.util.Optional;

/** Which part of a breakdown: start of the bucket in reporting time, key of the channel, key of the segment value. */
public record GroupKey(Optional<LocalDateTime> bucket, Optional<String> channel, Optional<String> segmentValue) {
    public static final GroupKey TOTAL = new GroupKey(Optional.empty(), Optional.empty(), Optional.empty());
}
