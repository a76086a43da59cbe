package dev.rapport.dashboard;

import dev.rapport.query.RowColumn;
import dev.rapport.words.Audience;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds a page of the rows of facts behind a figure.
 *
 * @param columns what stands in each row
 * @param rows as many cells each as there are columns, ready to show (moments in reporting time, empty for nothing)
 * @param total how many rows there are in all
 */
public record RowPage(List<RowColumn> columns, List<List<String>> rows, long total) {
    /** A cell of one of its rows. */
    public String cell(List<String> row, RowColumn column) {
        return row.get(columns.indexOf(column));
    }

    /** With moments and flags as people write them. */
    public RowPage written(Audience audience) {
        return new RowPage(
                columns,
                rows.stream()
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(i -> written(row.get(i), columns.get(i), audience))
                                .toList())
                        .toList(),
                total);
    }

    public String written(List<String> row, RowColumn column, Audience audience) {
        return written(cell(row, column), column, audience);
    }

    private static String written(String cell, RowColumn column, Audience audience) {
        if (cell.isEmpty()) {
            return cell;
        }
        return switch (column.kind()) {
            case MOMENT -> audience.dates().moment(LocalDateTime.parse(cell, RowReader.MINUTES));
            case FLAG -> audience.words(RowMessages.class).flag(cell);
            default -> cell;
        };
    }

    public boolean isCut() {
        return rows.size() < total;
    }
}
