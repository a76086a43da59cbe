package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    /** Newcombe 1998 (Two-sided intervals for the single proportion), table I, method 3. */
    @Test
    void wilsonIsAsNewcombePrintsIt() {
        assertInterval(Statistics.wilson(81, 263).orElseThrow(), 0.2553, 0.3662);
        assertInterval(Statistics.wilson(15, 148).orElseThrow(), 0.0624, 0.1605);
        assertInterval(Statistics.wilson(0, 20).orElseThrow(), 0.0000, 0.1611);
        assertInterval(Statistics.wilson(1, 29).orElseThrow(), 0.0061, 0.1718);
    }

    @Test
    void wilsonNeverLeavesTheScaleAndHasNoAnswerToNothing() {
        assertThat(Statistics.wilson(0, 5).orElseThrow().low()).isZero();
        assertThat(Statistics.wilson(5, 5).orElseThrow().high()).isEqualTo(1);
        assertThat(Statistics.wilson(0, 0)).isEmpty();
        assertThat(Statistics.wilson(6, 5)).isEmpty();
    }

    @Test
    void theScoresIntervalComesFromTheVarianceOfItsThreeValues() {
        // s = 0.4, variance = 0.8 - 0.16 = 0.64, error = 0.8 / sqrt(500)
        assertInterval(Statistics.netScore(300, 100, 500).orElseThrow(), 0.3299, 0.4701);
        assertThat(Statistics.netScore(3, 0, 3).orElseThrow()).isEqualTo(new ConfidenceInterval(1, 1));
        assertThat(Statistics.netScore(0, 0, 0)).isEmpty();
    }

    @Test
    void aMeanHasStudentsInterval() {
        // 1, 2, 3, 4: mean 2.5, s = 1.2910, t(3) = 3.1824
        assertInterval(Statistics.mean(10, 30, 4).orElseThrow(), 0.4457, 4.5543);
        assertThat(Statistics.mean(3, 9, 1)).isEmpty();
    }

    @Test
    void aMedianOfFiveHasNoIntervalAndOfSixItsWholeRange() {
        assertThat(Statistics.quantileRanks(5, 0.5)).isEmpty();
        assertThat(Statistics.quantileRanks(6, 0.5)).contains(new Statistics.Ranks(1, 6));
        assertThat(Statistics.quantileRanks(100, 0.5)).contains(new Statistics.Ranks(40, 61));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 17, 50, 333, 10_000})
    void ranksEncloseTheQuantileInAtLeast95PerCent(int n) {
        for (double quantile : new double[] {0.5, 0.9}) {
            Statistics.quantileRanks(n, quantile).ifPresent(ranks -> {
                BinomialDistribution below = new BinomialDistribution(n, quantile);
                double covered =
                        below.cumulativeProbability(ranks.high() - 1) - below.cumulativeProbability(ranks.low() - 1);
                assertThat(covered).isGreaterThanOrEqualTo(0.95);
            });
        }
    }

    private static void assertInterval(ConfidenceInterval interval, double low, double high) {
        assertThat(interval.low()).isEqualTo(low, within(5e-5));
        assertThat(interval.high()).isEqualTo(high, within(5e-5));
    }
}
