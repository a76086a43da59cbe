package dev.rapport.query;

/**
 * Which part of a breakdown, in ids.
 *
 * @param bucket its index; 0 when there is one only
 * @param channel 0 when not broken down by channel
 * @param value id of the segment value; 0 when not broken down by segment
 */
record Place(int bucket, int channel, int value) {
    Place inBucket(int other) {
        return new Place(other, channel, value);
    }
}
