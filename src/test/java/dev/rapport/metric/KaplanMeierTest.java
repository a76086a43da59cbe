package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Against the product and the sum as they are defined, time by time. */
class KaplanMeierTest {
    private static final double Z95 = 1.959963984540054;

    private final Random random = new Random(20_261_128);

    @Test
    void itSaysWhatTheDefinitionSaysForFewAndForMany() {
        for (int round = 0; round < 400; round++) {
            int times = 1 + random.nextInt(round % 8 == 0 ? 5_000 : 60);
            long most = 1 + random.nextInt(round % 3 == 0 ? 20 : 100_000);
            long[] ended = sorted(times, most);
            long[] waiting = sorted(random.nextInt(round % 2 == 0 ? 4 : times), most + most / 2);
            check(ended, waiting, random.nextBoolean() ? 0.5 : 0.1);
        }
    }

    @Test
    void withNobodyWaitingItIsTheOrderedValue() {
        long[] ended = LongStream.rangeClosed(1, 1_001).map(i -> i * 1_000).toArray();

        assertThat(new KaplanMeier(Times.of(ended), Times.of(), 0.5).value().orElseThrow())
                .isEqualByComparingTo("501");
    }

    private void check(long[] ended, long[] waiting, double target) {
        KaplanMeier found = new KaplanMeier(Times.of(ended), Times.of(waiting), target);
        double survival = 1;
        double greenwood = 0;
        OptionalDouble value = OptionalDouble.empty();
        OptionalDouble low = OptionalDouble.empty();
        OptionalDouble high = OptionalDouble.empty();
        long[] distinct = Arrays.stream(ended).distinct().toArray();
        for (int i = 0; i < distinct.length; i++) {
            long time = distinct[i];
            double gone = Arrays.stream(ended).filter(each -> each == time).count();
            double atRisk = LongStream.concat(Arrays.stream(ended), Arrays.stream(waiting))
                    .filter(each -> each >= time)
                    .count();
            survival *= 1 - gone / atRisk;
            greenwood += gone / (atRisk * (atRisk - gone));
            if (value.isEmpty() && survival <= target + 1e-9) {
                long next = survival >= target - 1e-9 && i + 1 < distinct.length ? distinct[i + 1] : time;
                value = OptionalDouble.of((time + next) / 2000.0);
            }
            double error = Math.sqrt(greenwood) / Math.abs(Math.log(survival));
            double lower = survival < 1e-9 ? 0 : Math.pow(survival, Math.exp(Z95 * error));
            double upper = survival < 1e-9 ? 0 : Math.pow(survival, Math.exp(-Z95 * error));
            low = low.isEmpty() && lower <= target ? OptionalDouble.of(time / 1000.0) : low;
            high = high.isEmpty() && upper <= target ? OptionalDouble.of(time / 1000.0) : high;
        }
        assertThat(found.value().isPresent()).isEqualTo(value.isPresent());
        value.ifPresent(expected ->
                assertThat(found.value().orElseThrow().doubleValue()).isEqualTo(expected));
        assertThat(found.interval().isPresent()).isEqualTo(value.isPresent() && low.isPresent() && high.isPresent());
        double from = low.orElse(0);
        double to = high.orElse(0);
        found.interval().ifPresent(interval -> {
            assertThat(interval.low()).isEqualTo(from, within(1e-9));
            assertThat(interval.high()).isEqualTo(to, within(1e-9));
        });
    }

    private long[] sorted(int count, long most) {
        return random.longs(count, 0, most).sorted().toArray();
    }
}
