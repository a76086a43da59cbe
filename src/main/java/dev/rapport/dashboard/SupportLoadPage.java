package dev.rapport.dashboard;

import java.util.List;
import java.util.SortedMap;

/**
 * Holds what support each source of customers needs, as it is shown.
 *
 * @param kept the page's own choice, which the filter bar sends along
 * @param priced whether a ticket has a price
 */
public record SupportLoadPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        List<BoardPage.Tab> tabs,
        List<Row> rows,
        boolean priced,
        String ticketsUrl,
        String responseUrl,
        String csatUrl,
        String csvUrl) {

    /** @param source its name, ready to read; empty text where there is no figure */
    public record Row(
            String source,
            boolean named,
            String tickets,
            int bar,
            String customers,
            String perHundred,
            String firstResponse,
            boolean fewWaits,
            String csat,
            boolean fewAnswers,
            String costPerHundred,
            String cost) {}
}
