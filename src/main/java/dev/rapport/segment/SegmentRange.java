package dev.rapport.segment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Holds the range of numbers that make one segment: {@code from} is in it, {@code to} is not; null is open.
 *
 * @param value key of the segment
 */
public record SegmentRange(
        String value,
        String name,
        @Nullable BigDecimal from,
        @Nullable BigDecimal to) {
    boolean covers(BigDecimal number) {
        return (from == null || number.compareTo(from) >= 0) && (to == null || number.compareTo(to) < 0);
    }
}
