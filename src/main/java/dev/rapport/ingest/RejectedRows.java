package dev.rapport.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lists for the report the first rejected rows, the first notes on rows that were stored, and the first skipped lines.
 *
 * @param notes of each, what was not taken
 * @param passed lines that are no rows
 */
record RejectedRows(List<ImportPage.Reject> rows, List<ImportPage.Reject> notes, List<ImportPage.Passed> passed) {
    static RejectedRows first(DataSource database, int importId, int most) throws SQLException {
        return new RejectedRows(
                first(database, importId, most, false),
                first(database, importId, most, true),
                passed(database, importId, most));
    }

    private static List<ImportPage.Reject> first(DataSource database, int importId, int most, boolean stored)
            throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select file, line, coalesce(column_name, ''), coalesce(value, ''), reason
                        from import_reject where import_id = ? and stored = ? order by id limit ?
                        """)) {
            statement.setInt(1, importId);
            statement.setBoolean(2, stored);
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                List<ImportPage.Reject> rejects = new ArrayList<>();
                while (row.next()) {
                    rejects.add(new ImportPage.Reject(
                            row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)));
                }
                return rejects;
            }
        }
    }

    /** The first lines that are no rows. */
    private static List<ImportPage.Passed> passed(DataSource database, int importId, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select file, line, why, record from import_passed where import_id = ? order by id limit ?")) {
            statement.setInt(1, importId);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                List<ImportPage.Passed> passed = new ArrayList<>();
                while (row.next()) {
                    passed.add(new ImportPage.Passed(
                            row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
                }
                return passed;
            }
        }
    }
}
