package dev.rapport.demo.data;

import dev.rapport.ingest.store.Undo;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes the demo data's import out again as any other import is, and what is beside its facts: labels, follow-ups, targets, notes
 * on the time line, the features' names.
 */
final class DemoRemoval {
    private final Connection connection;

    DemoRemoval(Connection connection) {
        this.connection = connection;
    }

    void remove(int importId, String who) throws SQLException {
        run("delete from mention_label where mention_key in (select key from mention where import_id = ?)", importId);
        run("delete from follow_up where response_key in (select key from response where import_id = ?)", importId);
        new Undo(connection, importId).run();
        run("delete from target where created_by = '" + Planning.BY + "'");
        run("delete from annotation where created_by = '" + Planning.BY + "'");
        new Descriptions(connection).remove();
        try (var statement = connection.prepareStatement(
                "update import_job set state = 'undone', undone_at = clock_timestamp(), undone_by = ? where id = ?")) {
            statement.setString(1, who);
            statement.setInt(2, importId);
            statement.executeUpdate();
        }
    }

    private void run(String sql, int importId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, importId);
            statement.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
