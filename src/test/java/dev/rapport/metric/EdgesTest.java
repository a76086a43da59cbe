package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where metrics usually go wrong. */
class EdgesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new_visitor_share",
                "pages_per_session",
                "session_duration",
                "bounce_rate",
                "exit_rate",
                "scroll_depth",
                "time_on_page",
                "conversion_rate",
                "stickiness",
                "feature_usage",
                "nps",
                "promoter_share",
                "passive_share",
                "detractor_share",
                "csat",
                "ces",
                "response_rate",
                "resolution_rate",
                "aov",
                "purchase_frequency"
            })
    void nothingToDivideByIsNoData(String key) {
        Figure figure = Given.counts().figure(key);

        assertThat(figure.value()).isEmpty();
        assertThat(figure.interval()).isEmpty();
        assertThat(figure.n()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page_views",
                "sessions",
                "unique_visitors",
                "dau",
                "wau",
                "mau",
                "ticket_volume",
                "orders",
                "revenue"
            })
    void nothingCountedIsZero(String key) {
        assertThat(Given.counts().figure(key).value().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void nobodyToLoseIsNoData() {
        Slice slice = Given.slice("");
        Stock grown = Stock.customers(0, 10, 10);

        assertThat(new ChurnRate().figure(slice, grown).value()).isEmpty();
        assertThat(new RetentionRate().figure(slice, grown).value()).isEmpty();
        assertThat(new NetGrowth().figure(slice, grown).value()).isEmpty();
        assertThat(new RevenueChurn().figure(slice, Stock.EMPTY).value()).isEmpty();
        assertThat(new PayingCustomers().figure(slice, grown).value().orElseThrow())
                .isEqualByComparingTo("10");
    }

    @Test
    void aRateOfTheWholeIsNoAverageOfRates() {
        // Monday 1 of 1, Tuesday 0 of 99: the average of the days' rates would be 50 %.
        Figure both = Given.counts()
                .sum(Measure.BOUNCES, 1 + 0)
                .sum(Measure.PAGE_SESSIONS, 1 + 99)
                .figure("bounce_rate");

        assertThat(both.value().orElseThrow()).isEqualByComparingTo("1");
    }

    @Test
    void moreAnswersThanInvitationsHaveARateButNoInterval() {
        Figure figure = Given.counts()
                .sum(Measure.INVITED_ANSWERS, 12)
                .sum(Measure.INVITATIONS, 10)
                .figure("response_rate");

        assertThat(figure.value().orElseThrow()).isEqualByComparingTo("120");
        assertThat(figure.interval()).isEmpty();
    }

    @Test
    void effortOfSeveralScalesIsNeverMixed() {
        Given answers = Given.counts()
                .sum(Measure.CES_ANSWERS, 3, 10)
                .sum(Measure.CES_SUM, 3, 20)
                .sum(Measure.CES_SQUARES, 3, 50)
                .sum(Measure.CES_ANSWERS, 4, 10)
                .sum(Measure.CES_SUM, 4, 40)
                .sum(Measure.CES_SQUARES, 4, 170)
                .sum(Measure.CES_ANSWERS, 5, 1_000)
                .sum(Measure.CES_SUM, 5, 5_000)
                .sum(Measure.CES_SQUARES, 5, 25_000);
        Metric ces = Catalogue.find("ces").orElseThrow();

        // The scale with most answers ever is 1 to 7, of two surveys: (20 + 40) / 20.
        assertThat(answers.figure("ces").value().orElseThrow()).isEqualByComparingTo("3");
        assertThat(ces.notes(Given.slice(""), Given.ITEMS)).containsExactly("surveys_of_one_scale_only");
        assertThat(ces.better(Given.slice(""), Given.ITEMS)).isEqualTo(Definition.Better.DOWN);
        assertThat(ces.benchmark(Given.slice(""), Given.ITEMS).orElseThrow().band(Figure.of(new BigDecimal("3"), 20)))
                .map(Benchmark.Band::label)
                .contains("good");

        Slice ease = Given.slice("survey=ease");
        assertThat(answers.asked("survey=ease").figure("ces").value().orElseThrow())
                .isEqualByComparingTo("5");
        assertThat(ces.better(ease, Given.ITEMS)).isEqualTo(Definition.Better.UP);
        assertThat(ces.benchmark(ease, Given.ITEMS)).isEmpty();
        assertThat(ces.notes(ease, Given.ITEMS)).isEmpty();
    }

    @Test
    void aSurveyOfAnotherKindHasNoData() {
        Given answers = Given.counts().sum(Measure.CES_ANSWERS, 3, 10).asked("survey=nps");

        assertThat(answers.figure("ces").value()).isEmpty();
        assertThat(Catalogue.find("ces").orElseThrow().notes(Given.slice("survey=nps"), Given.ITEMS))
                .containsExactly("survey_of_another_kind");
    }

    @Test
    void withoutAnyGoalNothingConverts() {
        Figure figure = Given.counts()
                .with(SurveyItems.NONE)
                .people(Measure.SESSIONS, 10)
                .figure("conversion_rate");

        assertThat(figure.value()).isEmpty();
    }

    @Test
    void singleHitsCountAs0OrAreLeftOut() {
        Given sessions = Given.counts()
                .sum(Measure.SESSION_DURATION, 60_000)
                .sum(Measure.SESSIONS, 4)
                .sum(Measure.LONG_SESSIONS, 1);

        assertThat(sessions.figure("session_duration").value().orElseThrow()).isEqualByComparingTo("15");
        assertThat(sessions.asked("without-single=true")
                        .figure("session_duration")
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("60");
    }

    @Test
    void aThirdHasSixteenDigits() {
        Figure third = Given.counts()
                .sum(Measure.CSAT_SATISFIED, 1)
                .sum(Measure.CSAT_ANSWERS, 3)
                .figure("csat");

        assertThat(third.value().orElseThrow()).isEqualByComparingTo("33.33333333333333");
    }

    @Test
    void pageViewsAreHeldAgainstSitesOfTheSizeOfTheCompany() {
        Metric views = Catalogue.find("page_views").orElseThrow();
        SurveyItems large = new SurveyItems(Map.of(), Optional.empty(), List.of(), true);
        Figure month = Figure.of(new BigDecimal("5000"), 5_000);

        assertThat(views.benchmark(Given.slice(""), SurveyItems.NONE)
                        .orElseThrow()
                        .band(month))
                .map(Benchmark.Band::label)
                .contains("good");
        assertThat(views.benchmark(Given.slice(""), large).orElseThrow().band(month))
                .map(Benchmark.Band::label)
                .contains("below");
        // One channel's or page's views say nothing of a site.
        assertThat(views.benchmark(Given.slice("channel=email"), SurveyItems.NONE))
                .isEmpty();
        assertThat(views.benchmark(Given.slice("page-path=/pricing"), SurveyItems.NONE))
                .isEmpty();
    }

    @Test
    void bandsBeginWhereTheSourceSaysSo() {
        Benchmark nps =
                Catalogue.find("nps").orElseThrow().definition().benchmark().orElseThrow();

        assertThat(nps.band(Figure.of(new BigDecimal("0"), 1)).orElseThrow().label())
                .isEqualTo("poor");
        assertThat(nps.band(Figure.of(new BigDecimal("0.1"), 1)).orElseThrow().label())
                .isEqualTo("good");
        assertThat(nps.band(Figure.of(new BigDecimal("50"), 1)).orElseThrow().label())
                .isEqualTo("great");
        assertThat(nps.band(Figure.of(new BigDecimal("51"), 1)).orElseThrow().label())
                .isEqualTo("excellent");
        assertThat(nps.band(Figure.noData())).isEmpty();
    }
}
