package dev.rapport.journey;

import java.time.Instant;

/**
 * Describes how far somebody got who took the first step, by the entry that is counted in the funnel.
 *
 * @param steps how many they took
 * @param through whether these are all
 */
public record FunnelProgress(int person, Instant enteredAt, int channel, int steps, boolean through) {}
