package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.Tab;
import dev.rapport.dashboard.TrendView;
import java.util.List;
import java.util.SortedMap;

/**
 * Shows all there is to one metric: trend, breakdowns, meaning, and the way to its rows and files.
 *
 * @param kept what the filter bar does not know and must not lose
 * @param people whether there are persons behind it, so that it can be told apart by segment
 */
public record MetricPage(
        String key,
        Back back,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        FigureView figure,
        List<Alternatives.Alternative> alternatives,
        TrendView trend,
        Breakdown channels,
        Segments segments,
        boolean people,
        List<PageSection> parts,
        Links links,
        DefinitionView definition) {

    /** The board that the metric belongs to. */
    public record Back(String url, String name) {}

    /** @param overlap why its rows are more than the total; empty where they add up */
    public record Breakdown(BreakdownTable table, String overlap, String csv) {}

    /** @param groups to choose from, {@code name} the one that is chosen */
    public record Segments(List<Tab> groups, String name, Breakdown by) {}

    public record Links(
            String url, String csv, String json, String heat, String heatCsv, String rows, String movement) {}
}
