package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.FigureText;
import dev.rapport.metric.Definition;
import dev.rapport.query.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Explains why distinct people of several channels or segments are fewer together than one by one. */
final class Overlap {
    private Overlap() {}

    /**
     * "1,034 by channel, 812 people, 222 in several"; empty where the parts add up to the total.
     *
     * @param by what the parts are, as it stands in the sentence: channel, or the name of a segment group
     */
    static String of(Answer total, Answer parts, String by, FigureText text) {
        Definition definition = total.metric().definition();
        if (definition.unit() != Definition.Unit.COUNT || definition.additive()) {
            return "";
        }
        return text(
                total.total().figure().value().orElse(BigDecimal.ZERO),
                parts.rows().stream()
                        .flatMap(row -> row.figure().value().stream())
                        .toList(),
                by,
                text);
    }

    static String text(BigDecimal all, List<BigDecimal> parts, String by, FigureText text) {
        BigDecimal together = whole(all);
        BigDecimal apart = whole(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return apart.compareTo(together) <= 0
                ? ""
                : text.words()
                        .overlap(
                                text.numbers().whole(apart),
                                by,
                                text.numbers().counted(together.longValue()),
                                text.numbers().whole(apart.subtract(together)));
    }

    private static BigDecimal whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP);
    }
}
