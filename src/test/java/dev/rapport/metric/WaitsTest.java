package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void withNothingWaitingTheMedianIsTheOrdinaryOne() {
        assertThat(ended(1, 3, 2).quantile(0.5).value().orElseThrow()).isEqualByComparingTo("2");
        assertThat(ended(4, 1, 3, 2).quantile(0.5).value().orElseThrow()).isEqualByComparingTo("2.5");
        assertThat(ended(7).quantile(0.5).value().orElseThrow()).isEqualByComparingTo("7");
        assertThat(ended(0, 0, 0, 9).quantile(0.5).value().orElseThrow()).isEqualByComparingTo("0");
        assertThat(new Waits().quantile(0.5)).isEqualTo(Figure.noData());
    }

    @Test
    void theMedianOfManyIsExact() {
        Random random = new Random(7);
        for (int n = 1; n < 400; n += 13) {
            long[] seconds = random.longs(n, 0, 1_000).sorted().toArray();
            double median = (seconds[(n - 1) / 2] + seconds[n / 2]) / 2.0;

            assertThat(ended(seconds).quantile(0.5).value().orElseThrow().doubleValue())
                    .isEqualTo(median);
        }
    }

    /**
     * The maintained group of the leukaemia remission data as R's survival package has it (aml): 9 13 13+ 18 23 28+ 31 34
     * 45+ 48 161+. survfit gives median 31, 95 % (log-log) 13 to no end.
     */
    @Test
    void theMedianOfTheLeukaemiaDataIs31() {
        Waits waits = ended(9, 13, 18, 23, 31, 34, 48);
        LongStream.of(13, 28, 45, 161).forEach(seconds -> waits.addWaiting(seconds * 1000));

        Figure median = waits.quantile(0.5);

        assertThat(median.value().orElseThrow()).isEqualByComparingTo("31");
        assertThat(median.n()).isEqualTo(11);
        assertThat(median.numerator()).isEqualByComparingTo("7");
        assertThat(median.denominator()).isEqualByComparingTo("11");
    }

    /** Freireich's 6-MP group: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+: median 23. */
    @Test
    void theMedianOfFreireichsPatientsIs23() {
        Waits waits = ended(6, 6, 6, 7, 10, 13, 16, 22, 23);
        LongStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
                .forEach(seconds -> waits.addWaiting(seconds * 1000));

        assertThat(waits.quantile(0.5).value().orElseThrow()).isEqualByComparingTo("23");
        // S(22) = 0.5378, S(23) = 0.4482; the upper limit stays above a half to the end.
        assertThat(waits.quantile(0.5).interval()).isEmpty();
    }

    @Test
    void whileMoreThanHalfWaitLongerThereIsNoMedianButACount() {
        Waits waits = ended(1, 2);
        waits.addWaiting(10_000);
        waits.addWaiting(10_000);
        waits.addWaiting(10_000);

        Figure median = waits.quantile(0.5);

        assertThat(median.value()).isEmpty();
        assertThat(median.n()).isEqualTo(5);
    }

    @Test
    void withManyEndedAndSomeWaitingTheIntervalEnclosesTheMedian() {
        Waits waits = new Waits();
        for (int second = 1; second <= 200; second++) {
            waits.addEnded(second * 1000L);
            if (second % 4 == 0) {
                waits.addWaiting(second * 1000L);
            }
        }

        Figure median = waits.quantile(0.5);

        ConfidenceInterval interval = median.interval().orElseThrow();
        double value = median.value().orElseThrow().doubleValue();
        assertThat(value).isBetween(interval.low(), interval.high()).isBetween(105.0, 125.0);
        assertThat(interval.high() - interval.low()).isBetween(15.0, 45.0);
    }

    @Test
    void resolutionTimeAnswersAsAsked() {
        Waits waits = ended(60, 120, 180, 240, 900);
        waits.addWaiting(1_000_000);
        ResolutionTime metric = new ResolutionTime();

        assertThat(metric.figure(Given.slice(""), waits).value().orElseThrow()).isEqualByComparingTo("210");
        assertThat(metric.figure(Given.slice("waiting=left-out"), waits).value().orElseThrow())
                .isEqualByComparingTo("180");
        assertThat(metric.figure(Given.slice("stat=mean"), waits).value().orElseThrow())
                .isEqualByComparingTo("300");
        assertThat(metric.figure(Given.slice("stat=mean"), waits).n()).isEqualTo(5);
        assertThat(metric.figure(Given.slice("stat=p90"), waits).value()).isEmpty();
        assertThat(metric.figure(Given.slice("stat=p90&waiting=left-out"), waits)
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("900");
    }

    @Test
    void theMeanHasStudentsInterval() {
        ConfidenceInterval interval = ended(1, 2, 3, 4).meanOfEnded().interval().orElseThrow();

        assertThat(interval.low()).isEqualTo(0.4457, within(5e-5));
        assertThat(interval.high()).isEqualTo(4.5543, within(5e-5));
    }

    private static Waits ended(long... seconds) {
        Waits waits = new Waits();
        LongStream.of(seconds).forEach(second -> waits.addEnded(second * 1000));
        return waits;
    }
}
