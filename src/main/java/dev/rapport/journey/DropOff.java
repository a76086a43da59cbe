package dev.rapport.journey;

import java.time.Instant;

/**
 * Describes somebody who took a funnel step and not the next.
 *
 * @param person id
 * @param customer number, or the number of the visitor
 * @param channel name of the one in which the first step was taken
 * @param open whether there is still time for the next step
 * @param reason why, as it was given on the way or up to 30 days after the last step; empty when nobody said
 */
public record DropOff(
        int person, String customer, Instant enteredAt, Instant lastAt, String channel, boolean open, String reason) {}
