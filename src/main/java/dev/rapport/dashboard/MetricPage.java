package dev.rapport.dashboard;

import java.util.List;
import java.util.SortedMap;

/**
 * All there is to one metric: trend, breakdowns, meaning, and the way to its rows and files.
 *
 * @param people whether there are persons behind it, so that it can be told apart by segment
 */
public record MetricPage(
        String key,
        String url,
        String backUrl,
        String backName,
        String period,
        FilterBar filters,
        SortedMap<String, String> kept,
        FigureView figure,
        List<Alternatives.Alternative> alternatives,
        TrendView trend,
        BreakdownTable byChannel,
        String channelOverlap,
        String byChannelCsv,
        boolean people,
        List<BoardPage.Tab> groups,
        String groupName,
        BreakdownTable bySegment,
        String segmentOverlap,
        String bySegmentCsv,
        List<PartsResource.Section> parts,
        String heatUrl,
        String heatCsv,
        String totalCsv,
        String totalJson,
        String rowsUrl,
        String movementUrl,
        DefinitionView definition) {}
