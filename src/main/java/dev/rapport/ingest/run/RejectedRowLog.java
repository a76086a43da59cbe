package dev.rapport.ingest.run;

import dev.rapport.ingest.mapping.RowProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Stores the rejected rows of a job, and notes on rows that were taken; counts them all, keeps the first hundred
 * thousand.
 */
final class RejectedRowLog {
    static final int KEPT = 100_000;
    private static final int BATCH = 1_000;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_RECORD = 2_000;

    private record Entry(String file, long line, RowProblem problem, String record, boolean stored) {}

    private final Optional<DataSource> database;
    private final int job;
    private final List<Entry> waiting = new ArrayList<>();
    private long count;
    private long notes;

    RejectedRowLog(DataSource database, int job) {
        this.database = Optional.of(database);
        this.job = job;
    }

    private RejectedRowLog() {
        this.database = Optional.empty();
        this.job = 0;
    }

    /** Counts without keeping. */
    static RejectedRowLog counting() {
        return new RejectedRowLog();
    }

    void add(String file, long line, RowProblem problem, List<String> cells) throws SQLException {
        String record = count < KEPT && database.isPresent()
                ? cells.stream().map(RejectedRowLog::quoted).collect(Collectors.joining(","))
                : "";
        add(file, line, problem, record);
    }

    void add(String file, long line, RowProblem problem, String record) throws SQLException {
        if (count++ < KEPT && database.isPresent()) {
            keep(new Entry(file, line, problem, record, false));
        }
    }

    /** Says of a row that is stored what of it was not taken. */
    void note(String file, long line, RowProblem problem) throws SQLException {
        if (notes++ < KEPT && database.isPresent()) {
            keep(new Entry(file, line, problem, "", true));
        }
    }

    private void keep(Entry entry) throws SQLException {
        waiting.add(entry);
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    long notes() {
        return notes;
    }

    long count() {
        return count;
    }

    void flush() throws SQLException {
        if (waiting.isEmpty() || database.isEmpty()) {
            return;
        }
        try (Connection connection = database.get().getConnection();
                var statement = connection.prepareStatement("""
                        insert into import_reject (import_id, file, line, column_name, value, reason, record, stored)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (Entry entry : waiting) {
                statement.setInt(1, job);
                statement.setString(2, entry.file());
                statement.setLong(3, entry.line());
                statement.setString(4, entry.problem().column());
                statement.setString(5, cut(entry.problem().value(), LONGEST_VALUE));
                statement.setString(6, entry.problem().reason().name());
                statement.setString(7, cut(entry.record(), LONGEST_RECORD));
                statement.setBoolean(8, entry.stored());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        waiting.clear();
    }

    private static String cut(String text, int longest) {
        String clean = text.replace('\0', '\u2400');
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "\u2026";
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
