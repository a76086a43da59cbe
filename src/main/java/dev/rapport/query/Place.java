package dev.rapport.query;

/**
 * Which part of a breakdown, in ids.
 *
 * @param bucket its index; 0 when there is one only
 * @param channel 0 when not broken down by channel
 * @param value id of the segment value; 0 when not broken down by segment
 * @param part number of its name in {@link Numbers}; 0 when not broken down by part
 */
record Place(int bucket, int channel, int value, int part) {
    Place(int bucket, int channel, int value) {
        this(bucket, channel, value, 0);
    }

    Place inBucket(int other) {
        return new Place(other, channel, value, part);
    }

    Place ofPart(int other) {
        return new Place(bucket, channel, value, other);
    }
}
