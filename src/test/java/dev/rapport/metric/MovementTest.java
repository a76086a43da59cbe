package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Movement.Cause;
import dev.rapport.metric.Movement.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovementTest {
    @Test
    void aRateThatFallsOnlyBecauseAWeakChannelGrewIsAllMix() {
        Movement moved = percent(List.of(
                        cell("email", "pro", share(10, 100), share(10, 100)),
                        cell("social", "pro", share(9, 900), share(1, 100))))
                .orElseThrow();

        assertThat(moved.before()).isCloseTo(5.5, within(1e-9));
        assertThat(moved.now()).isCloseTo(1.9, within(1e-9));
        assertThat(step(moved, Cause.CHANNEL_MIX)).isCloseTo(-3.6, within(1e-9));
        assertThat(step(moved, Cause.RATES)).isZero();
        assertThat(step(moved, Cause.SEGMENT_MIX)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aRateThatRisesEverywhereByTheSameIsAllRates() {
        Movement moved = percent(List.of(
                        cell("email", "pro", share(30, 100), share(20, 100)),
                        cell("chat", "free", share(60, 300), share(30, 300))))
                .orElseThrow();

        assertThat(step(moved, Cause.RATES)).isCloseTo(10, within(1e-9));
        assertThat(step(moved, Cause.CHANNEL_MIX)).isZero();
        assertThat(moved.parts()).extracting(part -> part.cell().channel()).containsExactly("chat", "email");
    }

    @Test
    void aShiftOfSegmentsWithinOneChannelIsTheirMix() {
        Movement moved = percent(List.of(
                        cell("email", "pro", share(80, 100), share(40, 50)),
                        cell("email", "free", share(5, 50), share(10, 100))))
                .orElseThrow();

        assertThat(step(moved, Cause.CHANNEL_MIX)).isCloseTo(0, within(1e-9));
        assertThat(step(moved, Cause.SEGMENT_MIX)).isCloseTo(moved.change(), within(1e-9));
    }

    @Test
    void aChannelThatIsNewIsMixAlone() {
        Movement moved = percent(List.of(
                        cell("email", "pro", share(10, 100), share(10, 100)),
                        cell("sms", "pro", share(50, 100), Figure.noData())))
                .orElseThrow();

        assertThat(step(moved, Cause.RATES)).isZero();
        assertThat(step(moved, Cause.CHANNEL_MIX)).isCloseTo(20, within(1e-9));
    }

    @Test
    void stepsAndPartsOfAnyRateAddUpToItsChange() {
        Random dice = new Random(4711);
        for (int turn = 0; turn < 200; turn++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < 1 + dice.nextInt(12); i++) {
                cells.add(cell("c" + dice.nextInt(4), "s" + i, random(dice), random(dice)));
            }
            percent(cells).ifPresent(moved -> {
                assertThat(sumOfSteps(moved)).isCloseTo(moved.change(), within(1e-9));
                assertThat(sumOfParts(moved)).isCloseTo(moved.change(), within(1e-9));
            });
        }
    }

    @Test
    void aCountMovesByWhatItsChannelsMovedBy() {
        Movement moved = Movement.between(
                        Unit.COUNT,
                        count(170),
                        count(100),
                        List.of(
                                cell("email", "pro", count(90), count(60)),
                                cell("email", "free", count(10), count(20)),
                                cell("chat", "pro", count(70), count(20))))
                .orElseThrow();

        assertThat(moved.steps())
                .containsExactly(
                        new Movement.Step(Cause.CHANNEL, "chat", 50), new Movement.Step(Cause.CHANNEL, "email", 20));
    }

    @Test
    void peopleSeenInSeveralChannelsAreAStepOfTheirOwn() {
        Movement moved = Movement.between(
                        Unit.COUNT,
                        count(100),
                        count(80),
                        List.of(cell("email", "pro", count(70), count(50)), cell("chat", "pro", count(60), count(40))))
                .orElseThrow();

        assertThat(step(moved, Cause.OVERLAP)).isEqualTo(-20);
        assertThat(sumOfSteps(moved)).isEqualTo(20);
    }

    @Test
    void aMedianIsNotSplit() {
        Figure median = new Figure(Optional.of(BigDecimal.TEN), BigDecimal.ONE, BigDecimal.TEN, 10, Optional.empty());

        assertThat(Movement.between(Unit.DURATION, median, median, List.of(cell("a", "b", median, median))))
                .isEmpty();
    }

    @Test
    void withoutDataBeforeNothingIsSplit() {
        assertThat(percent(List.of(cell("email", "pro", share(1, 2), Figure.noData()))))
                .isEmpty();
    }

    private static Optional<Movement> percent(List<Cell> cells) {
        return Movement.between(
                Unit.PERCENT,
                whole(cells.stream().map(Cell::now).toList()),
                whole(cells.stream().map(Cell::before).toList()),
                cells);
    }

    private static Figure whole(List<Figure> parts) {
        long above =
                parts.stream().mapToLong(part -> part.numerator().longValue()).sum();
        long below =
                parts.stream().mapToLong(part -> part.denominator().longValue()).sum();
        return share(above, below);
    }

    private static Figure share(long above, long below) {
        return Figures.share(BigDecimal.valueOf(above).longValue(), below);
    }

    private static Figure count(long count) {
        return Figure.of(BigDecimal.valueOf(count), count);
    }

    private static Figure random(Random dice) {
        int below = dice.nextInt(5) == 0 ? 0 : 1 + dice.nextInt(500);
        return share(below == 0 ? 0 : dice.nextInt(below + 1), below);
    }

    private static Cell cell(String channel, String segment, Figure now, Figure before) {
        return new Cell(channel, segment, now, before, Optional.empty());
    }

    private static double step(Movement moved, Cause cause) {
        return moved.steps().stream()
                .filter(step -> step.cause() == cause)
                .mapToDouble(Movement.Step::change)
                .sum();
    }

    private static double sumOfSteps(Movement moved) {
        return moved.steps().stream().mapToDouble(Movement.Step::change).sum();
    }

    private static double sumOfParts(Movement moved) {
        return moved.parts().stream().mapToDouble(Movement.Part::total).sum();
    }
}
