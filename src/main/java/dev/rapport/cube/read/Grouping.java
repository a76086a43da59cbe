package dev.rapport.cube.read;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.SliceFault;
import java.util.Optional;

/** Names the dimensions by which an answer is broken down; all off means the one total. */
public record Grouping(boolean byBucket, boolean byChannel, Optional<String> segmentGroup, Optional<Dimension> part) {
    private static final int MOST_ROWS = 1_000_000;

    public static final Grouping TOTAL = new Grouping(false, false, Optional.empty());
    public static final Grouping TREND = new Grouping(true, false, Optional.empty());
    public static final Grouping CHANNELS = new Grouping(false, true, Optional.empty());

    public Grouping(boolean byBucket, boolean byChannel, Optional<String> segmentGroup) {
        this(byBucket, byChannel, segmentGroup, Optional.empty());
    }

    public static Grouping parts(Dimension dimension) {
        return new Grouping(false, false, Optional.empty(), Optional.of(dimension));
    }

    /**
     * Refuses an answer that nobody could hold: every hour of a year by channel, segment and each of thousands of pages or agents.
     *
     * @throws BadSliceException naming the breakdown
     */
    public static void refuseTooMany(long rows) {
        if (rows > MOST_ROWS) {
            throw new BadSliceException("by", SliceFault.TOO_MANY_ROWS, MOST_ROWS);
        }
    }

    public static Grouping segments(String group) {
        return new Grouping(false, false, Optional.of(group));
    }

    public static Grouping channelsAndSegments(String group) {
        return new Grouping(false, true, Optional.of(group));
    }
}
