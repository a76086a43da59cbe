package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.StandOut;
import dev.rapport.metric.Change;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Movement;
import dev.rapport.metric.Movement.Cause;
import dev.rapport.metric.Movement.Step;
import dev.rapport.words.NumberFormats;
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

    static MovementView of(
            Definition definition,
            Movement movement,
            Optional<Change> change,
            UnaryOperator<String> channel,
            UnaryOperator<String> segment,
            FigureText text,
            MovementMessages words) {
        StandOut standOut =
                StandOut.among(movement.parts().stream().map(part -> part.cell().moved()), text);
        List<Movement.Part> shown = movement.parts()
                .subList(0, Math.min(MOST_PARTS, movement.parts().size()));
        double rest = movement.parts().stream()
                .skip(MOST_PARTS)
                .mapToDouble(Movement.Part::total)
                .sum();
        return new MovementView(
                movement.quotient(),
                change.map(made -> unclear(made.verdict(), words)).orElse(""),
                bars(definition, movement, channel, text, words),
                shown.stream()
                        .map(part -> part(definition, part, standOut, channel, segment, text))
                        .toList(),
                standOut.sentence(),
                movement.parts().size() - shown.size(),
                text.contribution(definition.unit(), rest));
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

    private static List<Bar> bars(
            Definition definition,
            Movement movement,
            UnaryOperator<String> channel,
            FigureText text,
            MovementMessages words) {
        List<Named> steps = named(movement, channel, text.numbers(), words);
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
        bars.add(scale.end(words.before(), text.value(definition.unit(), movement.before()), movement.before()));
        at = movement.before();
        for (Named step : steps) {
            bars.add(scale.step(step.label, text.contribution(definition.unit(), step.change), at, at + step.change));
            at += step.change;
        }
        bars.add(scale.end(words.now(), text.value(definition.unit(), movement.now()), movement.now()));
        return bars;
    }

    private record Named(String label, double change) {}

    /** The largest channels by name, the others in one. */
    private static List<Named> named(
            Movement movement, UnaryOperator<String> channel, NumberFormats numbers, MovementMessages words) {
        List<Named> named = new ArrayList<>();
        double others = 0;
        int left = 0;
        List<Named> last = new ArrayList<>();
        for (Step step : movement.steps()) {
            switch (step.cause()) {
                case CHANNEL -> {
                    if (named.size() < MOST_CHANNELS) {
                        named.add(new Named(channel.apply(step.channel()), step.change()));
                    } else {
                        others += step.change();
                        left++;
                    }
                }
                case OVERLAP -> last.add(new Named(words.overlap(), step.change()));
                default -> named.add(new Named(label(step.cause(), words), step.change()));
            }
        }
        if (left > 0) {
            named.add(new Named(words.otherChannels(numbers.counted(left)), others));
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

    private static Part part(
            Definition definition,
            Movement.Part part,
            StandOut standOut,
            UnaryOperator<String> channel,
            UnaryOperator<String> segment,
            FigureText text) {
        Definition.Unit unit = definition.unit();
        return new Part(
                channel.apply(part.cell().channel()),
                segment.apply(part.cell().segment()),
                text.figure(unit, part.cell().before()),
                text.figure(unit, part.cell().now()),
                part.cell()
                        .moved()
                        .map(change -> standOut.mark(FigureView.change(definition, change, "", text), change)),
                text.contribution(unit, part.mix()),
                text.contribution(unit, part.rate()),
                text.contribution(unit, part.total()));
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
