package dev.rapport.query;

import java.time.Instant;
import java.util.Optional;

/**
 * @param freshAt until when facts are counted in: when the oldest waiting ones came, or the last refresh when none wait
 * @param restatedAt when a day of the period was last computed again after it was over
 */
record Freshness(Optional<Instant> freshAt, Optional<Instant> restatedAt) {
    /** @param waiting since when the oldest facts have waited that are not counted in */
    static Freshness of(Optional<Instant> refreshedAt, Optional<Instant> waiting, Optional<Instant> restatedAt) {
        return new Freshness(
                refreshedAt.map(refreshed -> waiting.filter(refreshed::isAfter).orElse(refreshed)), restatedAt);
    }
}
