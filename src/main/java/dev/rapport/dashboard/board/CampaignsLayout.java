package dev.rapport.dashboard.board;

import dev.rapport.annotation.Annotations;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.BreakdownTable;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.dashboard.PageSection;
import dev.rapport.dashboard.TrendView;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lays out what campaigns cost and bring: says what to ask for, and makes the page of the answers. */
final class CampaignsLayout {
    static final String TREND = "trend";
    private static final String LIFT = "variant_lift";

    /** More tests than anybody reads on one page; each campaign has its own. */
    private static final int MOST_TESTS = 6;

    private static final List<String> HEADLINES =
            List.of("spend", "ctr", "acquired_customers", "campaign_cac", "cac", "attributed_revenue", "roi");
    static final List<String> TRENDS = List.of("spend", "attributed_revenue", "ctr", "acquired_customers");
    private static final List<String> CAMPAIGN_COLUMNS = List.of(
            "spend",
            "attributed_revenue",
            "roi",
            "ctr",
            "sessions",
            "time_on_page",
            "conversion_rate",
            "acquired_customers",
            "campaign_cac");
    private static final List<String> VARIANT_COLUMNS = List.of("ctr", LIFT, "variant_p_value");
    private static final List<String> CHANNEL_COLUMNS =
            List.of("spend", "attributed_revenue", "roi", "ctr", "acquired_customers", "campaign_cac", "cac");

    private final String trend;
    private final PageContext context;
    private final BoardParts parts;

    /** @param trend of the metric with this key */
    CampaignsLayout(String trend, PageContext context) {
        this.trend = trend;
        this.context = context;
        this.parts = new BoardParts(context);
    }

