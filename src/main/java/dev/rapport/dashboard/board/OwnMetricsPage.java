package dev.rapport.dashboard.board;

import dev.rapport.dashboard.FilterBar;
import java.util.List;
import java.util.SortedMap;

/**
 * Shows the metrics that a person chose.
 *
 * @param gone keys of those that are no more
 * @param many what is to be said of so long a list; empty of a short one
 * @param problem what was wrong with what was sent; empty for nothing
 */
public record OwnMetricsPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Headline> headlines,
        List<String> gone,
        String many,
        String problem,
        String csvUrl) {}
