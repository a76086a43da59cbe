package dev.rapport.dashboard;

import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.target.TargetStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Shows a figure with its change, its benchmark band and its target.
 *
 * @param title what more there is to say of it: n, interval, caution
 */
public record FigureView(
        String value,
        boolean none,
        boolean few,
        String n,
        String count,
        String title,
        Optional<ChangeView> change,
        Optional<BandView> band,
        Optional<TargetView> target) {

    /**
     * @param tone better, worse, moved or unclear
     * @param direction up or down, for the arrow; empty for none
     * @param word that says the tone
     */
    public record ChangeView(String tone, String direction, String text, String word, String title) {
        /** Without a word that says it of nothing but how it moved. */
        static ChangeView unclear(String text, String title) {
            return new ChangeView("unclear", "", text, "", title);
        }

        /** As in a table in which it does not stand out. */
        ChangeView notPicked(FigureMessages words) {
            return word.isEmpty()
                    ? this
                    : new ChangeView(
                            "unclear",
                            direction,
                            text,
                            "",
                            title.isEmpty() ? words.doesNotStandOut() : title + " · " + words.doesNotStandOut());
        }
    }

    /** Among others of which others stand out. */
    FigureView notPicked(FigureMessages words) {
        return new FigureView(
                value, none, few, n, count, title, change.map(moved -> moved.notPicked(words)), band, target);
    }

    public record BandView(String tone, String label, String title) {}

    /**
     * What the figure shall be.
     *
     * @param stateKey of the word for how it stands
     * @param boundKey of the word for the side on which it is met
     */
    public record TargetView(String state, String stateKey, String boundKey, String value, LocalDate from) {
        static TargetView of(Definition definition, TargetStatus targetStatus, FigureText text) {
            return new TargetView(
                    targetStatus.state().key(),
                    "state_" + targetStatus.state().key(),
                    "bound_" + targetStatus.bound().key().replace('-', '_'),
                    text.value(definition.unit(), targetStatus.value()),
                    targetStatus.from());
        }
    }

    /** What a figure is held against. */
    public record Against(Optional<Benchmark> benchmark, Optional<TargetStatus> aim) {}

    public static FigureView of(Answer answer, Answer.Row row, FigureText text) {
        Against against =
                new Against(answer.benchmark(), text.targets().of(answer).of(row));
        return of(answer.metric().definition(), row, against, text);
    }

    public static FigureView of(Definition definition, Answer.Row row, Against against, FigureText text) {
        Figure figure = row.figure();
        boolean none = figure.value().isEmpty();
        boolean few = !none && figure.hasFew();
        return new FigureView(
                text.figure(definition.unit(), figure),
                none,
                few,
                text.words().observations(text.numbers().count(figure.n())),
                text.numbers().count(figure.n()),
                title(definition, figure, few, text),
                notJudged(row, text).or(() -> row.change().map(change -> change(definition, row, change, text))),
                row.band().map(band -> band(definition, band.label(), against.benchmark(), text)),
                against.aim().map(targetStatus -> TargetView.of(definition, targetStatus, text)));
    }

    private static String title(Definition definition, Figure figure, boolean few, FigureText text) {
        String n = text.numbers().count(figure.n());
        String observations = few ? text.words().few(n) : text.words().observations(n);
        return figure.interval()
                .map(interval -> observations + " · "
                        + text.words()
                                .interval(
                                        text.value(definition.unit(), interval.low()),
                                        text.value(definition.unit(), interval.high())))
                .orElse(observations);
    }

    /** Why nothing is said of a change, where there is something to say. */
    private static Optional<ChangeView> notJudged(Answer.Row row, FigureText text) {
        boolean figures = row.figure().value().isPresent()
                && row.before().flatMap(Figure::value).isPresent();
        boolean nothingOver = row.unfinished()
                && row.key().bucket().isEmpty()
                && row.footing().now().isEmpty();
        return row.footing()
                .nothingBefore()
                .map(day -> text.words().nothingBefore(text.day(day)))
                .or(() -> Optional.of(text.words().nothingOver()).filter(none -> figures && nothingOver))
                .map(words -> ChangeView.unclear(words, ""));
    }

    private static ChangeView change(Definition definition, Answer.Row row, Change change, FigureText text) {
        String was = row.judgedBefore()
                .map(figure -> text.words().was(text.figure(definition.unit(), figure)))
                .orElse("");
        String before = row.footing()
                .now()
                .map(now -> text.words().withoutToday(text.figure(definition.unit(), now), was))
                .orElse(was);
        ChangeView shown = change(definition, change, before, text);
        return looksSame(definition, row, text) && !shown.word.isEmpty()
                ? new ChangeView(shown.tone, shown.direction, text.words().lessThanShown(), shown.word, before)
                : shown;
    }

    public static ChangeView change(Definition definition, Change change, String before, FigureText text) {
        FigureMessages words = text.words();
        return switch (change.verdict()) {
            case SAME -> ChangeView.unclear(words.unchanged(), before);
            case NO_CLEAR_CHANGE ->
                ChangeView.unclear(words.noClearChange(), andBefore(moved(definition, change, text), before));
            case TOO_LITTLE_HISTORY ->
                ChangeView.unclear(words.tooLittleHistory(), andBefore(moved(definition, change, text), before));
            case TOO_EARLY -> ChangeView.unclear(words.tooEarly(), andBefore(moved(definition, change, text), before));
            case NO_DATA_BEFORE -> ChangeView.unclear(words.nothingBeforeAny(), before);
            case BETTER -> moved("better", words.gotBetter(), definition, change, before, text);
            case WORSE -> moved("worse", words.gotWorse(), definition, change, before, text);
            case MOVED -> moved("moved", words.gotDifferent(), definition, change, before, text);
        };
    }

    private static String andBefore(String moved, String before) {
        return before.isEmpty() ? moved : moved + ", " + before;
    }

    /** Numbers that read alike beside a change that is clear want a word of it. */
    private static boolean looksSame(Definition definition, Answer.Row row, FigureText text) {
        String now = text.figure(definition.unit(), row.judged());
        boolean alike = row.judgedBefore()
                .map(figure -> text.figure(definition.unit(), figure))
                .filter(now::equals)
                .isPresent();
        return alike
                || inPoints(definition)
                        && row.change()
                                .map(change -> text.difference(definition.unit(), change.absolute()))
                                .filter(FigureView::isNothing)
                                .isPresent();
    }

    /** As {@code 0.0 pts}: two figures on either side of where one rounds. */
    private static boolean isNothing(String moved) {
        return moved.codePoints().noneMatch(digit -> Character.digit(digit, 10) > 0);
    }

    private static boolean inPoints(Definition definition) {
        return switch (definition.unit()) {
            case PERCENT, POINTS, DIFFERENCE, SCORE -> true;
            default -> false;
        };
    }

    private static ChangeView moved(
            String tone, String word, Definition definition, Change change, String before, FigureText text) {
        String direction = change.absolute() > 0 ? "up" : "down";
        return new ChangeView(tone, direction, moved(definition, change, text), word, before);
    }

    private static String moved(Definition definition, Change change, FigureText text) {
        return inPoints(definition) || change.relative().isEmpty()
                ? text.difference(definition.unit(), change.absolute())
                : text.relative(change.relative().get());
    }

    private static BandView band(Definition definition, String label, Optional<Benchmark> benchmark, FigureText text) {
        String tone = switch (label) {
            case "good", "very_good", "great", "excellent", "healthy" -> "better";
            case "poor" -> "worse";
            case "above" -> definition.better() == Definition.Better.UP ? "better" : "plain";
            case "below" -> definition.better() == Definition.Better.DOWN ? "better" : "plain";
            default -> "plain";
        };
        String title =
                benchmark.map(held -> text.benchmark(definition.unit(), held)).orElse("");
        return new BandView(tone, text.label(label), title);
    }
}
