package dev.rapport.ingest.run;

import dev.rapport.db.JdbiSetup;
import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.store.Undo;
import dev.rapport.testsupport.FreshDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of one's own, files brought in, and what became of them. */
final class TestImports {
    final DataSource database = FreshDatabase.create();
    private final Path folder;

    TestImports(Path folder) {
        this.folder = folder;
    }

    /** What is confirmed unless a mapping brings answers of its own: that a file is mostly rejected or repeats itself. */
    private static final String CONFIRMED = """
            , "answers": {"MANY_REJECTED:": "yes", "MANY_REPLACED:": "yes", "MANY_KEPT:": "yes", "SAME_KEY:": "yes"}}""";

    /**
     * Rows read, stored, known, rejected; the state; the message.
     *
     * @param others replaced, kept, repeated and added rows, those that there are
     */
    record Report(
            int id, String state, long read, long stored, long known, long rejected, String others, String message) {
        String counts() {
            return read + " read, " + stored + " stored, " + known + " known, " + rejected + " rejected" + others;
        }
    }

    Report bring(String csv, String mapping) {
        return bring(csv.getBytes(StandardCharsets.UTF_8), mapping);
    }

    Report bring(byte[] file, String mapping) {
        int id = queue(file, mapping);
        run();
        return report(id);
    }

    int queue(byte[] file, String mapping) {
        return queue("file.csv", keep(file), confirmed(mapping.replace('\'', '"')));
    }

    private static String confirmed(String mapping) {
        int end = mapping.lastIndexOf('}');
        return mapping.contains("\"answers\"") ? mapping : mapping.substring(0, end) + CONFIRMED;
    }

    int queue(String fileName, Path kept, String mapping) {
        return (int) number("""
                insert into import_job (file_name, file_path, mapping, state, created_by)
                values (?, ?, ?::jsonb, 'queued', 'test') returning id
                """, fileName, String.valueOf(kept.getFileName()), mapping);
    }

    /** The upload as it waits for its mapping. */
    Path keep(byte[] file) {
        try {
            return Files.write(folder.resolve(UUID.randomUUID().toString()), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run() {
        runner().runNext();
    }

    ImportRunner runner() {
        return new ImportRunner(
                JdbiSetup.of(database), new ArchiveLimits(1L << 32, 200), Clock.systemUTC(), folder, () -> false);
    }

    void undo(int id) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new Undo(JdbiSetup.on(connection), id).run();
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("update import_job set state = 'undone' where id = " + id);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Report report(int id) {
        String[] parts = text("""
                select concat_ws('/', state, rows_read, rows_stored, rows_known, rows_rejected,
                    concat(', ' || nullif(rows_replaced, 0) || ' replaced', ', ' || nullif(rows_kept, 0) || ' kept',
                           ', ' || nullif(rows_repeated, 0) || ' repeated', ', ' || nullif(rows_added, 0) || ' added'),
                    coalesce(message, '')) from import_job where id = ?
                """, id).split("/", 7);
        return new Report(
                id,
                parts[0],
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                parts[5],
                parts[6]);
    }

    /** Line, column, value and reason of each rejected row, a line for each. */
    String rejects(int id) {
        return text("""
                select coalesce(string_agg(line || ' ' || column_name || ' ' || value || ' ' || reason, E'\\n' order by line), '')
                from import_reject where import_id = ?
                """, id);
    }

    void change(String sql) {
        JdbiSetup.of(database).useHandle(handle -> handle.execute(sql));
    }

    long number(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    String text(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
