package dev.rapport.dashboard.guide;

import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Says roughly how a figure moved, and whether two lie apart: enough to show a mistake, too little to judge a change. */
final class FigureMoves {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FigureMoves() {}

    /** 1, -1, or 0 where it did not move or nothing is known. */
    static int direction(Answer.Row row) {
        return change(row).map(BigDecimal::signum).orElse(0);
    }

    /** In per cent of what was before. */
    static Optional<BigDecimal> change(Answer.Row row) {
        Optional<BigDecimal> before = row.before().flatMap(Figure::value).filter(value -> value.signum() > 0);
        return before.flatMap(then -> row.figure().value().map(now -> share(now.subtract(then), then)));
    }

    /** In per cent, to a tenth. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    /** Whether their intervals do not meet. */
    static boolean apart(Figure low, Figure high) {
        ConfidenceInterval below = low.interval().orElseThrow();
        ConfidenceInterval above = high.interval().orElseThrow();
        return below.high() < above.low();
    }
}
