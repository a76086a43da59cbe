package dev.rapport.cube.read;

import dev.rapport.slice.Dimension;
import java.util.Optional;

/** Names the dimensions by which an answer is broken down; all off means the one total. */
public record Grouping(boolean byBucket, boolean byChannel, Optional<String> segmentGroup, Optional<Dimension> part) {
    public static final Grouping TOTAL = new Grouping(false, false, Optional.empty());
    public static final Grouping TREND = new Grouping(true, false, Optional.empty());
    public static final Grouping CHANNELS = new Grouping(false, true, Optional.empty());

    public Grouping(boolean byBucket, boolean byChannel, Optional<String> segmentGroup) {
        this(byBucket, byChannel, segmentGroup, Optional.empty());
    }

    public static Grouping parts(Dimension dimension) {
        return new Grouping(false, false, Optional.empty(), Optional.of(dimension));
    }

    public static Grouping segments(String group) {
        return new Grouping(false, false, Optional.of(group));
    }

    public static Grouping channelsAndSegments(String group) {
        return new Grouping(false, true, Optional.of(group));
    }
}
