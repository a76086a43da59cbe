package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds what customers of a slice wrote.
 *
 * @param kept the page's own choices, which the filter bar sends along
 * @param rating mean of the ratings, and with how many stars each was given, the most first; none where nobody rated
 * @param search what is looked for; empty for nothing
 */
public record CommentsPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        FigureView rating,
        String ratingUrl,
        List<Score> ratings,
        String search,
        String clearUrl,
        List<Tab> scores,
        List<Row> rows,
        Paging paging,
        String csvUrl) {

    /** @param width in per cent of the score given most often */
    public record Score(String score, String count, int width) {}

    /** @param key of the words */
    public record Tab(String key, String url, boolean chosen) {}

    /** Empty text for what is not known. */
    public record Row(
            String when,
            String person,
            String channel,
            String survey,
            String score,
            String scoreClass,
            String comment,
            String topic) {}
}
