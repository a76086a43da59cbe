package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.Tab;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds the promoters of a slice, to be thanked and invited.
 *
 * @param kept the page's own choice, which the filter bar sends along
 * @param figure the share of promoters
 * @param states by how far somebody has been thanked; the key of the first, for all, is empty
 */
public record PromotersPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        FigureView figure,
        String figureUrl,
        List<Tab> states,
        List<Row> rows,
        Paging paging,
        String csvUrl) {

    /** @param openTickets empty where there is none */
    public record Row(
            String url,
            String when,
            String person,
            String channel,
            String survey,
            String score,
            String comment,
            String topic,
            String orders,
            String openTickets,
            String state,
            String outcome,
            String owner) {
        public String stateKey() {
            return "state_" + state;
        }

        public String outcomeKey() {
            return "outcome_" + outcome;
        }
    }
}
