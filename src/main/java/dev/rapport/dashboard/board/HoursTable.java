package dev.rapport.dashboard.board;

import dev.rapport.dashboard.HeatTable;
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

/** Shows how much happens on which weekday at which hour, as the clocks of the reporting zone say. */
public record HoursTable(List<String> hours, List<Row> rows, String busiest) {
    private static final int HOURS = 24;

    /** @param total of the whole day */
    public record Row(String label, List<Cell> cells, String total) {}

    /** @param heat 0 to 10 */
    public record Cell(String value, int heat, String title, boolean none) {}

    /**
     * @param answer by {@link dev.rapport.slice.Dimension#WEEKDAY_HOUR}: {@code 1-09} is Monday from nine
     * @param first day of a week
     */
    static HoursTable of(Answer answer, DayOfWeek first, NumberFormats numbers) {
        Map<String, Long> counts = new HashMap<>();
        answer.rows()
                .forEach(row -> row.key()
                        .part()
                        .ifPresent(part -> counts.put(
                                part,
                                row.figure().value().map(BigDecimal::longValue).orElse(0L))));
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        String busiest = "";
        for (int i = 0; i < DayOfWeek.values().length; i++) {
            DayOfWeek day = first.plus(i);
            List<Cell> cells = new ArrayList<>();
            long total = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                long count = counts.getOrDefault("%d-%02d".formatted(day.getValue(), hour), 0L);
                String title = name(day, TextStyle.FULL, numbers) + " " + clock(hour) + "–" + clock((hour + 1) % HOURS);
                busiest = busiest.isEmpty() && count == most && most > 0 ? title : busiest;
                total += count;
                cells.add(new Cell(numbers.count(count), HeatTable.shade(count, 0, most), title, count == 0));
            }
            rows.add(new Row(name(day, TextStyle.SHORT, numbers), cells, numbers.count(total)));
        }
        return new HoursTable(
                IntStream.range(0, HOURS).mapToObj("%02d"::formatted).toList(), rows, busiest);
    }

    private static String name(DayOfWeek day, TextStyle style, NumberFormats numbers) {
        return day.getDisplayName(style, numbers.locale());
    }

    private static String clock(int hour) {
        return "%02d:00".formatted(hour);
    }
}
