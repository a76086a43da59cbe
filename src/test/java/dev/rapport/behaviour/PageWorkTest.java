package dev.rapport.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.behaviour.PageWork.Signal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageWorkTest {
    private static final PageWork ALL = page(10_000, 3_000, 6_000, 60, 2_000, 400, null);

    @Test
    void tellsWhatStandsOut() {
        assertThat(page(200, 120, 40, 20, 100, 60, null).signals(ALL))
                .containsExactly(Signal.HIGH_EXIT, Signal.FEW_LINKS, Signal.DEEP_LEFT, Signal.SHORT_READING);
        assertThat(page(200, 60, 120, 60, 40, 8, null).signals(ALL)).isEmpty();
    }

    @Test
    void ofFewViewsNothingIsSaid() {
        assertThat(page(29, 29, 0, 5, 29, 29, 1).signals(ALL)).isEmpty();
    }

    /** 476 words at 238 a minute are two minutes. */
    @Test
    void readingIsHeldAgainstTheLength() {
        assertThat(page(200, 60, 120, 121, 0, 0, 476).usualSeconds().orElseThrow())
                .isCloseTo(120, within(1e-9));
        assertThat(page(200, 60, 120, 121, 0, 0, 476).signals(ALL)).containsExactly(Signal.LONG_READING);
        assertThat(page(200, 60, 120, 119, 0, 0, 476).signals(ALL)).isEmpty();
        assertThat(page(200, 60, 120, 121, 0, 0, null).signals(ALL)).isEmpty();
    }

    private static PageWork page(
            long views, long exits, long onward, double seconds, long deep, long deepLeft, Integer words) {
        return new PageWork(
                "/a", views, exits, onward, views, Optional.of(seconds), deep, deepLeft, Optional.ofNullable(words));
    }
}
