package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metric.VariantMetric.Trial;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of campaigns and social media, through the metrics themselves. */
class CampaignExamplesTest {
    @Test
    void fiftyClicksOf200ImpressionsAre25PerCentAnd100Of1000Are10() {
        assertValue(clicks(50, 200), "25");
        assertValue(clicks(100, 1_000), "10");
        assertThat(clicks(65, 1_000).n()).isEqualTo(1_000);
    }

    @Test
    void moreClicksThanImpressionsHaveARateButNoInterval() {
        assertValue(clicks(30, 20), "150");
        assertThat(clicks(30, 20).interval()).isEmpty();
    }

    @Test
    void interactionsOf10000FollowersAre7Point5PerCent() {
        SocialEngagementRate rate = new SocialEngagementRate();
        Figure interactions = Given.counts()
                .sum(Measure.LIKES, 500)
                .sum(Measure.SHARES, 200)
                .sum(Measure.COMMENTS, 50)
                .of(rate.operands(Given.slice("per=followers")).get(0).metric());

        Figure followers = new Followers().figure(10_000);
        Slice perFollowers = Given.slice("per=followers");

        assertValue(rate.figure(perFollowers, List.of(interactions, followers, Figures.count(1))), "7.5");
        assertValue(rate.figure(perFollowers, List.of(interactions, followers, Figures.count(3))), "2.5");
        assertThat(rate.figure(perFollowers, List.of(interactions, followers, Figures.count(0)))
                        .value())
                .isEmpty();
        assertThat(rate.operands(Given.slice("per=followers")).get(1).metric()).isInstanceOf(Followers.class);
        assertThat(rate.benchmark(Given.slice("per=followers"), SurveyItems.NONE))
                .isEmpty();
        assertThat(rate.benchmark(Given.slice(""), SurveyItems.NONE)).isPresent();
    }

    @Test
    void aPostsRateHasAnIntervalWhereItsInteractionsAreAShare() {
        Figure rate = PostEngagement.rate(new BigDecimal("50.00"), 2_000);
        assertValue(rate, "2.5");
        assertThat(rate.interval().orElseThrow().low()).isCloseTo(1.9010, within(1e-3));
        assertThat(rate.interval().orElseThrow().high()).isCloseTo(3.2814, within(1e-3));
        assertThat(PostEngagement.rate(new BigDecimal("50.5"), 2_000).interval())
                .isEmpty();
        assertValue(PostEngagement.rate(new BigDecimal("30"), 20), "150");
        assertThat(PostEngagement.rate(new BigDecimal("30"), 20).interval()).isEmpty();
        assertThat(PostEngagement.rate(BigDecimal.ZERO, 0).value()).isEmpty();
    }

    @Test
    void savesAndMentionsAreInteractionsTooAndImpressionsAreOfPosts() {
        SocialEngagementRate rate = new SocialEngagementRate();
        Given counts = Given.counts()
                .sum(Measure.LIKES, 20)
                .sum(Measure.SHARES, 5)
                .sum(Measure.COMMENTS, 4)
                .sum(Measure.SAVES, 1)
                .sum(Measure.MENTIONS, 10)
                .sum(Measure.POST_IMPRESSIONS, 2_000);
        List<Figure> operands = rate.operands(Given.slice("")).stream()
                .map(operand -> counts.of(operand.metric()))
                .toList();

        assertValue(rate.figure(Given.slice(""), operands), "2");
    }

    @Test
    void aNewCustomerCostsWhatWasSpentByThoseWhoCame() {
        Figure spend = Given.counts()
                .sum(Measure.SPEND, 5_000_000_000L)
                .sum(Measure.SPEND_DAYS, 31)
                .figure("spend");
        Figure figure = new AcquisitionCost().figure(Given.slice(""), List.of(spend, Figures.count(100)));

        assertValue(figure, "50");
        assertThat(figure.n()).isEqualTo(100);
    }

    @Test
    void costIsNotKnownWhereNoSpendIsOnRecordNorWhereNobodyCame() {
        AcquisitionCost cost = new AcquisitionCost();
        Figure nothing = Given.counts().figure("spend");
        Figure some = Given.counts()
                .sum(Measure.SPEND, 1_000_000)
                .sum(Measure.SPEND_DAYS, 1)
                .figure("spend");

        assertThat(cost.figure(Given.slice(""), List.of(nothing, Figures.count(7)))
                        .value())
                .isEmpty();
        assertThat(cost.figure(Given.slice(""), List.of(some, Figures.count(0))).value())
                .isEmpty();
        assertThat(cost.figure(Given.slice(""), List.of(some, Figure.noData())).value())
                .isEmpty();
    }

    @Test
    void revenueOf1500For500SpentIsAReturnOf200PerCent() {
        assertValue(roi(1_500, 500), "200");
        assertValue(roi(0, 500), "-100");
        assertThat(roi(1_500, 0).value()).isEmpty();
    }

