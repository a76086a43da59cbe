package dev.rapport.dashboard.board;

import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.Tab;
import dev.rapport.dashboard.TrendView;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds what campaigns cost and bring, as it is shown.
 *
 * @param bySegment a segment is chosen: what was spent cannot be told apart by it
 * @param goals what share of campaigns' visitors reached which goal
 * @param tests campaigns that were tried in variants
 */
public record CampaignsPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        boolean empty,
        boolean bySegment,
        List<Headline> headlines,
        List<Tab> trends,
        TrendView trend,
        BreakdownTable byCampaign,
        PageSection goals,
        BreakdownTable byChannel,
        List<Test> tests) {

    /** The variants of a campaign beside each other; the first is what the others are compared with. */
    public record Test(String campaign, String csvUrl, List<Variant> variants) {}

    /** @param lift empty for the first; @param verdict better, worse or unclear */
    public record Variant(
            String name,
            FigureView rate,
            String clicks,
            String shown,
            String lift,
            String interval,
            String p,
            String verdict) {
        public String verdictKey() {
            return "verdict_" + verdict;
        }
    }
}
