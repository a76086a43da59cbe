package dev.rapport.dashboard.board;

import dev.rapport.annotation.Annotations;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.TrendView;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out what others say: says what to ask for, and makes the page of the answers. */
final class SocialLayout {
    static final String TREND = "trend";
    private static final String MENTIONS = "mentions";

    /** Of which some mentions may not be labelled; n of the figure is those that are. */
    private static final List<String> LABELLED =
            List.of("net_sentiment", "frustrated_share", "technical_share", "article_helps_share", "needs_reply_share");

    private static final List<String> HEADLINES = Stream.of(
                    Stream.of(MENTIONS),
                    LABELLED.stream(),
                    Stream.of(
                            "social_engagement_rate",
                            "likes",
                            "shares",
                            "post_comments",
                            "saves",
                            "post_clicks",
                            "followers"))
            .flatMap(keys -> keys)
            .toList();
    static final List<String> TRENDS = List.of(MENTIONS, "net_sentiment", "frustrated_share", "needs_reply_share");
    private static final List<String> COLUMNS = List.of(
            MENTIONS,
            "net_sentiment",
            "frustrated_share",
            "technical_share",
            "article_helps_share",
            "needs_reply_share");
    private static final List<Dimension> PARTS = List.of(Dimension.TOPIC, Dimension.NETWORK, Dimension.BRAND);
    private static final List<String> TONES = List.of("positive", "neutral", "negative", "");

    private final String trend;
    private final PageContext context;
    private final BoardParts parts;

    /** @param trend of the metric with this key */
    SocialLayout(String trend, PageContext context) {
        this.trend = trend;
        this.context = context;
        this.parts = new BoardParts(context);
    }

    /** @param notes what happened meanwhile */
    SocialPage page(Answers answers, List<Annotations.Note> notes) {
        Slice slice = context.slice();
        PageLinks links = new PageLinks("/social", slice).with(TREND, trend.equals(MENTIONS) ? "" : trend);
        long mentions =
                answers.to(parts.ask(MENTIONS, Grouping.TOTAL)).total().figure().n();
        return new SocialPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(SliceOption.PER.key()), context.periods()),
                links.extras(),
                parts.isEmpty(HEADLINES, answers),
                parts.headlines(HEADLINES, answers, links),
                BoardParts.trends(TRENDS, TREND, trend, links),
                TrendView.of(
                        answers.to(parts.ask(trend, Grouping.TREND)),
                        links,
                        context.figures(),
                        context.periods(),
                        notes),
                unlabelled(answers, mentions),
                tones(answers.to(plain(Dimension.SENTIMENT)), mentions, links),
                links.csv(MENTIONS, "part:" + Dimension.SENTIMENT.key()),
                HoursTable.of(answers.to(plain(Dimension.WEEKDAY_HOUR)), slice.weekStart(), context.figures()),
                links.csv(MENTIONS, "part:" + Dimension.WEEKDAY_HOUR.key()),
                new PageSection(context.words(SocialMessages.class).posts(), links.under("/social/posts")),
                PARTS.stream()
                        .map(dimension -> byPart(answers, dimension, links))
                        .toList());
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.of(
                        parts.asks(HEADLINES),
                        Stream.of(
                                parts.ask(trend, Grouping.TREND),
                                plain(Dimension.SENTIMENT),
                                plain(Dimension.WEEKDAY_HOUR)),
                        PARTS.stream()
                                .flatMap(dimension ->
                                        COLUMNS.stream().map(key -> parts.ask(key, Grouping.parts(dimension)))))
                .flatMap(asks -> asks);
    }

    private List<SocialPage.Unlabelled> unlabelled(Answers answers, long mentions) {
        return LABELLED.stream()
                .map(key -> {
                    long labelled = answers.to(parts.ask(key, Grouping.TOTAL))
                            .total()
                            .figure()
                            .n();
                    return new SocialPage.Unlabelled(
                            key,
                            context.audience().numbers().count(mentions - labelled),
                            percent(mentions - labelled, mentions));
                })
                .filter(each -> !each.count().equals("0"))
                .toList();
    }

    private List<SocialPage.Tone> tones(Answer answer, long mentions, PageLinks links) {
        Map<String, Long> counts = answer.rows().stream()
                .collect(Collectors.toMap(row -> row.key().part().orElse(""), row -> count(row.figure())));
        return TONES.stream()
                .map(tone -> {
                    long count = counts.getOrDefault(tone, 0L);
                    return new SocialPage.Tone(
                            tone.isEmpty() ? "unlabelled" : tone,
                            context.audience().numbers().count(count),
                            percent(count, mentions),
                            mentions == 0 ? 0 : (int) Math.round(100.0 * count / mentions),
                            narrowed(links, Dimension.SENTIMENT, tone));
                })
                .toList();
    }

    private SocialPage.ByPart byPart(Answers answers, Dimension dimension, PageLinks links) {
        List<Answer> columns = COLUMNS.stream()
                .map(key -> answers.to(parts.ask(key, Grouping.parts(dimension))))
                .toList();
        Function<DimensionKey, String> drill =
                key -> narrowed(links, dimension, key.part().orElse(""));
        return new SocialPage.ByPart(
                dimension.key(),
                BreakdownTable.of(columns, "part:" + dimension.key(), drill, links, context.figures()));
    }

    /** The page for one value alone; what has no name cannot be asked for by it. */
    private static String narrowed(PageLinks links, Dimension dimension, String value) {
        return value.isEmpty()
                ? ""
                : links.with(links.slice().withOption(dimension.option(), Optional.of(value)))
                        .url();
    }

    private static long count(Figure figure) {
        return figure.value().map(BigDecimal::longValue).orElse(0L);
    }

    private String percent(long part, long whole) {
        return whole == 0
                ? ""
                : context.audience()
                        .numbers()
                        .percent(
                                BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64),
                                1);
    }

    /** By part, with nothing to compare. */
    private MetricQuery plain(Dimension dimension) {
        return new MetricQuery(MENTIONS, context.slice().withComparison(Comparison.NONE), Grouping.parts(dimension));
    }
}
