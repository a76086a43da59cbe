package dev.rapport.journey;

/**
 * Under what a first step counts.
 *
 * @param countedAt microseconds of the epoch: when its visit started, else when it happened
 * @param signature of the segments that the person was in on that day
 */
record FunnelEntry(long countedAt, int channel, int signature) {}
