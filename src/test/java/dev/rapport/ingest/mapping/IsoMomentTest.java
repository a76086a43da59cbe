package dev.rapport.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoMomentTest {
    @Test
    void writesWhatInstantWrites() {
        Random random = new Random(7);
        int[] fractions = {0, 1, 999_999_999, 500_000_000, 1_000_000, 1_000, 120_000, 123_456_789};
        for (int i = 0; i < 20_000; i++) {
            // 1899-12-31 to 2200-01-01, where rows' years and the offsets of zones reach
            long second = -2_209_075_200L + (long) (random.nextDouble() * 9_467_107_200L);
            Instant moment = Instant.ofEpochSecond(second, fractions[i % fractions.length]);
            assertThat(IsoMoment.text(moment)).isEqualTo(moment.toString());
            long micros = IsoMoment.micros(moment.toString());
            assertThat(Math.abs(micros * 1_000 - ChronoUnit.MICROS.between(Instant.EPOCH, moment) * 1_000))
                    .isLessThanOrEqualTo(1_000);
        }
    }

    @Test
    void roundsToTheNearestMicrosecond() {
        assertThat(IsoMoment.micros("1970-01-01T00:00:00Z")).isZero();
        assertThat(IsoMoment.micros("1970-01-01T00:00:01.500Z")).isEqualTo(1_500_000);
        assertThat(IsoMoment.micros("1970-01-01T00:00:00.123456Z")).isEqualTo(123_456);
        assertThat(IsoMoment.micros("1970-01-01T00:00:00.123456789Z")).isEqualTo(123_457);
        assertThat(IsoMoment.micros("1969-12-31T23:59:59.999999999Z")).isZero();
    }
}
