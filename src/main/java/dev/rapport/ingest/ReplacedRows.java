package dev.rapport.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

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

    static List<ImportPage.Replaced> first(DataSource database, int importId, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(LISTED + " limit " + most)) {
            statement.setInt(1, importId);
            try (var row = statement.executeQuery()) {
                List<ImportPage.Replaced> replaced = new ArrayList<>();
                while (row.next()) {
                    replaced.add(new ImportPage.Replaced(
                            row.getLong(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
                return replaced;
            }
        }
    }

    /** The source that the import's rows belong to; empty when they have none. */
    static String source(DataSource database, int importId) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select s.name from import_job j join source s on s.id = j.source_id where j.id = ?")) {
            statement.setInt(1, importId);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
