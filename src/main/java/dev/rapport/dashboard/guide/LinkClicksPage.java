package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.FilterBar;
import java.util.List;
import java.util.SortedMap;

/**
 * Shows how often links and buttons are clicked.
 *
 * @param cut that not all are shown; empty when they are
 */
public record LinkClicksPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Row> rows,
        String cut,
        String metricUrl,
        String csvUrl,
        String jsonUrl) {

    /** @param url the metric of this link on this page alone */
    public record Row(
            String page,
            String link,
            String url,
            String views,
            String clicked,
            String rate,
            String interval,
            boolean unclicked) {}
}
