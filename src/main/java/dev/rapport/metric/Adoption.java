package dev.rapport.metric;

import java.time.LocalDate;
import java.util.List;

/**
 * Holds how a feature was taken up: the people who used it for the first time since its release, week by week.
 *
 * @param key of the feature
 * @param weeks from the one of the release to the last of the period, without gaps
 */
public record Adoption(String key, String name, LocalDate released, List<Week> weeks) {
    /**
     * @param start first day of the calendar week, also when the release lies in its middle
     * @param fresh who used it for the first time
     * @param users who have used it so far
     * @param active who has been active so far, since the release
     */
    public record Week(LocalDate start, long fresh, long users, long active) {
        /** Of all who could have, those who have. */
        public Figure share() {
            return Figures.share(users, active);
        }
    }
}
