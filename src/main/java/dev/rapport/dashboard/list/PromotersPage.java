package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import java.util.List;

/**
 * Holds the promoters of a slice, to be thanked and invited.
 *
 * @param figure the share of promoters
 */
public record PromotersPage(
        String url,
        String period,
        FilterBar filters,
        FigureView figure,
        String figureUrl,
        List<Row> rows,
        Paging paging,
        String csvUrl) {

    /** @param openTickets empty where there is none */
    public record Row(
            String when,
            String person,
            String channel,
            String survey,
            String score,
            String comment,
            String topic,
            String orders,
            String openTickets) {}
}
