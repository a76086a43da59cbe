package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds the low scores of a slice with what has been done about them.
 *
 * @param kept the page's own choices, which the filter bar sends along
 * @param figure how many of them have been followed up
 */
public record FollowUpsPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        FigureView figure,
        String figureUrl,
        List<Tab> states,
        List<FilterBar.Option> owners,
        List<Row> rows,
        Paging paging,
        String csvUrl) {

    /** @param key of the words; empty for all */
    public record Tab(String key, String count, String url, boolean chosen) {
        public String textKey() {
            return "state_" + key;
        }
    }

    /** @param after what the customer has done since, in a few words each */
    public record Row(
            String url,
            String when,
            String person,
            String channel,
            String survey,
            String score,
            String scoreClass,
            String comment,
            String state,
            String owner,
            String outcome,
            List<String> after) {
        public String stateKey() {
            return "state_" + state;
        }

        public String outcomeKey() {
            return "outcome_" + outcome;
        }
    }
}
