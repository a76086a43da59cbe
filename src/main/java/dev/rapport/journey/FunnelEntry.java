package dev.rapport.journey;

/**
 * Holds the day, channel and segments under which a first step counts.
 *
 * @param countedAt microseconds of the epoch: when its visit started, else when it happened
 * @param signature of the segments that the person was in on that day
 */
record FunnelEntry(long countedAt, int channel, int signature) {}