    /** z = 0.1 / sqrt(0.3 x 0.7 x (1/200 + 1/200)) = 2.1822. */
    @Test
    void seventyOf200Are10PointsMoreThan50Of200() {
        Trial control = new Trial(50, 200);
        Trial variant = new Trial(70, 200);
        Figure lift = new VariantLift().figure(control, variant);

        assertValue(lift, "10");
        assertThat(lift.n()).isEqualTo(400);
        assertThat(lift.interval().orElseThrow().low()).isCloseTo(1.015, within(0.001));
        assertThat(lift.interval().orElseThrow().high()).isCloseTo(18.769, within(0.001));
        assertThat(new VariantProbability()
                        .figure(control, variant)
                        .value()
                        .orElseThrow()
                        .doubleValue())
                .isCloseTo(0.0291, within(0.00005));
        assertThat(new VariantLift().figure(variant, control).value().orElseThrow())
                .isEqualByComparingTo("-10");
    }

    /** Newcombe (1998), table II, case (a) 56/70 - 48/80: method 10. */
    @Test
    void differencesHaveNewcombesInterval() {
        ConfidenceInterval interval = Statistics.difference(48, 80, 56, 70).orElseThrow();

        assertThat(interval.low()).isCloseTo(0.0524, within(0.00005));
        assertThat(interval.high()).isCloseTo(0.3339, within(0.00005));
    }

    @Test
    void variantsThatNobodySawOrNobodyClickedCannotBeCompared() {
        assertThat(new VariantLift().figure(new Trial(0, 0), new Trial(5, 10)).value())
                .isEmpty();
        assertThat(new VariantProbability()
                        .figure(new Trial(0, 10), new Trial(0, 10))
                        .value())
                .isEmpty();
        assertThat(new VariantProbability()
                        .figure(new Trial(10, 10), new Trial(10, 10))
                        .value())
                .isEmpty();
    }

    @Test
    void sixtyPositiveAnd20NegativeOf100AreANetSentimentOf40() {
        Figure figure = Given.counts()
                .sum(Measure.MENTIONS_POSITIVE, 60)
                .sum(Measure.MENTIONS_NEUTRAL, 20)
                .sum(Measure.MENTIONS_NEGATIVE, 20)
                .sum(Measure.MENTIONS, 500)
                .figure("net_sentiment");

        assertValue(figure, "40");
        assertThat(figure.n()).isEqualTo(100);
        assertThat(figure.interval().orElseThrow().low()).isCloseTo(24.32, within(0.01));
    }

    @Test
    void mentionsWithoutALabelAreNotBelowTheLine() {
        Figure figure = Given.counts()
                .sum(Measure.FRUSTRATED, 12)
                .sum(Measure.FRUSTRATION_LABELLED, 48)
                .sum(Measure.MENTIONS, 200)
                .figure("frustrated_share");

        assertValue(figure, "25");
        assertThat(figure.n()).isEqualTo(48);
    }

    @Test
    void anOpenRateOf200Of1000DeliveredIs20PerCent() {
        Figure rate = Given.counts()
                .sum(Measure.OPENS_OF_DELIVERED, 200)
                .sum(Measure.DELIVERED_WITH_OPENS, 1_000)
                .figure("open_rate");

        assertThat(rate.value().orElseThrow()).isEqualByComparingTo("20");
        assertThat(rate.n()).isEqualTo(1_000);
        assertThat(Given.counts().sum(Measure.OPENS, 230).figure("opens").value())
                .contains(new BigDecimal("230"));
    }

    @ParameterizedTest
    @CsvSource({"likes, 500", "shares, 200", "post_comments, 50", "saves, 30"})
    void eachReactionToPostsIsCountedByItself(String key, String count) {
        Figure figure = Given.counts()
                .sum(Measure.LIKES, 500)
                .sum(Measure.SHARES, 200)
                .sum(Measure.COMMENTS, 50)
                .sum(Measure.SAVES, 30)
                .figure(key);

        assertValue(figure, count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctr",
                "open_rate",
                "roi",
                "net_sentiment",
                "frustrated_share",
                "technical_share",
                "article_helps_share",
                "needs_reply_share"
            })
    void nothingToDivideByIsNoData(String key) {
        assertThat(Given.counts().figure(key).value()).isEmpty();
        assertThat(Given.counts().figure(key).interval()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spend", "attributed_revenue", "likes", "shares", "post_comments", "saves", "mentions"})
    void nothingCountedIsZero(String key) {
        assertValue(Given.counts().figure(key), "0");
    }

    private static Figure clicks(long clicks, long seen) {
        return Given.counts()
                .sum(Measure.CLICKS, clicks)
                .sum(Measure.EXPOSURES, seen)
                .figure("ctr");
    }

    private static Figure roi(long revenue, long spend) {
        return Given.counts()
                .sum(Measure.ATTRIBUTED_REVENUE, revenue * 1_000_000)
                .sum(Measure.ATTRIBUTED_ORDERS, 3)
                .sum(Measure.SPEND, spend * 1_000_000)
                .figure("roi");
    }

    private static void assertValue(Figure figure, String value) {
        assertThat(figure.value().orElseThrow()).isEqualByComparingTo(new BigDecimal(value));
    }
}
