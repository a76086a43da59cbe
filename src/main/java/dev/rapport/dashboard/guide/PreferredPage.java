package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.Tab;
import java.util.List;
import java.util.SortedMap;

/**
 * Shows what each segment or channel prefers.
 *
 * @param whats what can be looked at, @param bys by which segment group, or by channel
 * @param how what the shares are of
 * @param everybody how many people there are in all
 * @param standOut how many cells were compared, and how many of them are marked
 * @param cut that not all is shown; empty when it is
 */
public record PreferredPage(
        String url,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        String name,
        List<Tab> whats,
        List<Tab> bys,
        String how,
        String everybody,
        List<Column> columns,
        List<Row> rows,
        String standOut,
        String cut,
        String csvUrl,
        String jsonUrl) {

    public record Column(String name, String people) {}

    /** @param url the figures of it alone; empty where there are none */
    public record Row(String name, String url, String everybody, List<Cell> cells) {}

    /** @param index empty where there is nothing to hold it against */
    public record Cell(String share, String title, String index, boolean few, boolean over, boolean under) {}
}
