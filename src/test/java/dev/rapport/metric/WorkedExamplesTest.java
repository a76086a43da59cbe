package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every worked example of METRICS, through the metric itself. */
class WorkedExamplesTest {
    @Test
    void conversionRateOf50Of200Is25PerCent() {
        Figure figure = Given.counts()
                .people(Measure.GOAL_SESSIONS, 1, 50)
                .people(Measure.SESSIONS, 200)
                .figure("conversion_rate");

        assertValue(figure, "25");
        assertThat(figure.numerator()).isEqualByComparingTo("50");
        assertThat(figure.denominator()).isEqualByComparingTo("200");
        assertThat(figure.n()).isEqualTo(200);
    }

    @Test
    void callAnswerRateOf45Of60Is75PerCent() {
        assertValue(
                Given.counts()
                        .sum(Measure.CALLS_ANSWERED, 45)
                        .sum(Measure.CALLS, 60)
                        .figure("call_answer_rate"),
                "75");
        assertThat(Given.counts().figure("call_answer_rate").value()).isEmpty();
    }

    @Test
    void conversionRateMayBeOfSessionsAndOfAnotherGoal() {
        Given counts = Given.counts()
                .people(Measure.GOAL_SESSIONS, 1, 50)
                .people(Measure.SESSIONS, 200)
                .people(Measure.GOAL_SESSIONS, 4, 20)
                .sum(Measure.GOAL_SESSIONS, 4, 30)
                .sum(Measure.SESSIONS, 400);

        assertValue(counts.asked("goal=trial").figure("conversion_rate"), "10");
        assertValue(counts.asked("goal=trial&unit=sessions").figure("conversion_rate"), "7.5");
    }

    @Test
    void lifetimeValueOf20A12Times3Is720() {
        CustomerWorth worth = worth(10, 360, 7_200, 30);

        assertThat(worth.averageOrder()).isEqualByComparingTo("20");
        assertThat(worth.ordersPerYear()).isEqualByComparingTo("12");
        assertThat(worth.life()).isEqualByComparingTo("3");
        assertValue(new CustomerLifetimeValue().figure(Given.slice(""), worth), "720");
    }

    @Test
    void lifetimeValueOf100A12Times1Is1200() {
        CustomerWorth worth = worth(5, 60, 6_000, 5);

        assertThat(worth.averageOrder().multiply(worth.ordersPerYear()).multiply(worth.life()))
                .isEqualByComparingTo("1200");
        assertValue(new CustomerLifetimeValue().figure(Given.slice(""), worth), "1200");
    }

    @Test
    void lifetimeValueMayBeNetOfSupport() {
        CustomerWorth worth = new CustomerWorth(
                10, new BigDecimal("360"), new BigDecimal("7200"), new BigDecimal("30"), new BigDecimal("450"));

        assertValue(new CustomerLifetimeValue().figure(Given.slice("net=support"), worth), "675");
        assertThat(new CustomerLifetimeValue()
                        .figure(Given.slice(""), CustomerWorth.EMPTY)
                        .value())
                .isEmpty();
    }

    @Test
    void aValueOf720ForACostOf180Is4() {
        Figure value = Figure.of(new BigDecimal("720"), 40);
        Figure cost = Figure.of(new BigDecimal("180"), 10);
        ValueToCost metric = new ValueToCost();

        assertValue(metric.figure(Given.slice(""), List.of(value, cost)), "4");
        assertThat(metric.figure(Given.slice(""), List.of(value, Figure.noData()))
                        .value())
                .isEmpty();
        assertThat(metric.figure(Given.slice(""), List.of(Figure.noData(), cost))
                        .value())
                .isEmpty();
    }

    private static CustomerWorth worth(long customers, long orders, long money, long years) {
        return new CustomerWorth(
                customers,
                BigDecimal.valueOf(orders),
                BigDecimal.valueOf(money),
                BigDecimal.valueOf(years),
                BigDecimal.ZERO);
    }

