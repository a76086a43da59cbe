package dev.rapport.ingest;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lists for an import's report the rows of earlier imports that it replaced. */
final class ReplacedRows {
    /** A line for each value that changed. */
    static final String LISTED = """
            select r.line, r.key, coalesce(r.former_id, 0), coalesce(change.key, ''), coalesce(change.value ->> 0, ''),
                   coalesce(change.value ->> 1, '')
            from import_replaced r left join lateral jsonb_each(r.changes) as change on true
            where r.import_id = ? order by r.id, change.key
            """;

    private ReplacedRows() {}

    static List<ImportPage.Replaced> first(Handle handle, int importId, int most) {
        return handle.select(LISTED + " limit " + most, importId)
                .map((row, context) -> new ImportPage.Replaced(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** The source that the import's rows belong to; empty when they have none. */
    static String source(Handle handle, int importId) {
        return handle.select(
                        "select s.name from import_job j join source s on s.id = j.source_id where j.id = ?", importId)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }
}
