package dev.rapport.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatedKeysTest {
    @Test
    void noRepetitionIsMissedAndFewAreImagined() {
        RepeatedKeys repetitions = new RepeatedKeys();
        for (long i = 0; i < 200_000; i++) {
            repetitions.add(new UUID(i, 0));
            repetitions.add(new UUID(0, i + 1));
        }
        assertThat(repetitions.found().orElseThrow().size()).isLessThan(20);
        for (long i = 0; i < 1_000; i++) {
            repetitions.add(new UUID(i * 17, 0));
        }
        assertThat(repetitions.found().orElseThrow().size()).isBetween(1_000, 1_020);
    }

    @Test
    void tooManyRepetitionsAreLeftToTheDatabase() {
        RepeatedKeys repetitions = new RepeatedKeys();
        for (int i = 0; i < 70_000; i++) {
            repetitions.add(new UUID(5, 5));
        }
        assertThat(repetitions.found()).isEmpty();
    }
}
