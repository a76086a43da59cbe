package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metric.Change.Verdict;
import dev.rapport.metric.Definition.Better;
import dev.rapport.metric.Definition.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void fromZeroThereIsNoRelativeChange() {
        Change change = between(Unit.COUNT, Better.UP, Figures.count(40), Figures.count(0));

        assertThat(change.absolute()).isEqualTo(40);
        assertThat(change.relative()).isEmpty();
    }

    @Test
    void aScoreBelowZeroThatRisesHasRisen() {
        Change change = between(Unit.POINTS, Better.UP, nps(100, 0, 300), nps(100, 0, 900));

        assertThat(change.absolute()).isEqualTo(30, within(1e-9));
        assertThat(change.relative().orElseThrow()).isEqualTo(0.375, within(1e-9));
        assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void withoutDataThereIsNothingToCompare() {
        assertThat(Change.between(Unit.PERCENT, Better.UP, Figures.share(1, 2), Figure.noData()))
                .isEmpty();
        assertThat(Change.between(Unit.PERCENT, Better.UP, Figure.noData(), Figures.share(1, 2)))
                .isEmpty();
    }

    /** Newcombe 1998 (Interval estimation for the difference), table II, method 10: 56/70 - 48/80 is 0.0524 to 0.3339. */
    @Test
    void twoSharesAreClearlyApartWhereNewcombesIntervalLeavesOut0() {
        assertThat(verdict(Unit.PERCENT, Better.UP, Figures.share(56, 70), Figures.share(48, 80)))
                .isEqualTo(Verdict.BETTER);
        assertThat(verdict(Unit.PERCENT, Better.DOWN, Figures.share(56, 70), Figures.share(48, 80)))
                .isEqualTo(Verdict.WORSE);
        assertThat(verdict(Unit.PERCENT, Better.UP, Figures.share(9, 10), Figures.share(6, 10)))
                .isEqualTo(Verdict.NO_CLEAR_CHANGE);
    }

    @Test
    void twoCountsAreComparedByTheirOwnSpread() {
        // Poisson at least: sqrt(100 + 128) = 15.1, t of 4.2 degrees of freedom = 2.73
        Optional<Dispersion> even = dispersion(100, 100, 100, 100, 100, 100, 100, 100);
        assertThat(verdict(Figures.count(135), Figures.count(100), even)).isEqualTo(Verdict.NO_CLEAR_CHANGE);
        assertThat(verdict(Figures.count(150), Figures.count(100), even)).isEqualTo(Verdict.BETTER);
        // Where weeks go up and down by 30 as a habit, that is none.
        Optional<Dispersion> wild = dispersion(100, 130, 100, 130, 100, 130, 100, 130);
        assertThat(verdict(Figures.count(150), Figures.count(100), wild)).isEqualTo(Verdict.NO_CLEAR_CHANGE);
        assertThat(verdict(Figures.count(300), Figures.count(100), wild)).isEqualTo(Verdict.BETTER);
        assertThat(verdict(Figures.count(100), Figures.count(100), wild)).isEqualTo(Verdict.SAME);
    }

    @Test
    void withoutHistoryNothingIsSaidOfCountsAndMoney() {
        assertThat(verdict(Unit.COUNT, Better.UP, Figures.count(300), Figures.count(100)))
                .isEqualTo(Verdict.TOO_LITTLE_HISTORY);
        assertThat(verdict(
                        Unit.MONEY,
                        Better.UP,
                        Figure.of(new BigDecimal("100.01"), 3),
                        Figure.of(new BigDecimal("100.02"), 3)))
                .isEqualTo(Verdict.TOO_LITTLE_HISTORY);
    }

    @Test
    void twoMeansAreComparedByWelch() {
        // mean 3.0, s = 1, n = 10 against mean m, s = 2, n = 20: error 0.5477, about 28 degrees of freedom, t = 2.048
        Figure now = mean(3.0, 1, 10);

        assertThat(verdict(Unit.SCORE, Better.DOWN, now, mean(4.1, 2, 20))).isEqualTo(Verdict.NO_CLEAR_CHANGE);
        assertThat(verdict(Unit.SCORE, Better.DOWN, now, mean(4.2, 2, 20))).isEqualTo(Verdict.BETTER);
    }

    private static Verdict verdict(Figure now, Figure before, Optional<Dispersion> dispersion) {
        return Change.between(Unit.COUNT, Better.UP, now, before, dispersion, ComparedFigure.alike(7))
                .orElseThrow()
                .verdict();
    }

    private static Optional<Dispersion> dispersion(long... weeks) {
        return Dispersion.of(
                Aggregation.SUM,
                true,
                LongStream.of(weeks).mapToObj(Figures::count).toList(),
                7);
    }

    private static Verdict verdict(Unit unit, Better better, Figure now, Figure before) {
        return between(unit, better, now, before).verdict();
    }

    private static Change between(Unit unit, Better better, Figure now, Figure before) {
        return Change.between(unit, better, now, before).orElseThrow();
    }

    private static Figure nps(long promoters, long passives, long detractors) {
        return Given.counts()
                .sum(Measure.NPS_PROMOTERS, promoters)
                .sum(Measure.NPS_PASSIVES, passives)
                .sum(Measure.NPS_DETRACTORS, detractors)
                .figure("nps");
    }

    private static Figure mean(double mean, double deviation, int n) {
        double sum = mean * n;
        double squares = deviation * deviation * (n - 1) + sum * sum / n;
        Optional<ConfidenceInterval> interval = Statistics.mean(sum, squares, n);
        return new Figure(Optional.of(BigDecimal.valueOf(mean)), BigDecimal.ONE, BigDecimal.ONE, n, interval);
    }
}
