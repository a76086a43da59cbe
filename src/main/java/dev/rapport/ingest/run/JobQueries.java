package dev.rapport.ingest.run;

import dev.rapport.ingest.store.ImportCounts;
import dev.rapport.ingest.store.StoredDays;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and updates import jobs for the worker. */
final class JobQueries {
    private static final int MOST_ATTEMPTS = 3;

    private JobQueries() {}

    /** What a worker that is no more had begun: again, unless it has been begun too often. */
    static void takeUp(Handle handle) {
        handle.execute("""
                update import_job set
                    state = case when attempts < %1$d and file_path is not null then 'queued' else 'failed' end,
                    message = case when attempts < %1$d and file_path is not null then null else 'STOPPED|' end,
                    finished_at = case when attempts < %1$d and file_path is not null then null else now() end
                where kind = 'csv' and state in ('running', 'storing')
                """.formatted(MOST_ATTEMPTS));
    }

    /** The job that has waited longest; it is running from now on. */
    static Optional<QueuedImport> begin(Handle handle, Path folder) {
        Optional<QueuedImport> next = handle.select("""
                        update import_job set state = 'running', attempts = attempts + 1, started_at = now(), finished_at = null,
                            bytes_read = 0, rows_read = 0, rows_stored = 0, rows_known = 0, rows_rejected = 0, rows_left_out = 0,
                            rows_replaced = 0, rows_kept = 0, rows_repeated = 0, rows_added = 0, checked = null, notes = 0,
                            lines_passed = 0
                        where id = (select id from import_job where kind = 'csv' and state = 'queued' order by id limit 1
                            for update skip locked)
                          and state = 'queued'
                        returning id, file_name, coalesce(file_path, 'gone'), coalesce(mapping::text, '{}'), attempts
                        """)
                .map((row, context) -> new QueuedImport(
                        row.getInt(1),
                        row.getString(2),
                        folder.resolve(row.getString(3)),
                        row.getString(4),
                        row.getInt(5)))
                .findOne();
        next.ifPresent(job -> {
            for (String table : new String[] {"import_reject", "import_passed"}) {
                handle.execute("delete from " + table + " where import_id = ?", job.id());
            }
        });
        return next;
    }

    /** @return whether it is still wanted */
    static boolean progress(Handle handle, int id, ImportProgress progress) {
        int updated = handle.execute(
                """
                update import_job set bytes_read = ?, rows_read = ?, rows_rejected = ?, rows_left_out = ?, notes = ?,
                    lines_passed = ?
                where id = ? and state in ('running', 'storing')
                """,
                progress.bytes(),
                progress.rows(),
                progress.rejected(),
                progress.leftOut(),
                progress.notes(),
                progress.passed(),
                id);
        return updated == 1;
    }

    /** Keeps which columns of the file nothing is taken from. */
    static void unused(Handle handle, int id, List<String> columns) {
        handle.execute(
                "update import_job set unused_columns = nullif(?, '') where id = ?",
                String.join("\n", columns).replace('\0', '\u2400').replace("\r", ""),
                id);
    }

    static boolean move(Handle handle, int id, ImportState from, ImportState to) {
        return handle.execute("update import_job set state = ? where id = ? and state = ?", to.key(), id, from.key())
                == 1;
    }

    static boolean isWanted(Handle handle, int id) {
        return handle.select(
                        "select exists (select from import_job where id = ? and state in ('running', 'storing'))", id)
                .mapTo(boolean.class)
                .one();
    }

    /** In the transaction of the merge: stored and done are one. */
    static boolean done(Handle handle, int id, ImportCounts counts) {
        int updated = handle.execute(
                """
                update import_job set state = 'done', rows_stored = ?, rows_known = ?, rows_replaced = ?, rows_kept = ?,
                    rows_repeated = ?, rows_added = ?, finished_at = clock_timestamp()
                where id = ? and state = 'storing'
                """,
                counts.stored(),
                counts.same(),
                counts.replaced(),
                counts.kept(),
                counts.repeated(),
                counts.added(),
                id);
        return updated == 1;
    }

    /** Of which days its facts are, and up to which mark days wait for them to be counted. In the transaction of the merge. */
    static void dated(Handle handle, int id, Optional<StoredDays> days) {
        handle.execute(
                """
                update import_job set first_day = ?, last_day = ?, counted_mark = (select last_value from rollup_mark)
                where id = ?
                """,
                days.map(StoredDays::first).orElse(null),
                days.map(StoredDays::last).orElse(null),
                id);
    }

    static void fail(Handle handle, int id, String message) {
        handle.execute("""
                update import_job set state = 'failed', message = ?, finished_at = now()
                where id = ? and state in ('running', 'storing')
                """, message.replace('\0', '?'), id);
    }

    /** What was found before questions held the import back. */
    static void keep(Handle handle, int id, FileCheck check) {
        handle.execute("update import_job set checked = ?::jsonb where id = ?", check.text(), id);
    }

    static void forgetFile(Handle handle, int id) {
        handle.execute("update import_job set file_path = null where id = ?", id);
    }
}
