package dev.rapport.cube.read;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells up to when facts are counted in.
 *
 * @param freshAt until when facts are counted in: when the oldest waiting ones came, or the last refresh when none wait
 * @param restatedAt when a day of the period was last computed again after it was over
 * @param counting facts of the period, or of a day before it, wait to be counted in
 */
public record Freshness(Optional<Instant> freshAt, Optional<Instant> restatedAt, boolean counting) {
    /** @param waiting since when the oldest facts have waited that are not counted in */
    static Optional<Instant> at(Optional<Instant> refreshedAt, Optional<Instant> waiting) {
        return refreshedAt.map(refreshed -> waiting.filter(refreshed::isAfter).orElse(refreshed));
    }
}
