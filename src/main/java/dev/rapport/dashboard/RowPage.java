package dev.rapport.dashboard;

import dev.rapport.query.RowColumn;
import java.util.List;

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

    public boolean isCut() {
        return rows.size() < total;
    }
}
