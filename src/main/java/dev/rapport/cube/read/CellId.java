package dev.rapport.cube.read;

/**
 * Identifies one cell of a breakdown, in ids.
 *
 * @param bucket its index; 0 when there is one only
 * @param channel 0 when not broken down by channel
 * @param value id of the segment value; 0 when not broken down by segment
 * @param part number of its name in {@link InputValues}; 0 when not broken down by part
 */
public record CellId(int bucket, int channel, int value, int part) {
    public CellId(int bucket, int channel, int value) {
        this(bucket, channel, value, 0);
    }

    CellId inBucket(int other) {
        return new CellId(other, channel, value, part);
    }

    CellId ofPart(int other) {
        return new CellId(bucket, channel, value, other);
    }
}
