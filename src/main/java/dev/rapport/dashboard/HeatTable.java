package dev.rapport.dashboard;

import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.SliceChoices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Shows a metric by channel and segment at once; the shade of a cell says where in the table's range it lies. */
public record HeatTable(List<String> columns, List<Row> rows) {
    private static final int SHADES = 10;

    public record Row(String label, List<Cell> cells) {}

    /** @param heat 0 to 10; 0 also where there is no data */
    public record Cell(FigureView figure, int heat) {}

    /**
     * @param channel the name to a key
     * @param segments the group's values in the order they are shown
     */
    public static HeatTable of(
            Answer answer, Function<String, String> channel, List<SliceChoices.Choice> segments, FigureText text) {
        Set<String> found = new HashSet<>();
        Map<String, Map<String, Answer.Row>> rows = new LinkedHashMap<>();
        for (Answer.Row row : answer.rows()) {
            if (row.key().channel().isPresent() && row.key().segmentValue().isPresent() && tells(row.figure())) {
                String value = row.key().segmentValue().get();
                found.add(value);
                rows.computeIfAbsent(row.key().channel().get(), key -> new LinkedHashMap<>())
                        .put(value, row);
            }
        }
        double low = range(answer).min().orElse(0);
        double high = range(answer).max().orElse(0);
        List<Row> shown = new ArrayList<>();
        List<SliceChoices.Choice> columns =
                segments.stream().filter(value -> found.contains(value.key())).toList();
        rows.forEach((key, cells) -> shown.add(new Row(
                channel.apply(key),
                columns.stream()
                        .map(value -> cell(answer, Optional.ofNullable(cells.get(value.key())), low, high, text))
                        .toList())));
        return new HeatTable(columns.stream().map(SliceChoices.Choice::name).toList(), shown);
    }

    /** Rates of few people swing too widely to set the scale; counts are what they are. */
    private static DoubleStream range(Answer answer) {
        boolean counts = answer.metric().definition().unit() == Definition.Unit.COUNT;
        return answer.rows().stream()
                .filter(row -> counts || !row.figure().hasFew())
                .flatMap(row -> row.figure().value().stream())
                .mapToDouble(BigDecimal::doubleValue);
    }

    private static boolean tells(Figure figure) {
        return figure.n() > 0;
    }

    private static Cell cell(Answer answer, Optional<Answer.Row> row, double low, double high, FigureText text) {
        if (row.isEmpty()) {
            return new Cell(
                    new FigureView(
                            text.words().noData(),
                            true,
                            false,
                            "",
                            "",
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    0);
        }
        OptionalDouble value = row.get().figure().value().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .findFirst();
        int heat = value.isPresent() ? shade(value.getAsDouble(), low, high) : 0;
        return new Cell(FigureView.of(answer, row.get(), text), heat);
    }

    public static int shade(double value, double low, double high) {
        if (high <= low) {
            return 0;
        }
        return (int) Math.round(SHADES * Math.min(1, Math.max(0, (value - low) / (high - low))));
    }
}
