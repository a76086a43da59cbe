package dev.rapport.fact;

import java.util.List;

/**
 * Describes the list of a fact type's rows, as pages show them and CSV has them.
 *
 * @param fact as metrics name what they stand on
 * @param time column by which a row belongs to a period
 * @param columns the number of the row, who it is about and its channel come right after the time
 */
public record RowList(String fact, String time, List<Column> columns) {
    /** How a column is written. */
    public enum Kind {
        TEXT,
        NUMBER,
        MOMENT,
        FLAG
    }

    /**
     * Describes one column.
     *
     * @param key its title in a CSV; the message bundle has the words
     * @param sql over the row {@code fact}
     */
    public record Column(String key, Kind kind, String sql) {
        /** Shows a column of the table as it is. */
        public static Column of(String key, Kind kind) {
            return new Column(key, kind, "fact." + key);
        }
    }
}
