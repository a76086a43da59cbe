package dev.rapport.dashboard.board;

import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.Tab;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds what customers speak of, as it is shown.
 *
 * @param kept the page's own choices, which the filter bar sends along
 * @param name of what the table is by
 * @param hidden agents are asked for, and a setting forbids to name them
 * @param commentsUrl the comments of the same slice
 */
public record VoiceTopicsPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Tab> ways,
        String name,
        boolean hidden,
        boolean compared,
        BreakdownTable table,
        String commentsUrl) {}
