package dev.rapport.ingest.run;

import dev.rapport.ingest.file.SkippedLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Stores the skipped lines of a job's file; counts them all, keeps the first thousand. */
final class SkippedLineLog {
    private static final int KEPT = 1_000;
    private static final int LONGEST_RECORD = 500;

    private record Entry(String file, SkippedLine line) {}

    private final Optional<DataSource> database;
    private final int job;
    private final List<Entry> waiting = new ArrayList<>();
    private long count;

    SkippedLineLog(DataSource database, int job) {
        this.database = Optional.of(database);
        this.job = job;
    }

    private SkippedLineLog() {
        this.database = Optional.empty();
        this.job = 0;
    }

    /** Counts without keeping. */
    static SkippedLineLog counting() {
        return new SkippedLineLog();
    }

    void add(String file, SkippedLine line) {
        if (count++ < KEPT && database.isPresent()) {
            waiting.add(new Entry(file, line));
        }
    }

    long count() {
        return count;
    }

    void flush() throws SQLException {
        if (waiting.isEmpty() || database.isEmpty()) {
            return;
        }
        try (Connection connection = database.get().getConnection();
                var statement = connection.prepareStatement(
                        "insert into import_passed (import_id, file, line, why, record) values (?, ?, ?, ?, ?)")) {
            for (Entry entry : waiting) {
                String record = String.join(" | ", entry.line().fields()).replace('\0', '\u2400');
                statement.setInt(1, job);
                statement.setString(2, entry.file());
                statement.setLong(3, entry.line().line());
                statement.setString(4, entry.line().why().name());
                statement.setString(5, record.substring(0, Math.min(LONGEST_RECORD, record.length())));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        waiting.clear();
    }
}
