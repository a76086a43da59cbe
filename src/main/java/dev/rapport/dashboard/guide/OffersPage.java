package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.FilterBar;
import java.util.List;
import java.util.SortedMap;

/**
 * Shows which products the same people buy.
 *
 * @param cut that not all pairs are shown; empty when they are
 */
public record OffersPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Pair> pairs,
        String cut,
        String csvUrl) {

    public record Pair(
            String bought,
            String product,
            String buyers,
            String both,
            String share,
            String interval,
            String everybody,
            boolean stands) {}
}
