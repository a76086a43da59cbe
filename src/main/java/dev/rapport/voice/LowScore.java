package dev.rapport.voice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes an answer that somebody should look after, and what became of its customer since.
 *
 * @param id of the current version of the response
 * @param person the customer number, or which visitor; empty when nobody is known
 * @param after the newest first
 */
record LowScore(
        long id,
        String key,
        Instant at,
        String survey,
        String question,
        int score,
        int scaleMin,
        int scaleMax,
        @Nullable String scoreClass,
        @Nullable String comment,
        @Nullable String topic,
        String channel,
        String person,
        @Nullable String name,
        @Nullable String email,
        List<Event> after) {

    /** Whom there is nothing to win back of, but to thank. */
    boolean isPromoter() {
        return "promoter".equals(scoreClass);
    }

    /**
     * @param kind order, ticket, score or ended (a subscription)
     * @param text what it was about: the order's number, the ticket's subject, the survey
     * @param amount of an order; empty otherwise
     * @param score of a later answer; empty otherwise
     */
    record Event(Instant at, String kind, String text, String amount, String score) {}
}
