package dev.rapport.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void runsFromTheLowestAtTheBottomToTheHighestAtTheTop() {
        Sparkline sparkline = Sparkline.of(List.of(Optional.of(1.0), Optional.of(3.0), Optional.of(2.0)))
                .orElseThrow();
        assertThat(sparkline.line()).isEqualTo("M0.0 30.0L60.0 2.0L120.0 16.0");
        assertThat(sparkline.area()).isEqualTo("M0.0 32.0L0.0 30.0L60.0 2.0L120.0 16.0L120.0 32.0Z");
    }

    @Test
    void breaksWhereThereIsNoData() {
        Sparkline sparkline = Sparkline.of(List.of(
                        Optional.of(1.0), Optional.of(1.0), Optional.empty(), Optional.of(2.0), Optional.of(2.0)))
                .orElseThrow();
        assertThat(sparkline.line()).isEqualTo("M0.0 30.0L30.0 30.0M90.0 2.0L120.0 2.0");
    }

    @Test
    void runsThroughTheMiddleWhenNothingMoves() {
        assertThat(Sparkline.of(List.of(Optional.of(5.0), Optional.of(5.0)))
                        .orElseThrow()
                        .line())
                .isEqualTo("M0.0 16.0L120.0 16.0");
    }

    @Test
    void isNotDrawnOfASinglePoint() {
        assertThat(Sparkline.of(List.of(Optional.of(1.0), Optional.empty()))).isEmpty();
        assertThat(Sparkline.of(List.of())).isEmpty();
    }
}
