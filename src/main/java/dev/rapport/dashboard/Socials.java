package dev.rapport.dashboard;

import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.Ask;
import dev.rapport.query.GroupKey;
import dev.rapport.query.Grouping;
import dev.rapport.query.Metrics;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Part;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for what others say, and lays it out. */
@RequestScoped
class Socials {
    private static final String TREND = "trend";
    private static final String MENTIONS = "mentions";

    /** Of which some mentions may not be labelled; n of the figure is those that are. */
    private static final List<String> LABELLED =
            List.of("net_sentiment", "frustrated_share", "technical_share", "article_helps_share", "needs_reply_share");

    private static final List<String> HEADLINES = Stream.of(
                    Stream.of(MENTIONS), LABELLED.stream(), Stream.of("social_engagement_rate", "shares", "followers"))
            .flatMap(keys -> keys)
            .toList();
    private static final List<String> TRENDS =
            List.of(MENTIONS, "net_sentiment", "frustrated_share", "needs_reply_share");
    private static final List<String> COLUMNS = List.of(
            MENTIONS,
            "net_sentiment",
            "frustrated_share",
            "technical_share",
            "article_helps_share",
            "needs_reply_share");
    private static final List<Part> PARTS = List.of(Part.TOPIC, Part.NETWORK, Part.BRAND);
    private static final List<String> TONES = List.of("positive", "neutral", "negative", "");

    private final Metrics metrics;
    private final Asked asked;

    Socials(Metrics metrics, Asked asked) {
        this.metrics = metrics;
        this.asked = asked;
    }

    SocialPage page() {
        Slice slice = asked.slice();
        String trend = asked.choice(TREND, TRENDS);
        Links links = new Links("/social", slice).with(TREND, trend.equals(MENTIONS) ? "" : trend);
        Answers answers = new Answers(metrics, asks(trend));
        long mentions =
                answers.to(ask(MENTIONS, Grouping.TOTAL)).total().figure().n();
        return new SocialPage(
                links.url(),
                asked.periods().period(slice.period()),
                FilterBar.of(links, asked.choices(), Set.of(SliceOption.PER.key()), asked.periods()),
                links.extras(),
                HEADLINES.stream()
                        .allMatch(key -> answers.to(ask(key, Grouping.TOTAL))
                                        .total()
                                        .figure()
                                        .n()
                                == 0),
                HEADLINES.stream()
                        .map(key -> Headline.of(
                                answers.to(ask(key, Grouping.TOTAL)), answers.to(course(key)), links, asked.figures()))
                        .toList(),
                TRENDS.stream()
                        .map(key ->
                                new BoardPage.Tab(key, links.with(TREND, key).url(), key.equals(trend)))
                        .toList(),
                TrendView.of(
                        answers.to(ask(trend, Grouping.TREND)), links, asked.figures(), asked.periods(), asked.notes()),
                unlabelled(answers, mentions),
                tones(answers.to(plain(Part.SENTIMENT)), mentions, links),
                links.csv(MENTIONS, "part:" + Part.SENTIMENT.key()),
                HoursTable.of(
                        answers.to(plain(Part.WEEKDAY_HOUR)),
                        slice.weekStart(),
                        asked.reader().numbers()),
                links.csv(MENTIONS, "part:" + Part.WEEKDAY_HOUR.key()),
                PARTS.stream().map(part -> byPart(answers, part, links)).toList());
    }

    private Stream<Ask> asks(String trend) {
        return Stream.of(
                        HEADLINES.stream().flatMap(key -> Stream.of(ask(key, Grouping.TOTAL), course(key))),
                        Stream.of(ask(trend, Grouping.TREND), plain(Part.SENTIMENT), plain(Part.WEEKDAY_HOUR)),
                        PARTS.stream().flatMap(part -> COLUMNS.stream().map(key -> ask(key, Grouping.parts(part)))))
                .flatMap(asks -> asks);
    }

    private List<SocialPage.Unlabelled> unlabelled(Answers answers, long mentions) {
        return LABELLED.stream()
                .map(key -> {
                    long labelled = answers.to(ask(key, Grouping.TOTAL))
                            .total()
                            .figure()
                            .n();
                    return new SocialPage.Unlabelled(
                            key,
                            asked.reader().numbers().count(mentions - labelled),
                            percent(mentions - labelled, mentions));
                })
                .filter(each -> !each.count().equals("0"))
                .toList();
    }

    private List<SocialPage.Tone> tones(Answer answer, long mentions, Links links) {
        Map<String, Long> counts = answer.rows().stream()
                .collect(Collectors.toMap(row -> row.key().part().orElse(""), row -> count(row.figure())));
        return TONES.stream()
                .map(tone -> {
                    long count = counts.getOrDefault(tone, 0L);
                    return new SocialPage.Tone(
                            tone.isEmpty() ? "unlabelled" : tone,
                            asked.reader().numbers().count(count),
                            percent(count, mentions),
                            mentions == 0 ? 0 : (int) Math.round(100.0 * count / mentions),
                            narrowed(links, Part.SENTIMENT, tone));
                })
                .toList();
    }

    private SocialPage.ByPart byPart(Answers answers, Part part, Links links) {
        List<Answer> columns = COLUMNS.stream()
                .map(key -> answers.to(ask(key, Grouping.parts(part))))
                .toList();
        Function<GroupKey, String> drill =
                key -> narrowed(links, part, key.part().orElse(""));
        return new SocialPage.ByPart(
                part.key(), Breakdown.of(columns, "part:" + part.key(), drill, links, asked.figures()));
    }

    /** The page for one value alone; what has no name cannot be asked for by it. */
    private static String narrowed(Links links, Part part, String value) {
        return value.isEmpty()
                ? ""
                : links.with(links.slice().withOption(part.option(), Optional.of(value)))
                        .url();
    }

    private static long count(Figure figure) {
        return figure.value().map(BigDecimal::longValue).orElse(0L);
    }

    private String percent(long part, long whole) {
        return whole == 0
                ? ""
                : asked.reader()
                        .numbers()
                        .percent(
                                BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64),
                                1);
    }

    /** By part, with nothing to compare. */
    private Ask plain(Part part) {
        return new Ask(MENTIONS, asked.slice().withComparison(Comparison.NONE), Grouping.parts(part));
    }

    private Ask course(String key) {
        return new Ask(key, asked.slice().withComparison(Comparison.NONE), Grouping.TREND);
    }

    private Ask ask(String key, Grouping grouping) {
        return new Ask(key, asked.slice(), grouping);
    }
}
