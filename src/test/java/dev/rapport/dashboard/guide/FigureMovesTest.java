package dev.rapport.dashboard.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureMovesTest {
    @Test
    void saysHowFarAndWhere() {
        assertThat(FigureMoves.change(row("110", "100"))).contains(new BigDecimal("10.0"));
        assertThat(FigureMoves.change(row("2", "3"))).contains(new BigDecimal("-33.3"));
        assertThat(FigureMoves.direction(row("2", "3"))).isEqualTo(-1);
        assertThat(FigureMoves.direction(row("3", "3"))).isZero();
    }

    @Test
    void ofNothingBeforeNothingIsSaid() {
        assertThat(FigureMoves.change(row("5", "0"))).isEmpty();
        assertThat(FigureMoves.direction(row("5", "0"))).isZero();
        assertThat(FigureMoves.change(new Answer.Row(
                        DimensionKey.TOTAL,
                        "",
                        Figure.noData(),
                        Optional.of(Figure.of(BigDecimal.TEN, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        false)))
                .isEmpty();
    }

    @Test
    void liesApartWhereIntervalsDoNotMeet() {
        Figure low = new CountedShare(10, 100).figure();
        assertThat(FigureMoves.apart(low, new CountedShare(50, 100).figure())).isTrue();
        assertThat(FigureMoves.apart(low, new CountedShare(14, 100).figure())).isFalse();
    }

    private static Answer.Row row(String now, String before) {
        return new Answer.Row(
                DimensionKey.TOTAL,
                "",
                Figure.of(new BigDecimal(now), 1),
                Optional.of(Figure.of(new BigDecimal(before), 1)),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
