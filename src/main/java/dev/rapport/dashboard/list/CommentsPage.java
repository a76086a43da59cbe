package dev.rapport.dashboard.list;

import dev.rapport.dashboard.Tab;
import java.util.List;

/**
 * Holds what customers of a slice wrote; the figure is the mean of the ratings.
 *
 * @param ratings with how many stars each was given, the most first; none where nobody rated
 * @param search what is looked for; empty for nothing
 */
public record CommentsPage(
        WorkListFrame list,
        List<Score> ratings,
        String search,
        String clearUrl,
        List<Tab> scores,
        List<ListedAnswer> rows) {

    /** @param width in per cent of the score given most often */
    public record Score(String score, String count, int width) {}
}
