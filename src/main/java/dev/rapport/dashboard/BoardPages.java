package dev.rapport.dashboard;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Queries the figures of a dashboard and lays them out. */
@RequestScoped
class BoardPages {
    private static final String TREND = "trend";
    private static final String GROUP = "group";

    private final MetricQueries metrics;
    private final SliceRequest asked;

    BoardPages(MetricQueries metrics, SliceRequest asked) {
        this.metrics = metrics;
        this.asked = asked;
    }

    BoardPage page(Board board) {
        Slice slice = asked.slice();
        String trend = asked.choice(TREND, board.trends());
        String group = asked.choice(GROUP, asked.groups());
        PageLinks links = new PageLinks(board.path(), slice)
                .with(TREND, trend.equals(board.trends().get(0)) ? "" : trend)
                .with(GROUP, group.equals(asked.groups().get(0)) ? "" : group);
        Answers answers = new Answers(metrics, asks(board, trend, group));
        List<Headline> headlines = board.headlines().stream()
                .map(key -> Headline.of(
                        answers.to(ask(key, Grouping.TOTAL)), answers.to(course(key)), links, asked.figures()))
                .toList();
        return new BoardPage(
                links.url(),
                board.title(asked.words()),
                board.lead(asked.words()),
                asked.periods().period(slice.period()),
                FilterBar.of(links, asked.choices(), board.options(), asked.periods()),
                links.extras(),
                headlines.stream().allMatch(headline -> isNothing(answers.to(ask(headline.key(), Grouping.TOTAL)))),
                headlines,
                board.trends().stream()
                        .map(key ->
                                new BoardPage.Tab(key, links.with(TREND, key).url(), key.equals(trend)))
                        .toList(),
                TrendView.of(
                        answers.to(ask(trend, Grouping.TREND)), links, asked.figures(), asked.periods(), asked.notes()),
                breakdown(answers, board, Grouping.CHANNELS, "channel", links),
                asked.choices().groups().stream()
                        .map(other -> new BoardPage.Tab(
                                other.name(),
                                links.with(GROUP, other.key()).url(),
                                other.key().equals(group)))
                        .toList(),
                breakdown(answers, board, Grouping.segments(group), "segment:" + group, links),
                sections(board, links));
    }

    /** What is fetched when somebody gets there. */
    private List<PartsResource.Section> sections(Board board, PageLinks links) {
        ProductMessages words = asked.reader().words(ProductMessages.class);
        return switch (board) {
            case MARKETING ->
                List.of(
                        new PartsResource.Section(
                                words.mostViewedPages(),
                                links.under("/metrics/page_views/parts/" + Dimension.PAGE.key())),
                        new PartsResource.Section(
                                words.exitPages(), links.under("/metrics/exit_rate/parts/" + Dimension.PAGE.key())));
            case PRODUCT ->
                List.of(
                        new PartsResource.Section(
                                words.usageByFeature(),
                                links.under("/metrics/feature_usage/parts/" + Dimension.FEATURE.key())),
                        new PartsResource.Section(words.adoption(), links.under("/product/adoption")));
            default -> List.of();
        };
    }

    private Stream<MetricQuery> asks(Board board, String trend, String group) {
        return Stream.of(
                        board.headlines().stream().flatMap(key -> Stream.of(ask(key, Grouping.TOTAL), course(key))),
                        Stream.of(ask(trend, Grouping.TREND)),
                        board.columns().stream()
                                .flatMap(key ->
                                        Stream.of(ask(key, Grouping.CHANNELS), ask(key, Grouping.segments(group)))))
                .flatMap(asks -> asks);
    }

    private BreakdownTable breakdown(Answers answers, Board board, Grouping grouping, String by, PageLinks links) {
        List<Answer> columns = board.columns().stream()
                .map(key -> answers.to(ask(key, grouping)))
                .toList();
        return BreakdownTable.of(columns, by, key -> narrowed(links, grouping, key), links, asked.figures());
    }

    /** The same page for one channel, or one segment value, alone. */
    static String narrowed(PageLinks links, Grouping grouping, DimensionKey key) {
        Slice slice = links.slice();
        if (key.channel().isPresent()) {
            return links.with(slice.withChannels(Set.of(key.channel().get()))).url();
        }
        if (key.segmentValue().isEmpty() || grouping.segmentGroup().isEmpty()) {
            return "";
        }
        TreeMap<String, SortedSet<String>> values =
                new TreeMap<>(slice.segments().values());
        values.put(
                grouping.segmentGroup().get(),
                new TreeSet<>(Set.of(key.segmentValue().get())));
        return links.with(slice.withSegments(new SegmentFilter(values))).url();
    }

    /** For a sparkline, which shows no comparison: that would be as much work again. */
    private MetricQuery course(String key) {
        return new MetricQuery(key, asked.slice().withComparison(Comparison.NONE), Grouping.TREND);
    }

    private MetricQuery ask(String key, Grouping grouping) {
        return new MetricQuery(key, asked.slice(), grouping);
    }

    private static boolean isNothing(Answer total) {
        return total.total().figure().n() == 0;
    }
}
