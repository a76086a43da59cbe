package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.DefinitionSources;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.MetricAdvice;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Dispersion;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Shows what a metric means, with this slice's own numbers in the formula. Meaning, formula, reason and misreading are
 * in the bundles under the metric's key.
 *
 * @param here the formula with numbers: 312 ÷ 1,204 = 25.9%; empty where there is nothing to divide
 */
public record DefinitionView(
        String key,
        String here,
        Certainty certainty,
        Nature nature,
        String benchmark,
        Freshness data,
        String sources,
        List<String> notes,
        Optional<MetricAdvice> advice) {

    /** How sure the figure is, and by what its change is judged. */
    public record Certainty(String observations, String interval, String judgedBy) {}

    /** Which direction is better, whether it adds up, and whether it is counted or modelled. */
    public record Nature(String better, String additive, String kind) {}

    /** Until when there is data, and when it was last computed again. */
    public record Freshness(String zone, String until, String restated) {}

    static DefinitionView of(Answer total, FigureText text) {
        Definition definition = total.metric().definition();
        DefinitionMessages words = text.audience().words(DefinitionMessages.class);
        Figure figure = total.total().figure();
        return new DefinitionView(
                definition.key(),
                here(definition, figure, text),
                new Certainty(
                        text.words().observations(text.numbers().count(figure.n())),
                        interval(definition, figure, text),
                        judgedBy(total.total(), words)),
                new Nature(
                        better(definition, words),
                        definition.additive() ? words.adds() : words.addsNot(),
                        definition.modelled() ? words.modelled() : words.exact()),
                text.benchmarks(definition, total.benchmark()),
                new Freshness(
                        total.slice().zone().getId(),
                        total.freshAt().map(at -> text.audience().moment(at)).orElseGet(words::notYet),
                        total.restatedAt().map(at -> text.audience().moment(at)).orElseGet(words::restatedNever)),
                DefinitionSources.names(definition.sources(), text.audience().locale()),
                total.notes(),
                MetricAdvice.of(definition.key(), text.audience().locale()));
    }

    static String here(Definition definition, Figure figure, FigureText text) {
        return figure.value()
                .map(value -> text.value(definition.unit(), value))
                .map(value -> isQuotient(definition, figure)
                        ? text.part(definition.unit(), figure.numerator()) + " ÷ " + text.below(figure.denominator())
                                + " = " + value
                        : value)
                .orElse("");
    }

    /** A median keeps how many it rests on above and below the line, but is not their quotient: say only what holds. */
    private static boolean isQuotient(Definition definition, Figure figure) {
        double below = figure.denominator().doubleValue();
        if (below == 0 || below == 1) {
            return false;
        }
        boolean perCent = switch (definition.unit()) {
            case PERCENT, POINTS -> true;
            default -> false;
        };
        double quotient = figure.numerator().doubleValue() / below * (perCent ? 100 : 1);
        double value = figure.value().orElseThrow().doubleValue();
        return Math.abs(quotient - value) <= 0.001 * Math.max(1, Math.abs(value));
    }

    private static String interval(Definition definition, Figure figure, FigureText text) {
        DefinitionMessages words = text.audience().words(DefinitionMessages.class);
        return figure.interval()
                .map(interval -> text.words()
                                .interval(
                                        text.value(definition.unit(), interval.low()),
                                        text.value(definition.unit(), interval.high()))
                        + " · "
                        + method(definition, words))
                .orElseGet(words::intervalNone);
    }

    /** What decides whether its change is clear. */
    private static String judgedBy(Answer.Row row, DefinitionMessages words) {
        if (row.change().isEmpty()) {
            return words.nothingJudged();
        }
        Change change = row.change().get();
        if (change.verdict() == Change.Verdict.NO_DATA_BEFORE) {
            return words.nothingJudged();
        } else if (change.verdict() == Change.Verdict.TOO_LITTLE_HISTORY) {
            return words.notJudged();
        }
        if (change.p().isEmpty()) {
            return words.nothingJudged();
        }
        boolean intervals = row.figure().interval().isPresent();
        return change.dispersion()
                .map(known -> judgedBy(known, intervals, words))
                .orElseGet(words::judgedByIntervals);
    }

    private static String judgedBy(Dispersion known, boolean intervals, DefinitionMessages words) {
        if (intervals) {
            return words.judgedByBoth(known.weeks());
        }
        return known.blockWeeks() == 1
                ? words.judgedByWeeks(known.weeks())
                : words.judgedByBlocks(known.weeks(), known.blockWeeks());
    }

    /** As METRICS rules by the kind of value. */
    private static String method(Definition definition, DefinitionMessages words) {
        return switch (definition.unit()) {
            case PERCENT -> words.intervalWilson();
            case POINTS -> words.intervalNormal();
            case DIFFERENCE -> words.intervalNewcombe();
            case DURATION -> words.intervalMedian();
            default -> words.intervalMean();
        };
    }

    public static String better(Definition definition, DefinitionMessages words) {
        return switch (definition.better()) {
            case UP -> words.betterUp();
            case DOWN -> words.betterDown();
            case NEITHER -> words.betterNeither();
        };
    }
}
