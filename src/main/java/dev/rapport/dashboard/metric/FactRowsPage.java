package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.RowPage;
import dev.rapport.words.NumberFormats;

/**
 * Holds the newest records behind a figure, as they are shown.
 *
 * @param count of how many rows the shown ones are the newest
 */
public record FactRowsPage(String key, String metricUrl, String period, String count, String csvUrl, RowPage rows) {
    /** @param key of the metric */
    static FactRowsPage of(String key, RowPage found, PageContext context) {
        PageLinks links = new PageLinks("/metrics/" + key, context.slice());
        NumberFormats numbers = context.audience().numbers();
        return new FactRowsPage(
                key,
                links.url(),
                context.period(),
                context.words().rowsShown(numbers.count(found.rows().size()), numbers.count(found.total())),
                links.under("/metrics/" + key + "/rows.csv"),
                found.written(context.audience()));
    }
}
