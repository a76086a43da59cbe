package dev.rapport.dashboard.board;

import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.HeatTable;
import dev.rapport.metric.Definition;
import dev.rapport.query.Answer;
import dev.rapport.words.NumberFormats;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Shows what happens on which weekday at which hour, as the clocks of the reporting zone say.
 *
 * @param busiest weekday and hour; empty where nothing happens, and of what is no count
 * @param adding whether the hours of a day add up to it
 */
public record HoursTable(List<String> hours, List<Row> rows, String busiest, boolean adding) {
    private static final int HOURS = 24;

    /** @param total of the whole day; empty where hours do not add up */
    public record Row(String label, List<Cell> cells, String total) {}

    /** @param heat 0 to 10 */
    public record Cell(String value, int heat, String title, boolean none) {}

    /**
     * @param answer by {@link dev.rapport.slice.Dimension#WEEKDAY_HOUR}: {@code 1-09} is Monday from nine
     * @param first day of a week
     */
    static HoursTable of(Answer answer, DayOfWeek first, FigureText text) {
        Definition definition = answer.metric().definition();
        Map<String, BigDecimal> values = new HashMap<>();
        answer.rows()
                .forEach(row -> row.key()
                        .part()
                        .ifPresent(part -> row.figure().value().ifPresent(value -> values.put(part, value))));
        BigDecimal most = values.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal nothing = BigDecimal.ZERO;
        boolean adding = definition.additive();
        List<Row> rows = new ArrayList<>();
        String busiest = "";
        for (int i = 0; i < DayOfWeek.values().length; i++) {
            DayOfWeek day = first.plus(i);
            List<Cell> cells = new ArrayList<>();
            BigDecimal total = nothing;
            for (int hour = 0; hour < HOURS; hour++) {
                BigDecimal value = values.get("%d-%02d".formatted(day.getValue(), hour));
                boolean none = value == null || adding && value.signum() == 0;
                BigDecimal known = value == null ? nothing : value;
                String title = title(day, hour, text.numbers());
                boolean isMost = adding && !none && known.compareTo(most) == 0;
                busiest = busiest.isEmpty() && isMost ? title : busiest;
                total = total.add(known);
                cells.add(new Cell(
                        none && !adding ? "" : text.value(definition.unit(), known),
                        HeatTable.shade(known.doubleValue(), 0, most.doubleValue()),
                        title,
                        none));
            }
            rows.add(new Row(
                    name(day, TextStyle.SHORT, text.numbers()),
                    cells,
                    adding ? text.value(definition.unit(), total) : ""));
        }
        return new HoursTable(
                IntStream.range(0, HOURS).mapToObj("%02d"::formatted).toList(), rows, busiest, adding);
    }

    private static String title(DayOfWeek day, int hour, NumberFormats numbers) {
        return name(day, TextStyle.FULL, numbers) + " " + clock(hour) + "–" + clock((hour + 1) % HOURS);
    }

    private static String name(DayOfWeek day, TextStyle style, NumberFormats numbers) {
        return day.getDisplayName(style, numbers.locale());
    }

    private static String clock(int hour) {
        return "%02d:00".formatted(hour);
    }
}
