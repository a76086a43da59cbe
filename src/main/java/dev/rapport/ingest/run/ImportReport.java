package dev.rapport.ingest.run;

import dev.rapport.ingest.file.SkippedLine;
import dev.rapport.ingest.mapping.RowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Lists a job's rejected rows, notes on rows that were taken, and skipped lines; counts them all, keeps the first ones. */
final class ImportReport {
    static final int KEPT_ROWS = 100_000;
    private static final int KEPT_LINES = 1_000;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_RECORD = 2_000;
    private static final int LONGEST_LINE = 500;

    private static final String ROW = """
            insert into import_reject (import_id, file, line, column_name, value, reason, record, stored)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LINE =
            "insert into import_passed (import_id, file, line, why, record) values (?, ?, ?, ?, ?)";

    private final int job;
    private final Log rejected;
    private final Log noted;
    private final Log skipped;

    private ImportReport(Optional<Jdbi> jdbi, int job) {
        this.job = job;
        this.rejected = new Log(jdbi, ROW, KEPT_ROWS);
        this.noted = new Log(jdbi, ROW, KEPT_ROWS);
        this.skipped = new Log(jdbi, LINE, KEPT_LINES);
    }

    static ImportReport of(Jdbi jdbi, int job) {
        return new ImportReport(Optional.of(jdbi), job);
    }

    /** Counts without keeping. */
    static ImportReport counting() {
        return new ImportReport(Optional.empty(), 0);
    }

    void reject(String file, long line, RowProblem problem, List<String> cells) {
        reject(
                file,
                line,
                problem,
                rejected.keepsMore() ? cells.stream().map(ImportReport::quoted).collect(Collectors.joining(",")) : "");
    }

    void reject(String file, long line, RowProblem problem, String record) {
        add(rejected, file, line, problem, record, false);
    }

    /** Says of a row that is stored what of it was not taken. */
    void note(String file, long line, RowProblem problem) {
        add(noted, file, line, problem, "", true);
    }

    private void add(Log log, String file, long line, RowProblem problem, String record, boolean stored) {
        log.add(
                job,
                file,
                line,
                problem.column(),
                cut(problem.value(), LONGEST_VALUE, "\u2026"),
                problem.reason().name(),
                cut(record, LONGEST_RECORD, "\u2026"),
                stored);
    }

    void skip(String file, SkippedLine line) {
        skipped.add(
                job, file, line.line(), line.why().name(), cut(String.join(" | ", line.fields()), LONGEST_LINE, ""));
    }

    long rejected() {
        return rejected.count;
    }

    long noted() {
        return noted.count;
    }

    long skipped() {
        return skipped.count;
    }

    void flush() {
        rejected.flush();
        noted.flush();
        skipped.flush();
    }

    private static String cut(String text, int longest, String end) {
        String clean = text.replace('\0', '\u2400');
        return clean.length() <= longest ? clean : clean.substring(0, longest) + end;
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Stores the first entries of one kind in batches, on connections of its own: nobody sees what the job's has written. */
    private static final class Log {
        private static final int BATCH = 1_000;

        private final Optional<Jdbi> jdbi;
        private final String insert;
        private final int kept;
        private final List<Object[]> waiting = new ArrayList<>();
        private long count;

        Log(Optional<Jdbi> jdbi, String insert, int kept) {
            this.jdbi = jdbi;
            this.insert = insert;
            this.kept = kept;
        }

        boolean keepsMore() {
            return count < kept && jdbi.isPresent();
        }

        void add(Object... values) {
            if (keepsMore()) {
                waiting.add(values);
            }
            count++;
            if (waiting.size() >= BATCH) {
                flush();
            }
        }

        void flush() {
            if (waiting.isEmpty() || jdbi.isEmpty()) {
                return;
            }
            jdbi.get().useHandle(handle -> {
                try (PreparedBatch batch = handle.prepareBatch(insert)) {
                    waiting.forEach(batch::add);
                    batch.execute();
                }
            });
            waiting.clear();
        }
    }
}
