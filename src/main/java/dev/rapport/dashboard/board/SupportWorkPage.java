package dev.rapport.dashboard.board;

import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.Tab;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds who answers tickets and when, as it is shown.
 *
 * @param kept the page's own choices, which the filter bar sends along
 * @param name of what the table is by
 * @param hidden agents are asked for, and a setting forbids to name them
 * @param mostMissing a sentence; empty where no hour has more tickets than replies
 */
public record SupportWorkPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<Tab> ways,
        String name,
        boolean hidden,
        boolean compared,
        BreakdownTable table,
        List<Tab> maps,
        HoursTable hours,
        String hoursCsvUrl,
        List<Hour> balance,
        String mostMissing,
        String csvUrl) {

    /** One hour of the clock, ready to read. @param bar in per cent of the hour with most tickets */
    public record Hour(String name, String created, int bar, String answered, String resolved, String missing) {}
}
