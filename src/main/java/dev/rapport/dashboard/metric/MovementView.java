package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.StandOut;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Movement;
import dev.rapport.metric.Movement.Cause;
import dev.rapport.metric.Movement.Step;
import dev.rapport.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Shows a movement: steps from before to now as bars, then the channels and segments that made them.
 *
 * @param unclear what is to be said of a change that may be chance; empty when it is clear
 * @param standOut how many parts were compared, and how many of them stand out
 */
public record MovementView(
        boolean quotient,
        String unclear,
        List<Bar> bars,
        List<Part> parts,
        String standOut,
        int more,
        String moreTotal) {
    private static final int MOST_CHANNELS = 6;
    private static final int MOST_PARTS = 12;

    /**
     * @param text the value, for the two ends; else the change with its sign
     * @param from where the bar begins, in per cent of the width
     * @param kind end, up or down
     */
    public record Bar(String label, String text, double from, double width, String kind) {}

    /** @param itself how the part moved by itself */
    public record Part(
            String channel,
            String segment,
            String before,
            String now,
            Optional<FigureView.ChangeView> itself,
            String mix,
            String rate,
            String total) {}

    /** @param group the segments it was split by */
    static MovementView of(Answer total, Movement movement, String group, PageContext context) {
        Told told = new Told(
                total.metric().definition(),
                context.choices()::channelName,
                value -> context.choices().valueName(group, value),
                context.figures(),
                context.words(MovementMessages.class));
        StandOut standOut =
                StandOut.among(movement.parts().stream().map(part -> part.cell().moved()), told.text);
        List<Movement.Part> shown = movement.parts()
                .subList(0, Math.min(MOST_PARTS, movement.parts().size()));
        double rest = movement.parts().stream()
                .skip(MOST_PARTS)
                .mapToDouble(Movement.Part::total)
                .sum();
        return new MovementView(
                movement.quotient(),
                total.total()
                        .change()
                        .map(made -> unclear(made.verdict(), told.words))
                        .orElse(""),
                bars(movement, told),
                shown.stream().map(part -> part(part, standOut, told)).toList(),
                standOut.sentence(),
                movement.parts().size() - shown.size(),
                told.text.contribution(told.unit(), rest));
    }

    /** Holds what it is told in: names of channels and segments, figures and words. */
    private record Told(
            Definition definition,
            UnaryOperator<String> channel,
            UnaryOperator<String> segment,
            FigureText text,
            MovementMessages words) {
        Definition.Unit unit() {
            return definition.unit();
        }
    }

    private static String unclear(Change.Verdict verdict, MovementMessages words) {
        return switch (verdict) {
            case NO_CLEAR_CHANGE -> words.unclear();
            case TOO_LITTLE_HISTORY -> words.tooLittleHistory();
            case TOO_EARLY -> words.tooEarly();
            case NO_DATA_BEFORE -> words.nothingBefore();
            default -> "";
        };
    }

    private static List<Bar> bars(Movement movement, Told told) {
        List<Named> steps = named(movement, told);
        double low = Math.min(movement.before(), movement.now());
        double high = Math.max(movement.before(), movement.now());
        double at = movement.before();
        for (Named step : steps) {
            at += step.change;
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        Scale scale = new Scale(low, high);
        List<Bar> bars = new ArrayList<>();
        bars.add(scale.end(told.words.before(), told.text.value(told.unit(), movement.before()), movement.before()));
        at = movement.before();
        for (Named step : steps) {
            bars.add(scale.step(step.label, told.text.contribution(told.unit(), step.change), at, at + step.change));
            at += step.change;
        }
        bars.add(scale.end(told.words.now(), told.text.value(told.unit(), movement.now()), movement.now()));
        return bars;
    }

    private record Named(String label, double change) {}

    /** The largest channels by name, the others in one. */
    private static List<Named> named(Movement movement, Told told) {
        List<Named> named = new ArrayList<>();
        double others = 0;
        int left = 0;
        List<Named> last = new ArrayList<>();
        for (Step step : movement.steps()) {
            switch (step.cause()) {
                case CHANNEL -> {
                    if (named.size() < MOST_CHANNELS) {
                        named.add(new Named(told.channel.apply(step.channel()), step.change()));
                    } else {
                        others += step.change();
                        left++;
                    }
                }
                case OVERLAP -> last.add(new Named(told.words.overlap(), step.change()));
                default -> named.add(new Named(label(step.cause(), told.words), step.change()));
            }
        }
        if (left > 0) {
            named.add(new Named(told.words.otherChannels(told.text.numbers().counted(left)), others));
        }
        named.addAll(last);
        return named;
    }

    private static String label(Cause cause, MovementMessages words) {
        return switch (cause) {
            case CHANNEL_MIX -> words.channelMix();
            case SEGMENT_MIX -> words.segmentMix();
            case RATES -> words.rates();
            case OVERLAP -> words.overlap();
            case CHANNEL -> "";
        };
    }

    private static Part part(Movement.Part part, StandOut standOut, Told told) {
        Movement.Cell cell = part.cell();
        return new Part(
                told.channel.apply(cell.channel()),
                told.segment.apply(cell.segment()),
                told.text.figure(told.unit(), cell.before()),
                told.text.figure(told.unit(), cell.now()),
                cell.moved()
                        .map(change ->
                                standOut.mark(FigureView.change(told.definition, change, "", told.text), change)),
                told.text.contribution(told.unit(), part.mix()),
                told.text.contribution(told.unit(), part.rate()),
                told.text.contribution(told.unit(), part.total()));
    }

    /** The steps lie between the lowest and the highest value that is passed, with some room on both sides. */
    private record Scale(double low, double high) {
        private static final double ROOM = 6;
        private static final double THIN = 0.8;

        Bar end(String label, String text, double at) {
            return new Bar(label, text, x(at) - THIN / 2, THIN, "end");
        }

        Bar step(String label, String text, double from, double to) {
            double start = x(Math.min(from, to));
            return new Bar(
                    label, text, start, Math.max(THIN, x(Math.max(from, to)) - start), to >= from ? "up" : "down");
        }

        private double x(double value) {
            double share = high > low ? (value - low) / (high - low) : 0.5;
            return Math.round((ROOM + share * (100 - 2 * ROOM)) * 100) / 100.0;
        }
    }
}
