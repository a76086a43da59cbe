package dev.rapport.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.annotation.Annotations;
import dev.rapport.metric.Benchmark;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.target.TargetIndex;
import dev.rapport.target.TargetStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows a trend: the chart's data as JSON and the same as a table.
 *
 * @param data safe to stand in a script element: without the characters that could end it
 * @param benchmark the band that is worth reaching and who says so; empty without one
 * @param target the newest one that is shown; empty without one
 * @param otherLength why a target or benchmark is not drawn: it is for values over another length
 */
public record TrendView(
        String key,
        String data,
        boolean empty,
        boolean compared,
        String comparedWith,
        String benchmark,
        String target,
        String otherLength,
        List<Row> rows,
        String standOut,
        List<TrendMark> marks,
        String csvUrl) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a benchmark knows no good band, what is typical is shown. */
    private static final List<String> WORTH_REACHING = List.of("good", "healthy", "typical");

    public record Row(String bucket, boolean unfinished, FigureView figure, String before) {
        String target() {
            return figure.target().map(FigureView.TargetView::value).orElse("");
        }
    }

    public boolean isTargeted() {
        return !target.isEmpty();
    }

    public static TrendView of(
            Answer answer, PageLinks links, FigureText text, PeriodText periods, List<Annotations.Note> notes) {
        Definition definition = answer.metric().definition();
        TargetIndex.Aims aims = text.targets().of(answer);
        StandOut standOut = StandOut.among(answer.rows().stream().map(Answer.Row::change), text);
        List<Row> rows = new ArrayList<>();
        for (Answer.Row row : answer.rows()) {
            rows.add(new Row(
                    bucket(row, answer, periods),
                    row.unfinished(),
                    standOut.mark(
                            FigureView.of(
                                    definition, row, new FigureView.Against(answer.benchmark(), aims.of(row)), text),
                            row.change()),
                    row.before()
                            .map(figure -> text.figure(definition.unit(), figure))
                            .orElse("")));
        }
        List<TrendMark> marks =
                notes.isEmpty() ? List.of() : TrendMark.of(notes, answer.slice().buckets(), periods);
        Optional<Benchmark> held = answer.benchmark().filter(benchmark -> fits(benchmark, answer));
        Optional<Benchmark.Band> good = held.flatMap(TrendView::good);
        return new TrendView(
                definition.key(),
                data(answer, rows, good, marks, text, periods),
                answer.rows().stream().allMatch(row -> row.figure().value().isEmpty()),
                answer.compared().isPresent(),
                comparedWith(answer, text, periods),
                good.map(band -> text.band(definition.unit(), band)
                                + answer.benchmark()
                                        .map(benchmark -> " · "
                                                + DefinitionSources.name(
                                                        benchmark.source(),
                                                        text.audience().locale()))
                                        .orElse(""))
                        .orElse(""),
                rows.stream()
                        .map(Row::target)
                        .filter(target -> !target.isEmpty())
                        .reduce((one, later) -> later)
                        .orElse(""),
                otherLength(answer, aims, text),
                rows,
                standOut.sentence(),
                marks,
                links.csv(definition.key(), "bucket"));
    }

    /** With what, and which days a change is judged over while today is among them. */
    private static String comparedWith(Answer answer, FigureText text, PeriodText periods) {
        if (answer.compared().isEmpty()) {
            return "";
        }
        String with = periods.comparedWith(answer.compared().get());
        if (!answer.leavesOutToday()) {
            return with;
        }
        return with + " · "
                + answer.judged()
                        .map(over -> text.words().judgedOver(periods.period(over.now()), periods.period(over.before())))
                        .orElseGet(text.words()::judgedLater);
    }

    private static boolean fits(Benchmark benchmark, Answer answer) {
        return benchmark.span().filter(span -> span != answer.slice().grain()).isEmpty();
    }

    private static String otherLength(Answer answer, TargetIndex.Aims aims, FigureText text) {
        Definition.Unit unit = answer.metric().definition().unit();
        FigureMessages words = text.words();
        String values = words.valuesBy(answer.slice().grain().key());
        return aims.ofOtherLength()
                .map(other -> words.otherLength(
                        values,
                        text.value(unit, other.value()),
                        words.lengthOf(other.span().key())))
                .or(() -> answer.benchmark()
                        .filter(benchmark -> !fits(benchmark, answer))
                        .flatMap(benchmark -> good(benchmark)
                                .map(band -> words.otherLength(
                                        values,
                                        text.band(unit, band),
                                        words.lengthOf(
                                                benchmark.span().orElseThrow().key())))))
                .orElse("");
    }

    private static String bucket(Answer.Row row, Answer answer, PeriodText periods) {
        return row.key()
                .bucket()
                .map(start -> periods.bucket(start, answer.slice().grain()))
                .orElse(row.label());
    }

    private static Optional<Benchmark.Band> good(Benchmark benchmark) {
        return benchmark.bands().stream()
                .filter(band -> WORTH_REACHING.contains(band.label()))
                .min(Comparator.comparing(band -> WORTH_REACHING.indexOf(band.label())));
    }

    private static String data(
            Answer answer,
            List<Row> rows,
            Optional<Benchmark.Band> good,
            List<TrendMark> marks,
            FigureText text,
            PeriodText periods) {
        Definition definition = answer.metric().definition();
        ObjectNode data = JSON.createObjectNode();
        data.put("unit", definition.unit().name().toLowerCase(Locale.ROOT));
        data.put("locale", text.numbers().locale().toLanguageTag());
        data.put("currency", text.audience().currency());
        data.put("axis", fromZero(definition) ? "zero" : "free");
        // How many buckets are over: the line goes on drawn apart.
        data.put(
                "finished",
                answer.rows().stream().takeWhile(row -> !row.unfinished()).count());
        ArrayNode labels = data.putArray("labels");
        ArrayNode values = data.putArray("values");
        ArrayNode texts = data.putArray("texts");
        rows.forEach(row -> {
            labels.add(row.bucket());
            texts.add(row.figure().value());
        });
        answer.rows().forEach(row -> add(values, Optional.of(row.figure())));
        if (answer.compared().isPresent()) {
            ArrayNode beforeValues = data.putArray("before");
            ArrayNode beforeTexts = data.putArray("beforeTexts");
            ArrayNode beforeLabels = data.putArray("beforeLabels");
            answer.rows().forEach(row -> add(beforeValues, row.before()));
            rows.forEach(row -> beforeTexts.add(row.before()));
            answer.rows()
                    .forEach(row -> beforeLabels.add(row.footing()
                            .partner()
                            .map(bucket -> periods.bucket(bucket, answer.slice().grain()))
                            .orElse("")));
        }
        good.ifPresent(band -> {
            ObjectNode node = data.putObject("band");
            node.put("label", text.band(definition.unit(), band));
            if (!Double.isInfinite(band.from())) {
                node.put("from", band.from());
            }
            if (!Double.isInfinite(band.to())) {
                node.put("to", band.to());
            }
        });
        if (rows.stream().anyMatch(row -> row.figure().target().isPresent())) {
            ArrayNode targets = data.putArray("target");
            ArrayNode targetTexts = data.putArray("targetTexts");
            TargetIndex.Aims aims = text.targets().of(answer);
            answer.rows()
                    .forEach(row ->
                            aims.of(row).map(TargetStatus::value).ifPresentOrElse(targets::add, targets::addNull));
            rows.forEach(row -> targetTexts.add(row.target()));
            data.put("targetName", text.words().target());
        }
        ArrayNode places = data.putArray("marks");
        marks.forEach(mark -> places.addObject().put("at", mark.bucket()).put("text", mark.title()));
        return safe(data);
    }

    /** Counts start at zero, so that heights compare; rates and scores show where they move. */
    private static boolean fromZero(Definition definition) {
        return switch (definition.unit()) {
            case COUNT, MONEY, DURATION -> true;
            default -> false;
        };
    }

    private static void add(ArrayNode values, Optional<Figure> figure) {
        figure.flatMap(Figure::value).ifPresentOrElse(values::add, values::addNull);
    }

    private static String safe(ObjectNode data) {
        try {
            return JSON.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings are always JSON", e);
        }
    }
}