    @Test
    void npsOf300PromotersAnd100DetractorsOf500Is40() {
        Figure figure = Given.counts()
                .sum(Measure.NPS_PROMOTERS, 300)
                .sum(Measure.NPS_PASSIVES, 100)
                .sum(Measure.NPS_DETRACTORS, 100)
                .figure("nps");

        assertValue(figure, "40");
        assertThat(figure.n()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"promoter_share, 60, 300", "passive_share, 20, 100", "detractor_share, 20, 100"})
    void promotersPassivesAndDetractorsOf300And100And100Are60And20And20PerCent(String key, String share, String part) {
        Figure figure = Given.counts()
                .sum(Measure.NPS_PROMOTERS, 300)
                .sum(Measure.NPS_PASSIVES, 100)
                .sum(Measure.NPS_DETRACTORS, 100)
                .figure(key);

        assertValue(figure, share);
        assertThat(figure.numerator()).isEqualByComparingTo(part);
        assertThat(figure.n()).isEqualTo(500);
        assertThat(figure.interval()).isPresent();
    }

    @Test
    void sharesOfANetPromoterScoreMayBeOfOneSurvey() {
        Given counts = Given.counts()
                .sum(Measure.NPS_PROMOTERS, 1, 2)
                .sum(Measure.NPS_PASSIVES, 1, 1)
                .sum(Measure.NPS_DETRACTORS, 1, 5)
                .sum(Measure.NPS_PROMOTERS, 80);

        assertValue(counts.figure("promoter_share"), "100");
        assertValue(counts.asked("survey=nps").figure("promoter_share"), "25");
        assertValue(counts.figure("passive_share"), "12.5");
        assertValue(counts.figure("detractor_share"), "62.5");
    }

    @Test
    void npsOf50PerCentPromotersAnd10PerCentDetractorsIs40() {
        assertValue(
                Given.counts()
                        .sum(Measure.NPS_PROMOTERS, 50)
                        .sum(Measure.NPS_PASSIVES, 40)
                        .sum(Measure.NPS_DETRACTORS, 10)
                        .figure("nps"),
                "40");
    }

