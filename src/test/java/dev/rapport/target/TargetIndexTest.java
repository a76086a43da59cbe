package dev.rapport.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetIndexTest {
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";

    @Test
    void theNewestThatHoldsOnTheLastDayCounts() {
        TargetIndex targetIndex = new TargetIndex(List.of(
                rule("csat", "2026-01-01", "80"), rule("csat", "2026-03-31", "85"), rule("csat", "2026-04-01", "90")));

        assertThat(aim(targetIndex, "csat", MARCH, "84").orElseThrow())
                .isEqualTo(new TargetStatus(
                        new BigDecimal("85"),
                        LocalDate.parse("2026-03-31"),
                        TargetBound.AT_LEAST,
                        TargetStatus.State.MISSED));
        assertThat(aim(targetIndex, "csat", "from=2026-03-01&to=2026-03-30", "84")
                        .orElseThrow()
                        .state())
                .isEqualTo(TargetStatus.State.MET);
        assertThat(aim(targetIndex, "csat", "from=2025-12-01&to=2025-12-31", "84"))
                .isEmpty();
    }

    /** One for all, one for chat, one for pro, one for pro on chat. */
    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "&channel=chat, 2",
        "&channel=email, ",
        "&channel=chat&channel=email, ",
        "&segment=plan:pro, 3",
        "&segment=plan:free, ",
        "&segment=plan:free&segment=plan:pro, ",
        "&segment=plan:pro&channel=chat, 4",
        "&segment=plan:pro&channel=chat&channel=email, "
    })
    void onlyTheOneForTheVerySameChannelAndSegmentCounts(String narrowed, String expected) {
        assertThat(aim(fourfold(), "csat", MARCH + narrowed, "84")
                        .map(TargetStatus::value)
                        .map(BigDecimal::toPlainString)
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void inATableEachRowHasItsOwn() {
        Answer answer = answer("csat", MARCH, new Grouping(false, true, Optional.of("plan")));
        TargetIndex.Aims aims = fourfold().of(answer);

        assertThat(aims.of(row(key("chat", "pro"), "84", false)).orElseThrow().value())
                .isEqualByComparingTo("4");
        assertThat(aims.of(row(key("chat", "free"), "84", false))).isEmpty();
        Answer channels = answer("csat", MARCH + "&segment=plan:pro", Grouping.CHANNELS);
        assertThat(fourfold()
                        .of(channels)
                        .of(row(key("chat", null), "84", false))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("4");
    }

    @Test
    void aSumsTargetCountsInProportionToTheDays() {
        TargetIndex targetIndex = new TargetIndex(List.of(spanned("revenue", "310", Grain.MONTH)));

        assertThat(aim(targetIndex, "revenue", MARCH, "310").orElseThrow().state())
                .isEqualTo(TargetStatus.State.MET);
        assertThat(aim(targetIndex, "revenue", "from=2026-03-01&to=2026-03-10", "99")
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("100");
        // Fifteen of February's 28 days and ten of March's 31.
        assertThat(aim(targetIndex, "revenue", "from=2026-02-14&to=2026-03-10", "99")
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("266.0714285714286");
    }

    @Test
    void bucketsHaveTheirOwnPeriods() {
        TargetIndex targetIndex = new TargetIndex(List.of(spanned("revenue", "280", Grain.MONTH)));
        Answer trend = answer("revenue", "from=2026-02-01&to=2026-03-31&grain=week", Grouping.TREND);
        DimensionKey week = new DimensionKey(
                Optional.of(LocalDateTime.parse("2026-02-09T00:00")), Optional.empty(), Optional.empty());

        assertThat(targetIndex
                        .of(trend)
                        .of(row(week, "71", false))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("70");
        assertThat(targetIndex
                        .of(answer("revenue", "from=2026-02-01&to=2026-02-02&grain=hour", Grouping.TREND))
                        .of(row(week, "71", false)))
                .isEmpty();
    }

    @Test
    void whatDoesNotAddUpIsHeldAgainstItsOwnLength() {
        TargetIndex targetIndex = new TargetIndex(List.of(spanned("unique_visitors", "1000", Grain.MONTH)));

        assertThat(aim(targetIndex, "unique_visitors", MARCH, "1200")
                        .orElseThrow()
                        .state())
                .isEqualTo(TargetStatus.State.MET);
        assertThat(aim(targetIndex, "unique_visitors", "from=2026-03-15&to=2026-04-13", "1200")
                        .orElseThrow()
                        .state())
                .as("30 days are as long as a month")
                .isEqualTo(TargetStatus.State.MET);
        assertThat(aim(targetIndex, "unique_visitors", "from=2026-03-01&to=2026-03-27", "1200"))
                .isEmpty();
        assertThat(aim(targetIndex, "unique_visitors", "from=2026-03-01&to=2026-04-01", "1200"))
                .isEmpty();
        Answer days = answer("unique_visitors", MARCH + "&grain=day", Grouping.TREND);
        assertThat(targetIndex.of(days).ofOtherLength().orElseThrow().span()).isEqualTo(Grain.MONTH);
        Answer months = answer("unique_visitors", MARCH + "&grain=month", Grouping.TREND);
        assertThat(targetIndex.of(months).ofOtherLength()).isEmpty();
    }

    @Test
    void lowerIsBetterWhereItIs() {
        TargetIndex targetIndex = new TargetIndex(List.of(new TargetRule(
                "churn_rate",
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2026-01-01"),
                Optional.empty(),
                TargetBound.AT_MOST,
                new BigDecimal("5"))));

        assertThat(aim(targetIndex, "churn_rate", MARCH, "5").orElseThrow().state())
                .isEqualTo(TargetStatus.State.MET);
        assertThat(aim(targetIndex, "churn_rate", MARCH, "5.01").orElseThrow().state())
                .isEqualTo(TargetStatus.State.MISSED);
    }

    @Test
    void nothingIsMissedBeforeItsTimeIsOver() {
        TargetIndex revenue = new TargetIndex(List.of(spanned("revenue", "310", Grain.MONTH)));
        Answer answer = answer("revenue", MARCH, Grouping.TOTAL);

        assertThat(revenue.of(answer)
                        .of(row(DimensionKey.TOTAL, "12", true))
                        .orElseThrow()
                        .state())
                .isEqualTo(TargetStatus.State.OPEN);
        assertThat(revenue.of(answer)
                        .of(row(DimensionKey.TOTAL, "310", true))
                        .orElseThrow()
                        .met())
                .contains(true);
    }

    @Test
    void aMetricCountedInAnotherWayHasNoTarget() {
        TargetIndex targetIndex = new TargetIndex(List.of(rule("resolution_time", "2026-01-01", "3600")));

        assertThat(aim(targetIndex, "resolution_time", MARCH, "3000")).isPresent();
        assertThat(aim(targetIndex, "resolution_time", MARCH + "&stat=mean", "3000"))
                .isEmpty();
    }

    @Test
    void withoutDataNothingIsMissed() {
        TargetIndex targetIndex = new TargetIndex(List.of(rule("csat", "2026-01-01", "80")));
        Answer.Row empty = new Answer.Row(
                DimensionKey.TOTAL, "", Figure.noData(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        TargetStatus targetStatus =
                targetIndex.of(answer("csat", MARCH, Grouping.TOTAL)).of(empty).orElseThrow();

        assertThat(targetStatus.state()).isEqualTo(TargetStatus.State.NO_DATA);
        assertThat(targetStatus.met()).isEmpty();
    }

    private static TargetIndex fourfold() {
        return new TargetIndex(List.of(
                rule("csat", "2026-01-01", "1"),
                of("chat", null, "2"),
                of(null, "pro", "3"),
                of("chat", "pro", "4"),
                new TargetRule(
                        "nps",
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.parse("2026-02-01"),
                        Optional.empty(),
                        TargetBound.AT_LEAST,
                        BigDecimal.TEN)));
    }

    private static TargetRule rule(String metric, String from, String value) {
        return new TargetRule(
                metric,
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse(from),
                Optional.empty(),
                TargetBound.AT_LEAST,
                new BigDecimal(value));
    }

    private static TargetRule of(String channel, String plan, String value) {
        return new TargetRule(
                "csat",
                Optional.ofNullable(channel),
                Optional.ofNullable(plan).map(key -> new TargetRule.Segment("plan", key)),
                LocalDate.parse("2026-01-01"),
                Optional.empty(),
                TargetBound.AT_LEAST,
                new BigDecimal(value));
    }

    private static TargetRule spanned(String metric, String value, Grain span) {
        return new TargetRule(
                metric,
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2026-01-01"),
                Optional.of(span),
                TargetBound.AT_LEAST,
                new BigDecimal(value));
    }

    private static Optional<TargetStatus> aim(TargetIndex targetIndex, String metric, String query, String value) {
        Answer answer = answer(metric, query, Grouping.TOTAL);
        return targetIndex.of(answer).of(row(DimensionKey.TOTAL, value, false));
    }

    private static Answer answer(String metric, String query, Grouping grouping) {
        Slice slice = Facts.slice(query);
        return new Answer(
                Catalogue.find(metric).orElseThrow(),
                slice,
                grouping,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static DimensionKey key(String channel, String plan) {
        return new DimensionKey(Optional.empty(), Optional.ofNullable(channel), Optional.ofNullable(plan));
    }

    private static Answer.Row row(DimensionKey key, String value, boolean unfinished) {
        return new Answer.Row(
                key,
                "",
                Figure.of(new BigDecimal(value), 100),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unfinished);
    }
}
