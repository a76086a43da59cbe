package dev.rapport.journey;

import dev.rapport.cube.read.DimensionKey;
import java.util.Map;

/**
 * Holds how far people got along the funnel, all in all, by channel and by the values of a segment group.
 *
 * @param channels by key of the channel in which the first step was taken
 * @param segments by key of the value
 */
public record Journey(
        FunnelSteps way, Funnel whole, Map<DimensionKey, Funnel> channels, Map<DimensionKey, Funnel> segments) {}
