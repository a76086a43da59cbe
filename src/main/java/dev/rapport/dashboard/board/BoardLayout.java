package dev.rapport.dashboard.board;

import dev.rapport.annotation.Annotations;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.TrendView;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.stream.Stream;

/** Lays out a dashboard: says what to ask for, and makes the page of the answers. */
final class BoardLayout {
    static final String TREND = "trend";
    private static final String GROUP = "group";

    private final Board board;
    private final String trend;
    private final String group;
    private final PageContext context;
    private final BoardParts parts;

    /** @param trend of the metric with this key, @param group of segments that its table is by */
    BoardLayout(Board board, String trend, String group, PageContext context) {
        this.board = board;
        this.trend = trend;
        this.group = group;
        this.context = context;
        this.parts = new BoardParts(context);
    }

    /** @param notes what happened meanwhile */
    BoardPage page(Answers answers, List<Annotations.Note> notes) {
        PageLinks links = context.withGroup(
                new PageLinks(board.path(), context.slice())
                        .with(TREND, trend.equals(board.trends().get(0)) ? "" : trend),
                GROUP,
                group);
        return new BoardPage(
                links.url(),
                board.title(context.words()),
                board.lead(context.words()),
                context.period(),
                FilterBar.of(links, context.choices(), board.options(), context.periods()),
                links.extras(),
                parts.isEmpty(board.headlines(), answers),
                parts.headlines(board.headlines(), answers, links),
                BoardParts.trends(board.trends(), TREND, trend, links),
                TrendView.of(
                        answers.to(parts.ask(trend, Grouping.TREND)),
                        links,
                        context.figures(),
                        context.periods(),
                        notes),
                breakdown(answers, Grouping.CHANNELS, "channel", links),
                context.groupTabs(links, GROUP, group),
                breakdown(answers, Grouping.segments(group), "segment:" + group, links),
                sections(links));
    }

    /** What is fetched when somebody gets there. */
    private List<PageSection> sections(PageLinks links) {
        ProductMessages words = context.words(ProductMessages.class);
        return switch (board) {
            case MARKETING ->
                List.of(
                        new PageSection(
                                words.mostViewedPages(),
                                links.under("/metrics/page_views/parts/" + Dimension.PAGE.key())),
                        new PageSection(
                                words.exitPages(), links.under("/metrics/exit_rate/parts/" + Dimension.PAGE.key())),
                        new PageSection(
                                words.landingPages(),
                                links.under("/metrics/bounce_rate/parts/" + Dimension.LANDING_PAGE.key())),
                        new PageSection(
                                words.goals(), links.under("/metrics/conversion_rate/parts/" + Dimension.GOAL.key())));
            case PRODUCT ->
                List.of(
                        new PageSection(
                                words.usageByFeature(),
                                links.under("/metrics/feature_usage/parts/" + Dimension.FEATURE.key())),
                        new PageSection(words.adoption(), links.under("/product/adoption")));
            case SUPPORT ->
                List.of(
                        new PageSection(words.npsByScore(), byScore("nps_answers", links)),
                        new PageSection(words.csatByScore(), byScore("csat_answers", links)),
                        new PageSection(words.cesByScore(), byScore("ces_answers", links)));
            default -> List.of();
        };
    }

    private static String byScore(String metric, PageLinks links) {
        return links.under("/metrics/" + metric + "/parts/" + Dimension.SCORE.key());
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.of(
                        parts.asks(board.headlines()),
                        Stream.of(parts.ask(trend, Grouping.TREND)),
                        board.columns().stream()
                                .flatMap(key -> Stream.of(
                                        parts.ask(key, Grouping.CHANNELS), parts.ask(key, Grouping.segments(group)))))
                .flatMap(asks -> asks);
    }

    private BreakdownTable breakdown(Answers answers, Grouping grouping, String by, PageLinks links) {
        List<Answer> columns = board.columns().stream()
                .map(key -> answers.to(parts.ask(key, grouping)))
                .toList();
        return BreakdownTable.of(columns, by, key -> links.narrowed(grouping, key), links, context.figures());
    }
}
