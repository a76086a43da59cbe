package dev.rapport.ingest;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Lists for the report the first rejected rows, the first notes on rows that were stored, and the first skipped lines.
 *
 * @param notes of each, what was not taken
 * @param passed lines that are no rows
 */
record RejectedRows(List<ImportPage.Reject> rows, List<ImportPage.Reject> notes, List<ImportPage.Passed> passed) {
    static RejectedRows first(Handle handle, int importId, int most) {
        return new RejectedRows(
                first(handle, importId, most, false),
                first(handle, importId, most, true),
                passed(handle, importId, most));
    }

    private static List<ImportPage.Reject> first(Handle handle, int importId, int most, boolean stored) {
        return handle.select("""
                        select file, line, coalesce(column_name, ''), coalesce(value, ''), reason
                        from import_reject where import_id = ? and stored = ? order by id limit ?
                        """, importId, stored, most)
                .map((row, context) -> new ImportPage.Reject(
                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** The first lines that are no rows. */
    private static List<ImportPage.Passed> passed(Handle handle, int importId, int most) {
        return handle.select(
                        "select file, line, why, record from import_passed where import_id = ? order by id limit ?",
                        importId,
                        most)
                .map((row, context) ->
                        new ImportPage.Passed(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }
}