    /**
     * @param tried answers to {@link #asksOfTests}
     * @param notes what happened meanwhile
     */
    CampaignsPage page(Answers answers, Answers tried, List<Annotations.Note> notes) {
        Slice slice = context.slice();
        PageLinks links = new PageLinks("/campaigns", slice).with(TREND, trend.equals(TRENDS.get(0)) ? "" : trend);
        BreakdownTable byCampaign = byCampaign(answers, links);
        return new CampaignsPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(SliceOption.GOAL.key()), context.periods()),
                links.extras(),
                // A campaign that only brought visits has no figure above, and is one all the same.
                byCampaign.rows().isEmpty() && parts.isEmpty(HEADLINES, answers),
                !slice.segments().isEverybody(),
                parts.headlines(HEADLINES, answers, links),
                BoardParts.trends(TRENDS, TREND, trend, links),
                TrendView.of(
                        answers.to(parts.ask(trend, Grouping.TREND)),
                        links,
                        context.figures(),
                        context.periods(),
                        notes),
                byCampaign,
                new PageSection(context.words(CampaignMessages.class).goals(), links.under("/campaigns/goals")),
                BreakdownTable.of(
                        CHANNEL_COLUMNS.stream()
                                .map(key -> answers.to(parts.ask(key, Grouping.CHANNELS)))
                                .toList(),
                        "channel",
                        key -> links.narrowed(Grouping.CHANNELS, key),
                        links,
                        context.figures()),
                tested(answers).map(campaign -> test(campaign, tried, links)).toList());
    }

    /** What must be known to show it, but for the variants. */
    Stream<MetricQuery> asks() {
        return Stream.of(
                        parts.asks(HEADLINES),
                        Stream.of(parts.ask(trend, Grouping.TREND), plain(LIFT, context.slice(), Dimension.CAMPAIGN)),
                        CAMPAIGN_COLUMNS.stream().map(key -> parts.ask(key, Grouping.parts(Dimension.CAMPAIGN))),
                        CHANNEL_COLUMNS.stream().map(key -> parts.ask(key, Grouping.CHANNELS)))
                .flatMap(asks -> asks);
    }

    /** Visits without a campaign are no campaign's. */
    private BreakdownTable byCampaign(Answers answers, PageLinks links) {
        return BreakdownTable.of(
                        CAMPAIGN_COLUMNS.stream()
                                .map(key -> answers.to(parts.ask(key, Grouping.parts(Dimension.CAMPAIGN))))
                                .toList(),
                        "part:" + Dimension.CAMPAIGN.key(),
                        key -> key.part()
                                .filter(name -> !name.isEmpty())
                                .map(name -> links.with(narrowed(Dimension.CAMPAIGN, name))
                                        .url())
                                .orElse(""),
                        links,
                        context.figures())
                .labelled();
    }

    /** What must be known of the variants of the campaigns that the answers tell of. */
    Stream<MetricQuery> asksOfTests(Answers answers) {
        return tested(answers).flatMap(campaign -> VARIANT_COLUMNS.stream().map(key -> variants(key, campaign)));
    }

    private Stream<String> tested(Answers answers) {
        return answers.to(plain(LIFT, context.slice(), Dimension.CAMPAIGN)).rows().stream()
                .map(CampaignsLayout::name)
                .filter(campaign -> !campaign.isEmpty())
                .limit(MOST_TESTS);
    }

    private MetricQuery variants(String key, String campaign) {
        return plain(key, narrowed(Dimension.CAMPAIGN, campaign), Dimension.VARIANT);
    }

    private CampaignsPage.Test test(String campaign, Answers tried, PageLinks links) {
        Slice slice = narrowed(Dimension.CAMPAIGN, campaign);
        List<Answer> answers = VARIANT_COLUMNS.stream()
                .map(key -> tried.to(variants(key, campaign)))
                .toList();
        return new CampaignsPage.Test(
                campaign,
                links.with(slice).csv(LIFT, "part:" + Dimension.VARIANT.key()),
                answers.get(0).rows().stream()
                        .filter(row ->
                                row.key().part().filter(name -> !name.isEmpty()).isPresent())
                        .sorted((one, other) -> name(one).compareTo(name(other)))
                        .map(row -> variant(row, answers))
                        .toList());
    }

    private CampaignsPage.Variant variant(Answer.Row row, List<Answer> answers) {
        FigureText text = context.figures();
        Optional<Answer.Row> lift = at(answers.get(1), row.key());
        Optional<Answer.Row> p = at(answers.get(2), row.key());
        return new CampaignsPage.Variant(
                name(row),
                FigureView.of(answers.get(0), row, text),
                text.numbers().whole(row.figure().numerator()),
                text.numbers().whole(row.figure().denominator()),
                lift.filter(each -> each.figure().value().isPresent())
                        .map(each -> FigureView.of(answers.get(1), each, text).value())
                        .orElse(""),
                lift.flatMap(each -> each.figure().interval())
                        .map(interval -> text.value(
                                        answers.get(1).metric().definition().unit(), interval.low())
                                + " – "
                                + text.value(
                                        answers.get(1).metric().definition().unit(), interval.high()))
                        .orElse(""),
                p.flatMap(each -> each.figure().value())
                        .map(value -> value.doubleValue() < 0.001
                                ? "< 0.001"
                                : text.numbers().decimal(value, 3))
                        .orElse(""),
                lift.flatMap(each -> each.figure().interval())
                        .map(interval -> interval.low() > 0 ? "better" : interval.high() < 0 ? "worse" : "unclear")
                        .orElse(""));
    }

    private static String name(Answer.Row row) {
        return row.key().part().orElse("");
    }

    private static Optional<Answer.Row> at(Answer answer, DimensionKey key) {
        return answer.rows().stream().filter(row -> row.key().equals(key)).findFirst();
    }

    private Slice narrowed(Dimension dimension, String name) {
        return context.slice().withOption(dimension.option(), Optional.of(name));
    }

    private static MetricQuery plain(String key, Slice slice, Dimension dimension) {
        return new MetricQuery(key, slice.withComparison(Comparison.NONE), Grouping.parts(dimension));
    }
}
