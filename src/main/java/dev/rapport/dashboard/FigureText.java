package dev.rapport.dashboard;

import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.segment.ReservedValues;
import dev.rapport.segment.SegmentMessages;
import dev.rapport.target.TargetIndex;
import dev.rapport.words.Audience;
import dev.rapport.words.NumberFormats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes figures for an audience; of one request, one mail. */
public final class FigureText {
    private final Audience audience;
    private final NumberFormats numbers;
    private final FigureMessages words;
    private final TargetIndex targets;

    /** Every figure of a table says them again. */
    private final Map<Held, String> benchmarks = new HashMap<>();

    /** The same numbers read differently as a share and as a count. */
    /** Labels of what lies beside the range that a source names. */
    private static final Set<String> BESIDE = Set.of("below", "above");

    private record Held(Unit unit, Benchmark benchmark) {}

    public FigureText(Audience audience) {
        this(audience, TargetIndex.EMPTY);
    }

    /** @param targets what figures shall be, to be said beside them */
    FigureText(Audience audience, TargetIndex targets) {
        this.audience = audience;
        this.numbers = audience.numbers();
        this.words = audience.words(FigureMessages.class);
        this.targets = targets;
    }

    public Audience audience() {
        return audience;
    }

    public NumberFormats numbers() {
        return numbers;
    }

    /** What a row is called: a segment that nobody named is called in the audience's words. */
    public String label(Answer.Row row) {
        return row.key()
                .segmentValue()
                .filter(value ->
                        row.key().bucket().isEmpty() && row.key().channel().isEmpty())
                .flatMap(value -> ReservedValues.name(value, audience.words(SegmentMessages.class)))
                .orElse(row.label());
    }

    public FigureMessages words() {
        return words;
    }

    TargetIndex targets() {
        return targets;
    }

    public String value(Unit unit, BigDecimal value) {
        return switch (unit) {
            case COUNT -> numbers.whole(value);
            case PERCENT -> numbers.percent(value, NumberFormats.decimals(value, 1));
            case POINTS -> numbers.signed(value, 0);
            case DIFFERENCE -> words.points(numbers.signed(value, 1));
            case SCORE, RATIO -> numbers.decimal(value, NumberFormats.decimals(value, 2));
            case DURATION -> numbers.duration(value);
            case MONEY -> numbers.money(value, audience.currency());
        };
    }

    public String value(Unit unit, double value) {
        return value(unit, BigDecimal.valueOf(value));
    }

    public String figure(Unit unit, Figure figure) {
        return figure.value().map(value -> value(unit, value)).orElseGet(words::noData);
    }

    public String day(LocalDate day) {
        return audience.dates().day(day);
    }

    /** A difference: points for rates and scores, else in per cent of before. */
    String difference(Unit unit, double absolute) {
        BigDecimal value = BigDecimal.valueOf(absolute);
        return switch (unit) {
            case PERCENT, DIFFERENCE -> words.points(numbers.signed(value, 1));
            case POINTS -> words.points(numbers.signed(value, 0));
            case SCORE, RATIO -> numbers.signed(value, 2);
            case COUNT -> numbers.signed(value, 0);
            case DURATION -> (absolute > 0 ? "+" : "") + numbers.duration(value);
            case MONEY -> (absolute > 0 ? "+" : "") + numbers.money(value, audience.currency());
        };
    }

    /** A part of a difference, with a digit more: small parts are to be seen adding up. */
    public String contribution(Unit unit, double absolute) {
        BigDecimal value = BigDecimal.valueOf(absolute);
        return switch (unit) {
            case PERCENT, DIFFERENCE -> words.points(numbers.signed(value, 2));
            case POINTS -> words.points(numbers.signed(value, 1));
            case SCORE, RATIO -> numbers.signed(value, 3);
            default -> difference(unit, absolute);
        };
    }

    String relative(double fraction) {
        BigDecimal percent = BigDecimal.valueOf(fraction * 100);
        int decimals = Math.abs(fraction) < 0.1 ? 1 : 0;
        return (fraction > 0 ? "+" : "") + numbers.percent(percent, decimals);
    }

    /** What stands above or below the line of a formula. */
    public String part(Unit unit, BigDecimal value) {
        return switch (unit) {
            case MONEY -> numbers.money(value, audience.currency());
            case DURATION -> numbers.duration(value);
            default -> value.stripTrailingZeros().scale() > 0 ? numbers.decimal(value, 2) : numbers.whole(value);
        };
    }

    /** What lies below the line: never in the unit of the value. */
    public String below(BigDecimal value) {
        return part(Unit.COUNT, value);
    }

    String band(Unit unit, Benchmark.Band band) {
        String label = label(band.label());
        if (Double.isInfinite(band.from())) {
            String to = bound(unit, band.to());
            return band.holdsTo() ? words.bandUpTo(label, to) : words.bandBelow(label, to);
        } else if (Double.isInfinite(band.to())) {
            String from = bound(unit, band.from());
            return band.leavesOutFrom() ? words.bandAbove(label, from) : words.bandFrom(label, from);
        }
        return words.bandBetween(label, bound(unit, band.from()), bound(unit, band.to()));
    }

    /** Those that the source has a word for. */
    private String bands(Unit unit, Benchmark benchmark) {
        String bands = benchmark.bands().stream()
                .filter(band -> !BESIDE.contains(band.label()))
                .map(band -> band(unit, band))
                .collect(Collectors.joining(", "));
        return benchmark.whom().map(kind -> words.bandsOf(kind, bands)).orElse(bands);
    }

    /** All that sources say of a figure: bands, for periods of which length, and who says so. */
    public String benchmarks(Definition definition, Optional<Benchmark> held) {
        return Stream.concat(held.stream(), definition.beside().stream())
                .distinct()
                .map(benchmark -> bands(definition.unit(), benchmark)
                        + benchmark
                                .span()
                                .map(span -> ", " + words.forLength(words.lengthOf(span.key())))
                                .orElse("")
                        + " · " + DefinitionSources.name(benchmark.source(), audience.locale()))
                .collect(Collectors.joining("; "));
    }

    /** The bands and who says so. */
    String benchmark(Unit unit, Benchmark benchmark) {
        return benchmarks.computeIfAbsent(
                new Held(unit, benchmark),
                held -> words.benchmarkOf(
                        bands(unit, benchmark), DefinitionSources.name(benchmark.source(), audience.locale())));
    }

    private String bound(Unit unit, double bound) {
        BigDecimal value = BigDecimal.valueOf(bound)
                .setScale(4, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        int decimals = Math.max(0, value.scale());
        return switch (unit) {
            case PERCENT -> numbers.percent(value, decimals);
            case POINTS -> numbers.signed(value, 0);
            case DURATION, MONEY, COUNT -> value(unit, value);
            default -> numbers.decimal(value, decimals);
        };
    }

    String label(String key) {
        return switch (key) {
            case "poor" -> words.poor();
            case "typical" -> words.typical();
            case "good" -> words.good();
            case "great" -> words.great();
            case "excellent" -> words.excellent();
            case "very_good" -> words.veryGood();
            case "healthy" -> words.healthy();
            case "below" -> words.below();
            case "above" -> words.above();
            default -> key;
        };
    }
}
