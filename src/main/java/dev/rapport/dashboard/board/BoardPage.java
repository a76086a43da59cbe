package dev.rapport.dashboard.board;

import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.Tab;
import dev.rapport.dashboard.TrendView;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds a dashboard as it is shown.
 *
 * @param url its canonical address
 * @param kept the page's own choices, which the filter bar sends along
 * @param empty nothing at all falls into the slice
 */
public record BoardPage(
        String url,
        String title,
        String lead,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        boolean empty,
        List<Headline> headlines,
        List<Tab> trends,
        TrendView trend,
        BreakdownTable byChannel,
        List<Tab> groups,
        BreakdownTable bySegment,
        List<PageSection> sections) {}
