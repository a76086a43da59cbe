package dev.rapport.dashboard;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.slice.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Shows several metrics side by side, by channel or by the values of a segment group.
 *
 * @param standOut how many changes were compared, and how many of them stand out; empty when none was
 */
public record BreakdownTable(List<Column> columns, List<Row> rows, String standOut) {
    private static final FigureView.Against NOTHING = new FigureView.Against(Optional.empty(), Optional.empty());

    /** One metric; its name opens its page. */
    public record Column(String key, String url, String csvUrl) {}

    /** @param url the page for this channel or segment alone; empty where that cannot be asked */
    public record Row(String label, String url, List<Cell> cells) {}

    /** @param bar in per cent of the column's largest; 0 draws none */
    public record Cell(FigureView figure, int bar) {}

    /** Whether there is anything to say in a column of targets. */
    public boolean isTargeted() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.figure().target().isPresent());
    }

    /**
     * @param answers one per column, all with the same grouping
     * @param drill from the key of a channel or segment value to the page narrowed to it
     */
    public static BreakdownTable of(
            List<Answer> answers, String by, Function<DimensionKey, String> drill, PageLinks links, FigureText text) {
        List<Column> columns = answers.stream()
                .map(answer -> answer.metric().key())
                .map(key -> new Column(key, links.metric(key), links.csv(key, by)))
                .toList();
        List<Map<DimensionKey, Answer.Row>> found =
                answers.stream().map(BreakdownTable::byKey).toList();
        Map<DimensionKey, String> labels = new LinkedHashMap<>();
        answers.forEach(answer -> answer.rows().forEach(row -> labels.putIfAbsent(row.key(), text.label(row))));
        Set<DimensionKey> keys = withData(labels.keySet(), found);
        StandOut standOut = StandOut.among(
                keys.stream()
                        .flatMap(key -> found.stream().flatMap(rows -> Stream.ofNullable(rows.get(key))))
                        .map(Answer.Row::change),
                text);
        double[] largest = answers.stream().mapToDouble(BreakdownTable::largest).toArray();
        List<Row> rows = new ArrayList<>();
        for (DimensionKey key : keys) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                cells.add(cell(
                        answers.get(i),
                        largest[i],
                        Optional.ofNullable(found.get(i).get(key)),
                        standOut,
                        text));
            }
            rows.add(new Row(labels.getOrDefault(key, ""), drill.apply(key), cells));
        }
        return new BreakdownTable(columns, rows, standOut.sentence());
    }

    public BreakdownTable first(int most) {
        return new BreakdownTable(columns, rows.stream().limit(most).toList(), standOut);
    }

    /**
     * The first rows and, where there are more, what the others come to: of what adds up their sum (shares too, of one whole), of anything else nothing.
     *
     * @param answers the table is made of
     */
    public BreakdownTable first(int most, List<Answer> answers, PartMessages words, FigureText text) {
        if (rows.size() <= most) {
            return this;
        }
        List<Row> shown = new ArrayList<>(rows.subList(0, most));
        Set<String> labels = new HashSet<>();
        shown.forEach(row -> labels.add(row.label));
        List<Cell> others =
                answers.stream().map(answer -> others(answer, labels, text)).toList();
        shown.add(new Row(words.rest(text.numbers().count(rows.size() - most)), "", others));
        return new BreakdownTable(columns, shown, standOut);
    }

    private static Cell others(Answer answer, Set<String> shown, FigureText text) {
        Definition definition = answer.metric().definition();
        BigDecimal sum = answer.rows().stream()
                .filter(row -> !shown.contains(text.label(row)))
                .flatMap(row -> row.figure().value().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Dimension> part = answer.grouping().part();
        boolean adds = definition.addsUpBy(part)
                || part.filter(Dimension::isOfOneWhole).isPresent();
        Figure figure = adds ? Figure.of(sum, sum.longValue()) : Figure.noData();
        return new Cell(FigureView.of(definition, row(figure), NOTHING, text), 0);
    }

    private static Answer.Row row(Figure figure) {
        return new Answer.Row(
                DimensionKey.TOTAL, "", figure, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** In an order of their own, not the largest first. */
    public BreakdownTable sorted(Comparator<String> byLabel) {
        return new BreakdownTable(
                columns,
                rows.stream().sorted(Comparator.comparing(Row::label, byLabel)).toList(),
                standOut);
    }

    /** Without what has no name. */
    public BreakdownTable labelled() {
        return new BreakdownTable(
                columns, rows.stream().filter(row -> !row.label.isEmpty()).toList(), standOut);
    }

    /** With labels as people know them. */
    public BreakdownTable named(UnaryOperator<String> name) {
        return new BreakdownTable(
                columns,
                rows.stream()
                        .map(row -> new Row(name.apply(row.label), row.url, row.cells))
                        .toList(),
                standOut);
    }

    private static Map<DimensionKey, Answer.Row> byKey(Answer answer) {
        Map<DimensionKey, Answer.Row> rows = new LinkedHashMap<>();
        answer.rows().forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** Channels in which nothing happened at all are left out: most companies use few of the list. */
    private static Set<DimensionKey> withData(Set<DimensionKey> keys, List<Map<DimensionKey, Answer.Row>> found) {
        Set<DimensionKey> kept = new LinkedHashSet<>();
        for (DimensionKey key : keys) {
            boolean any = found.stream()
                    .map(rows -> rows.get(key))
                    .anyMatch(row -> row != null
                            && (tells(row.figure())
                                    || row.before()
                                            .filter(BreakdownTable::tells)
                                            .isPresent()));
            if (any) {
                kept.add(key);
            }
        }
        return kept;
    }

    private static boolean tells(Figure figure) {
        return figure.n() > 0
                || figure.value().filter(value -> value.signum() != 0).isPresent();
    }

    private static Cell cell(
            Answer answer, double largest, Optional<Answer.Row> row, StandOut standOut, FigureText text) {
        Definition definition = answer.metric().definition();
        Answer.Row shown = row.orElseGet(() -> row(Figure.noData()));
        return new Cell(
                row.map(found -> standOut.mark(FigureView.of(answer, found, text), found.change()))
                        .orElseGet(() -> FigureView.of(definition, shown, NOTHING, text)),
                bar(largest, shown.figure()));
    }

    private static int bar(double largest, Figure figure) {
        double value = figure.value().map(BigDecimal::doubleValue).orElse(0.0);
        return largest <= 0 ? 0 : (int) Math.round(100 * Math.max(0, value) / largest);
    }

    /** Of a column, once for its rows, which may be many; 0 where no bar is drawn. */
    private static double largest(Answer answer) {
        Definition.Unit unit = answer.metric().definition().unit();
        if (unit != Definition.Unit.COUNT && unit != Definition.Unit.MONEY) {
            return 0;
        }
        return answer.rows().stream()
                .flatMap(row -> row.figure().value().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }
}
