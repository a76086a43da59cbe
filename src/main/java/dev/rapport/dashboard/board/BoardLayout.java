package dev.rapport.dashboard.board;

import dev.rapport.annotation.Annotations;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.Tab;
import dev.rapport.dashboard.TrendView;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
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

    /** @param trend of the metric with this key, @param group of segments that its table is by */
    BoardLayout(Board board, String trend, String group, PageContext context) {
        this.board = board;
        this.trend = trend;
        this.group = group;
        this.context = context;
    }

    /** @param notes what happened meanwhile */
    BoardPage page(Answers answers, List<Annotations.Note> notes) {
        PageLinks links = context.withGroup(
                new PageLinks(board.path(), context.slice())
                        .with(TREND, trend.equals(board.trends().get(0)) ? "" : trend),
                GROUP,
                group);
        List<Headline> headlines = board.headlines().stream()
                .map(key -> Headline.of(
                        answers.to(ask(key, Grouping.TOTAL)), answers.to(course(key)), links, context.figures()))
                .toList();
        return new BoardPage(
                links.url(),
                board.title(context.words()),
                board.lead(context.words()),
                context.period(),
                FilterBar.of(links, context.choices(), board.options(), context.periods()),
                links.extras(),
                headlines.stream().allMatch(headline -> isNothing(answers.to(ask(headline.key(), Grouping.TOTAL)))),
                headlines,
                board.trends().stream()
                        .map(key -> new Tab(key, links.with(TREND, key).url(), key.equals(trend)))
                        .toList(),
                TrendView.of(
                        answers.to(ask(trend, Grouping.TREND)), links, context.figures(), context.periods(), notes),
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
                                words.exitPages(), links.under("/metrics/exit_rate/parts/" + Dimension.PAGE.key())));
            case PRODUCT ->
                List.of(
                        new PageSection(
                                words.usageByFeature(),
                                links.under("/metrics/feature_usage/parts/" + Dimension.FEATURE.key())),
                        new PageSection(words.adoption(), links.under("/product/adoption")));
            default -> List.of();
        };
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.of(
                        board.headlines().stream().flatMap(key -> Stream.of(ask(key, Grouping.TOTAL), course(key))),
                        Stream.of(ask(trend, Grouping.TREND)),
                        board.columns().stream()
                                .flatMap(key ->
                                        Stream.of(ask(key, Grouping.CHANNELS), ask(key, Grouping.segments(group)))))
                .flatMap(asks -> asks);
    }

    private BreakdownTable breakdown(Answers answers, Grouping grouping, String by, PageLinks links) {
        List<Answer> columns = board.columns().stream()
                .map(key -> answers.to(ask(key, grouping)))
                .toList();
        return BreakdownTable.of(columns, by, key -> links.narrowed(grouping, key), links, context.figures());
    }

    /** For a sparkline, which shows no comparison: that would be as much work again. */
    private MetricQuery course(String key) {
        return new MetricQuery(key, context.slice().withComparison(Comparison.NONE), Grouping.TREND);
    }

    private MetricQuery ask(String key, Grouping grouping) {
        return new MetricQuery(key, context.slice(), grouping);
    }

    private static boolean isNothing(Answer total) {
        return total.total().figure().n() == 0;
    }
}
