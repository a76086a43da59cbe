package dev.rapport.cube.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshWorkerTest {
    @Test
    void looksAgainSoonAfterASingleBatchAndWhenNothingWasToDo() {
        assertThat(RefreshWorker.rest(false, Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(200));
        assertThat(RefreshWorker.rest(false, Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void factsThatTrickleInTakeAThirdOfTheTimeAtMost() {
        assertThat(RefreshWorker.rest(true, Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(200));
        assertThat(RefreshWorker.rest(true, Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void neverRestsLongerThanTwoSeconds() {
        assertThat(RefreshWorker.rest(true, Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(2));
    }
}