    @Test
    void npsOfTheAirportIs39Point84() {
        Figure figure = Given.counts()
                .sum(Measure.NPS_PROMOTERS, 1_436)
                .sum(Measure.NPS_PASSIVES, 968)
                .sum(Measure.NPS_DETRACTORS, 342)
                .figure("nps");

        assertThat(figure.value().orElseThrow().setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("39.84");
        assertThat(figure.n()).isEqualTo(2_746);
    }

    @Test
    void csatOf40Of50Is80PerCent() {
        assertValue(
                Given.counts()
                        .sum(Measure.CSAT_SATISFIED, 40)
                        .sum(Measure.CSAT_ANSWERS, 50)
                        .figure("csat"),
                "80");
    }

    @Test
    void retentionFrom10000With5000NewTo12000Is70PerCentAndNetGrowth20() {
        Stock stock = Stock.customers(10_000, 5_000, 12_000);

        assertValue(new RetentionRate().figure(Given.slice(""), stock), "70");
        assertValue(new NetGrowth().figure(Given.slice(""), stock), "20");
        assertValue(new ChurnRate().figure(Given.slice(""), stock), "30");
    }

    @Test
    void churnIsCustomersLostOfThoseAtTheStart() {
        Slice plain = Given.slice("");

        assertValue(new ChurnRate().figure(plain, lost(100, 10)), "10");
        assertValue(new ChurnRate().figure(plain, lost(1_000, 100)), "10");
        assertValue(new ChurnRate().figure(plain, lost(100, 25)), "25");
    }

    @Test
    void churnMayBeOfAllCustomersOfThePeriod() {
        Stock stock = Stock.customers(100, 25, 100);

        assertValue(new ChurnRate().figure(Given.slice("base=all"), stock), "20");
        assertValue(new ChurnRate().figure(Given.slice(""), stock), "25");
    }

    @Test
    void churnOfTheTelephoneCompanyIs26Point54PerCent() {
        Figure figure = new ChurnRate().figure(Given.slice(""), lost(7_043, 1_869));

        assertThat(figure.value().orElseThrow().doubleValue()).isEqualTo(26.5370, within(1e-4));
        assertThat(figure.numerator()).isEqualByComparingTo("1869");
    }

    @Test
    void revenueChurnIsTheMoneyLostOfTheMoneyAtTheStart() {
        Stock stock = new Stock(
                7_043,
                0,
                5_174,
                0,
                new BigDecimal("456116.60"),
                new BigDecimal("139130.85"),
                BigDecimal.ZERO,
                new BigDecimal("316985.75"),
                new BigDecimal("316985.75"));

        assertThat(new RevenueChurn()
                        .figure(Given.slice(""), stock)
                        .value()
                        .orElseThrow()
                        .doubleValue())
                .isEqualTo(30.5034, within(1e-4));
        assertValue(new MonthlyRecurringRevenue().figure(Given.slice(""), stock), "316985.75");
    }

    /** Of 1,000 a month 100 leave and 50 is downgraded, 200 is upgraded, 400 is new. */
    @Test
    void netRevenueRetentionIsWhatTheCustomersOfTheStartStillPay() {
        Stock stock = new Stock(
                10,
                4,
                13,
                4,
                new BigDecimal("1000"),
                new BigDecimal("150"),
                new BigDecimal("50"),
                new BigDecimal("1050"),
                new BigDecimal("1450"));

        assertValue(new NetRevenueRetention().figure(Given.slice(""), stock), "105");
        assertValue(new RevenueExpansion().figure(Given.slice(""), stock), "20");
        assertValue(new RevenueContraction().figure(Given.slice(""), stock), "5");
        assertValue(new RevenueChurn().figure(Given.slice(""), stock), "15");
        assertThat(new NetRevenueRetention()
                        .figure(Given.slice(""), Stock.EMPTY)
                        .value())
                .isEmpty();
    }

    @Test
    void aVisitToTheNewsSiteTakesFiveMinutes() {
        assertValue(
                Given.counts()
                        .sum(Measure.SESSION_DURATION, 3 * 300_000)
                        .sum(Measure.SESSIONS, 3)
                        .figure("session_duration"),
                "300");
    }

    @Test
    void aPageIsLookedAtFor52SecondsByThoseOfWhichItIsKnown() {
        Figure figure = Given.counts()
                .sum(Measure.VISIBLE_TIME, 250 * 52_000)
                .sum(Measure.TIMED_VIEWS, 250)
                .sum(Measure.PAGE_VIEWS, 1_000)
                .figure("time_on_page");

        assertValue(figure, "52");
        assertThat(figure.n()).isEqualTo(250);
    }

    @Test
    void scrollDepthIsTheMeanOverPageViewsThatSay() {
        Figure figure = Given.counts()
                .sum(Measure.SCROLL, 100 + 50 + 50 + 0)
                .sum(Measure.SCROLLED_VIEWS, 4)
                .sum(Measure.PAGE_VIEWS, 10)
                .figure("scroll_depth");

        assertValue(figure, "50");
        assertThat(figure.numerator()).isEqualByComparingTo("2");
        assertThat(figure.n()).isEqualTo(4);
    }

    @Test
    void exitRateIsVisitsThatEndedOfPageViews() {
        assertValue(
                Given.counts()
                        .sum(Measure.PAGE_SESSIONS, 50)
                        .sum(Measure.PAGE_VIEWS, 200)
                        .figure("exit_rate"),
                "25");
    }

    @Test
    void aButtonClickedIn30Of200ViewsOfItsPageIsAt15Percent() {
        Figure figure = new LinkClickRate().figure(30, 200);

        assertValue(figure, "15");
        assertThat(figure.interval().orElseThrow().low()).isCloseTo(10.72, within(0.01));
        assertThat(figure.interval().orElseThrow().high()).isCloseTo(20.61, within(0.01));
        assertThat(new LinkClickRate().figure(0, 0).value()).isEmpty();
    }

    @Test
    void featureUsageIsPeopleWhoUsedItOfThoseWhoCame() {
        assertValue(
                Given.counts()
                        .people(Measure.FEATURE_USES, 28)
                        .people(Measure.SESSIONS, 100)
                        .figure("feature_usage"),
                "28");
    }

    @Test
    void activityRateIs300ActivePeopleADayOf1000Customers() {
        Figure figure = new ActivityRate().figure(new BigDecimal("300"), new BigDecimal("1000"));

        assertValue(figure, "30");
        assertThat(figure.n()).isEqualTo(1_000);
        assertThat(new ActivityRate().figure(BigDecimal.ONE, BigDecimal.ZERO).value())
                .isEmpty();
    }

    @Test
    void of80NewCustomers36CameOnTwoDaysAnd20NeverAgain() {
        assertValue(new FirstWeekEngagement().figure(80, 36, 20), "45");
        assertValue(new FirstWeekDropOff().figure(80, 36, 20), "25");
        assertThat(new FirstWeekEngagement().figure(0, 0, 0).value()).isEmpty();
    }

    @Test
    void theShopsAverageOrderIsItsRevenueByItsOrders() {
        Given shop = Given.counts()
                .sum(Measure.REVENUE, 8_911_407_904_000L)
                .sum(Measure.ORDERS, 18_532)
                .people(Measure.ORDERS, 4_338);

        assertValue(shop.figure("revenue"), "8911407.904");
        assertThat(shop.figure("aov").value().orElseThrow().setScale(3, RoundingMode.HALF_UP))
                .isEqualByComparingTo("480.866");
        assertThat(shop.figure("purchase_frequency").value().orElseThrow().doubleValue())
                .isEqualTo(4.2720, within(1e-4));
    }

    @Test
    void aboutOneDayAWeekIsAStickinessOf13PerCent() {
        Figure figure = Given.counts()
                .input(new Input.MeanActive(Measure.SESSIONS, 1), 13)
                .input(new Input.ActiveAtEnd(Measure.SESSIONS, 30), 100)
                .figure("stickiness");

        assertValue(figure, "13");
    }

    @Test
    void theMiddleOfTicketsCountsThoseThatWait() {
        Waits tickets = new Waits();
        for (int hours = 1; hours <= 3; hours++) {
            tickets.addEnded(hours * 3_600_000L);
        }
        tickets.addWaiting(4 * 3_600_000L);

        assertValue(new ResolutionTime().figure(Given.slice(""), tickets), "9000");
        assertValue(new ResolutionTime().figure(Given.slice("waiting=left-out"), tickets), "7200");
    }

    @Test
    void theMiddleOfTheTimeToValueCountsThoseWithoutAny() {
        Waits customers = new Waits();
        for (int days : new int[] {1, 2, 9}) {
            customers.addEnded(days * 86_400_000L);
        }
        customers.addWaiting(3 * 86_400_000L);

        assertValue(new TimeToValue().figure(Given.slice(""), customers), "475200");
    }

    @Test
    void noMiddleIsKnownWhileMostWaitForTheirFirstReply() {
        Waits tickets = new Waits();
        tickets.addEnded(3_600_000);
        tickets.addEnded(2 * 3_600_000);
        for (int hours = 3; hours <= 5; hours++) {
            tickets.addWaiting(hours * 3_600_000L);
        }

        Figure median = new FirstResponseTime().figure(Given.slice(""), tickets);
        assertThat(median.value()).isEmpty();
        assertThat(median.n()).isEqualTo(5);
        assertValue(new FirstResponseTime().figure(Given.slice("waiting=left-out"), tickets), "5400");
        assertValue(new FirstResponseTime().figure(Given.slice("stat=mean"), tickets), "5400");
    }

    @Test
    void resolved45Of50CreatedIs90PerCent() {
        Figure figure = Given.counts()
                .sum(Measure.TICKETS_SETTLED, 45)
                .sum(Measure.TICKETS_CREATED, 50)
                .figure("resolution_rate");

        assertValue(figure, "90");
        assertThat(figure.interval()).isPresent();
    }

    @Test
    void followedUp15Of60LowScoresIs25PerCent() {
        assertValue(new FollowUpRate().figure(15, 60), "25");
    }

    @Test
    void sixFivesThreeFoursAndATwoAreARatingOf4Point4() {
        SurveyItems stars = new SurveyItems(
                Map.of(),
                Optional.empty(),
                List.of(new SurveyItems.Survey(7, "stars", "rating", 1, 5, false, false, 10)));
        Given given = Given.counts()
                .with(stars)
                .sum(Measure.SCORES, 7 * 1024 + 5, 6)
                .sum(Measure.SCORES, 7 * 1024 + 4, 3)
                .sum(Measure.SCORES, 7 * 1024 + 2, 1);

        Figure mean = given.figure("reviews");
        assertValue(mean, "4.4");
        assertThat(mean.n()).isEqualTo(10);
        // s² = (202 - 44²/10) / 9 = 0.9333, t(9) = 2.2622: 4.4 ± 0.691.
        assertThat(mean.interval().orElseThrow().low()).isEqualTo(3.709, within(1e-3));
        assertValue(given.figure("review_count"), "10");
    }

    /** How {@code 5, 5, 4, 2} spread is told by score. */
    @Test
    void twoFivesAFourAndATwoAreFourAnswersOfTheirKind() {
        for (String kind : List.of("nps", "csat", "ces")) {
            Given given = Given.counts()
                    .with(new SurveyItems(
                            Map.of(),
                            Optional.empty(),
                            List.of(new SurveyItems.Survey(7, "five", kind, 1, 5, false, false, 10))))
                    .sum(Measure.SCORES, 7 * 1024 + 5, 2)
                    .sum(Measure.SCORES, 7 * 1024 + 4, 1)
                    .sum(Measure.SCORES, 7 * 1024 + 2, 1);
            assertValue(given.figure(kind + "_answers"), "4");
        }
    }

    @Test
    void fiveContactsAboutOneProblemAndOneAboutAnotherAreThreeEach() {
        ContactsPerProblem metric = new ContactsPerProblem();

        assertValue(metric.figure(6, 26, 2), "3");
        assertThat(metric.figure(6, 26, 2).n()).isEqualTo(2);
        assertThat(metric.figure(0, 0, 0).value()).isEmpty();
    }

    @Test
    void answersWithATextAreComments() {
        assertValue(Given.counts().sum(Measure.COMMENTED, 2).figure("comment_count"), "2");
        assertValue(Given.counts().figure("comment_count"), "0");
    }

    @Test
    void ticketsThatAPersonRepliedToAreCounted() {
        assertValue(Given.counts().sum(Measure.TICKETS_ANSWERED, 3).figure("answered_tickets"), "3");
        assertValue(Given.counts().figure("answered_tickets"), "0");
    }

    /** Checked against Newcombe's method 10 by hand: Wilson 21.9..39.6 and 30.9..49.8. */
    @Test
    void thirtyOf100AgainstFortyOf100Is10PointsLess() {
        Figure difference = new ContactRepeatRate()
                .figure(Given.slice("contact=difference"), new ContactRepeatCounts(100, 30, 100, 40));

        assertValue(difference, "-10");
        assertThat(difference.interval().orElseThrow().low()).isEqualTo(-22.7, within(0.1));
        assertThat(difference.interval().orElseThrow().high()).isEqualTo(3.2, within(0.1));
        assertThat(difference.n()).isEqualTo(100);
    }

    @Test
    void fiftyTicketsOf400CustomersAre12Point5PerHundred() {
        Figure figure =
                new TicketsPerCustomers().figure(Given.slice(""), List.of(Figures.count(50), Figures.count(400)));

        assertValue(figure, "12.5");
        assertThat(figure.n()).isEqualTo(400);
        assertThat(new TicketsPerCustomers()
                        .figure(Given.slice(""), List.of(Figures.count(50), Figures.count(0)))
                        .value())
                .isEmpty();
    }

    @Test
    void thirtyOf40TicketsByChatAreAPreferenceOf75PerCent() {
        Figure figure = new ChannelPreference().figure(Given.slice(""), List.of(Figures.count(30), Figures.count(40)));

        assertValue(figure, "75");
        assertThat(figure.interval()).isPresent();
    }

    private static Stock lost(long start, long lost) {
        return Stock.customers(start, 0, start - lost);
    }

    private static void assertValue(Figure figure, String value) {
        assertThat(figure.value().orElseThrow()).isEqualByComparingTo(value);
    }
}
