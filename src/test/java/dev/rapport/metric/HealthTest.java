package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.slice.Slice;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    @Test
    void partsAreRoundedHalfUpAndStayWithin0And100() {
        assertThat(HealthPart.recency(0)).isEqualTo(100);
        assertThat(HealthPart.recency(1)).isEqualTo(99);
        assertThat(HealthPart.recency(45)).isEqualTo(50);
        assertThat(HealthPart.recency(4_000)).isZero();
        assertThat(HealthPart.frequency(3)).isEqualTo(25);
        assertThat(HealthPart.frequency(30)).isEqualTo(100);
        assertThat(HealthPart.breadth(3)).isEqualTo(60);
        assertThat(HealthPart.breadth(127)).isEqualTo(100);
        assertThat(HealthPart.survey(7, 0, 10)).isEqualTo(70);
        assertThat(HealthPart.survey(2, 7, 1)).as("effort 2 of 7, 1 is best").isEqualTo(83);
        assertThat(HealthPart.tickets(1)).isEqualTo(50);
        assertThat(HealthPart.tickets(9)).isZero();
        assertThat(HealthPart.subscription(19, 0)).isEqualTo(100);
        assertThat(HealthPart.subscription(19, 49)).isEqualTo(50);
        assertThat(HealthPart.orders(45, 90)).isEqualTo(100);
        assertThat(HealthPart.orders(60, 90)).isEqualTo(67);
        assertThat(HealthPart.orders(90, 90)).isZero();
    }

    @Test
    void aPartThatIsNotKnownIsLeftOutAndTheOthersWeighTheMore() {
        Map<HealthPart, Integer> known =
                Map.of(HealthPart.RECENCY, 100, HealthPart.FREQUENCY, 25, HealthPart.PAYMENT, 50);

        // (25 x 100 + 20 x 25 + 15 x 50) / (25 + 20 + 15) = 62.5
        assertThat(Health.of(known, Health.Weights.USUAL).orElseThrow().tenths())
                .isEqualTo(625);
        assertThat(Health.of(Map.of(), Health.Weights.USUAL)).isEmpty();
        assertThat(Health.of(Map.of(HealthPart.SURVEY, 80), new Health.Weights(Map.of(HealthPart.RECENCY, 10))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, HEALTHY", "700, HEALTHY", "699, WATCH", "400, WATCH", "399, AT_RISK", "0, AT_RISK"})
    void bandsBeginAtTheirBounds(int tenths, Health.Band band) {
        assertThat(Health.Band.of(tenths)).isEqualTo(band);
    }

    @Test
    void theMeanIsOverCustomers() {
        Health.Tally tally = Health.Tally.EMPTY.and(800).and(505).and(120).and(1000);
        Slice slice = Given.slice("");

        assertThat(new HealthScore().figure(slice, tally).value().orElseThrow()).isEqualByComparingTo("60.625");
        assertThat(new HealthShare().figure(slice, tally).value().orElseThrow()).isEqualByComparingTo("25");
        assertThat(new HealthShare()
                        .figure(Given.slice("band=healthy"), tally)
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("50");
        assertThat(new HealthScore().figure(slice, Health.Tally.EMPTY).value()).isEmpty();
        assertThat(new HealthShare().figure(slice, Health.Tally.EMPTY).value()).isEmpty();
    }

    /** Segments of 1 and of 3 customers: the mean of their means would be 55. */
    @Test
    void aMeanOverSegmentsIsNoMeanOfTheirMeans() {
        Health.Tally one = Health.Tally.EMPTY.and(1000);
        Health.Tally three = Health.Tally.EMPTY.and(100).and(100).and(100);
        Health.Tally all = one.and(100).and(100).and(100);
        Slice slice = Given.slice("");

        assertThat(new HealthScore().figure(slice, one).value().orElseThrow()).isEqualByComparingTo("100");
        assertThat(new HealthScore().figure(slice, three).value().orElseThrow()).isEqualByComparingTo("10");
        assertThat(new HealthScore().figure(slice, all).value().orElseThrow()).isEqualByComparingTo("32.5");
    }
}
