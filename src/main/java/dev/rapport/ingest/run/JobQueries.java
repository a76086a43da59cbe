package dev.rapport.ingest.run;

import dev.rapport.ingest.store.ImportCounts;
import dev.rapport.ingest.store.StoredDays;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads and updates import jobs for the worker. */
final class JobQueries {
    private static final int MOST_ATTEMPTS = 3;

    private JobQueries() {}

    /** What a worker that is no more had begun: again, unless it has been begun too often. */
    static void takeUp(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update import_job set
                        state = case when attempts < %d and file_path is not null then 'queued' else 'failed' end,
                        message = case when attempts < %d and file_path is not null then null else 'STOPPED|' end,
                        finished_at = case when attempts < %d and file_path is not null then null else now() end
                    where kind = 'csv' and state in ('running', 'storing')
                    """.formatted(MOST_ATTEMPTS, MOST_ATTEMPTS, MOST_ATTEMPTS));
        }
    }

    /** The job that has waited longest; it is running from now on. */
    static Optional<QueuedImport> begin(Connection connection, Path folder) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job set state = 'running', attempts = attempts + 1, started_at = now(), finished_at = null,
                    bytes_read = 0, rows_read = 0, rows_stored = 0, rows_known = 0, rows_rejected = 0, rows_left_out = 0,
                    rows_replaced = 0, rows_kept = 0, rows_repeated = 0, rows_added = 0, checked = null, notes = 0, lines_passed = 0
                where id = (select id from import_job where kind = 'csv' and state = 'queued' order by id limit 1
                    for update skip locked)
                  and state = 'queued'
                returning id, file_path, mapping::text, attempts, file_name
                """);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String file = row.getString(2) == null ? "gone" : row.getString(2);
            String mapping = row.getString(3) == null ? "{}" : row.getString(3);
            QueuedImport job =
                    new QueuedImport(row.getInt(1), row.getString(5), folder.resolve(file), mapping, row.getInt(4));
            forgetRejects(connection, job.id());
            return Optional.of(job);
        }
    }

    private static void forgetRejects(Connection connection, int id) throws SQLException {
        for (String table : new String[] {"import_reject", "import_passed"}) {
            try (var statement = connection.prepareStatement("delete from " + table + " where import_id = ?")) {
                statement.setInt(1, id);
                statement.executeUpdate();
            }
        }
    }

    /** @return whether it is still wanted */
    static boolean progress(Connection connection, int id, ImportProgress progress) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job set bytes_read = ?, rows_read = ?, rows_rejected = ?, rows_left_out = ?, notes = ?,
                    lines_passed = ?
                where id = ? and state in ('running', 'storing')
                """)) {
            statement.setLong(1, progress.bytes());
            statement.setLong(2, progress.rows());
            statement.setLong(3, progress.rejected());
            statement.setLong(4, progress.leftOut());
            statement.setLong(5, progress.notes());
            statement.setLong(6, progress.passed());
            statement.setInt(7, id);
            return statement.executeUpdate() == 1;
        }
    }

    /** Keeps which columns of the file nothing is taken from. */
    static void unused(Connection connection, int id, List<String> columns) throws SQLException {
        try (var statement =
                connection.prepareStatement("update import_job set unused_columns = nullif(?, '') where id = ?")) {
            statement.setString(
                    1, String.join("\n", columns).replace('\0', '\u2400').replace("\r", ""));
            statement.setInt(2, id);
            statement.executeUpdate();
        }
    }

    static boolean move(Connection connection, int id, ImportState from, ImportState to) throws SQLException {
        try (var statement =
                connection.prepareStatement("update import_job set state = ? where id = ? and state = ?")) {
            statement.setString(1, to.key());
            statement.setInt(2, id);
            statement.setString(3, from.key());
            return statement.executeUpdate() == 1;
        }
    }

    static boolean isWanted(Connection connection, int id) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select 1 from import_job where id = ? and state in ('running', 'storing')")) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** In the transaction of the merge: stored and done are one. */
    static boolean done(Connection connection, int id, ImportCounts counts) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job set state = 'done', rows_stored = ?, rows_known = ?, rows_replaced = ?, rows_kept = ?,
                    rows_repeated = ?, rows_added = ?, finished_at = clock_timestamp()
                where id = ? and state = 'storing'
                """)) {
            statement.setLong(1, counts.stored());
            statement.setLong(2, counts.same());
            statement.setLong(3, counts.replaced());
            statement.setLong(4, counts.kept());
            statement.setLong(5, counts.repeated());
            statement.setLong(6, counts.added());
            statement.setInt(7, id);
            return statement.executeUpdate() == 1;
        }
    }

    /** Of which days its facts are, and up to which mark days wait for them to be counted. In the transaction of the merge. */
    static void dated(Connection connection, int id, Optional<StoredDays> days) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job set first_day = ?, last_day = ?, counted_mark = (select last_value from rollup_mark)
                where id = ?
                """)) {
            statement.setObject(1, days.map(StoredDays::first).orElse(null));
            statement.setObject(2, days.map(StoredDays::last).orElse(null));
            statement.setInt(3, id);
            statement.executeUpdate();
        }
    }

    static void fail(Connection connection, int id, String message) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update import_job set state = 'failed', message = ?, finished_at = now()
                where id = ? and state in ('running', 'storing')
                """)) {
            statement.setString(1, message.replace('\0', '?'));
            statement.setInt(2, id);
            statement.executeUpdate();
        }
    }

    /** What was found before questions held the import back. */
    static void keep(Connection connection, int id, FileCheck check) throws SQLException {
        try (var statement = connection.prepareStatement("update import_job set checked = ?::jsonb where id = ?")) {
            statement.setString(1, check.text());
            statement.setInt(2, id);
            statement.executeUpdate();
        }
    }

    static void forgetFile(Connection connection, int id) throws SQLException {
        try (var statement = connection.prepareStatement("update import_job set file_path = null where id = ?")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }
}
