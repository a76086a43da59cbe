package dev.rapport.ingest.job;

import dev.rapport.channel.TooManyChannelsException;
import dev.rapport.ingest.file.BadRecord;
import dev.rapport.ingest.file.Dialect;
import dev.rapport.ingest.file.Header;
import dev.rapport.ingest.file.Limits;
import dev.rapport.ingest.file.Records;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.Sample;
import dev.rapport.ingest.file.Upload;
import dev.rapport.ingest.row.Json;
import dev.rapport.ingest.row.Mapping;
import dev.rapport.ingest.row.MappingCheck;
import dev.rapport.ingest.row.Problem;
import dev.rapport.ingest.row.Question;
import dev.rapport.ingest.row.Questions;
import dev.rapport.ingest.row.Reason;
import dev.rapport.ingest.row.Row;
import dev.rapport.ingest.row.RowMapper;
import dev.rapport.ingest.row.Suggestion;
import dev.rapport.ingest.row.Surveys;
import dev.rapport.ingest.row.Target;
import dev.rapport.ingest.row.Targets;
import dev.rapport.ingest.store.Counts;
import dev.rapport.ingest.store.Merge;
import dev.rapport.ingest.store.Staging;
import dev.rapport.segment.TooManyValuesException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** One job from its file to its facts. Whatever goes wrong, either all of its rows are facts or none. */
final class ImportRun {
    private static final int ROWS_PER_LOOK = 2_000;
    private static final long PROGRESS_NANOS = 500_000_000L;

    private final DataSource database;
    private final Limits limits;
    private final BooleanSupplier stopping;
    private final Job job;
    private final RejectLog rejects;
    private long rows;
    private long leftOut;
    private long bytes;
    private long toldAt = System.nanoTime();

    ImportRun(DataSource database, Limits limits, BooleanSupplier stopping, Job job) {
        this.database = database;
        this.limits = limits;
        this.stopping = stopping;
        this.job = job;
        this.rejects = new RejectLog(database, job.id());
    }

    void run() throws SQLException, IOException {
        if (!Files.exists(job.file())) {
            throw new RefusedException(Refusal.FILE_GONE);
        }
        try (Connection connection = database.getConnection()) {
            try {
                ZoneId reporting = reportingZone(connection);
                Mapping said = mapping();
                Sample sample = Sample.of(job.file(), limits, said.wanted());
                Mapping mapping = Suggestion.complete(said, sample, reporting.getId());
                check(mapping, sample);
                Target target = Targets.named(mapping.target()).orElseThrow();
                List<Question> open = Questions.open(target, mapping, sample);
                if (!open.isEmpty()) {
                    throw new RefusedException(Refusal.QUESTIONS, open.get(0).key());
                }
                Surveys surveys = new Surveys(Merge.knownSurveys(connection));
                long staged = stage(connection, target, mapping, sample.dialect(), surveys);
                store(connection, target, mapping, surveys, staged);
            } finally {
                tidy(connection);
            }
        } catch (TooManyChannelsException | TooManyValuesException e) {
            throw new RefusedException(Refusal.TOO_MANY_VALUES, String.valueOf(e.getMessage()));
        }
    }

    private Mapping mapping() {
        try {
            return Json.mapping(job.mapping());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MAPPING);
        }
    }

    private static void check(Mapping mapping, Sample sample) {
        List<MappingCheck.Fault> faults = MappingCheck.check(mapping, Optional.of(sample.header()));
        if (!faults.isEmpty()) {
            MappingCheck.Fault first = faults.get(0);
            throw first.wrong() == MappingCheck.Wrong.UNKNOWN_COLUMN
                    ? new RefusedException(Refusal.COLUMN_MISSING, first.what())
                    : new RefusedException(Refusal.MAPPING, first.what());
        }
    }

    /** @return how many rows wait */
    private long stage(Connection connection, Target target, Mapping mapping, Dialect dialect, Surveys surveys)
            throws SQLException, IOException {
        ZoneId zone = ZoneId.of(String.valueOf(mapping.zone()));
        long staged;
        try (Staging staging =
                        Staging.begin(connection, target, mapping.traits().size());
                Upload upload = Upload.open(job.file(), limits)) {
            while (next(upload)) {
                table(upload, dialect, header -> new RowMapper(target, mapping, header, zone, surveys), staging);
            }
            bytes = Files.size(job.file());
            staging.finish();
            staged = staging.rows();
        }
        rejects.flush();
        tell();
        return staged;
    }

    private static boolean next(Upload upload) throws IOException {
        try {
            return upload.next();
        } catch (IOException e) {
            if (Upload.isDamage(e)) {
                throw new RefusedException(Refusal.DAMAGED_ARCHIVE);
            }
            throw e;
        }
    }

    private interface Mappers {
        RowMapper of(Header header);
    }

    private void table(Upload upload, Dialect dialect, Mappers mappers, Staging staging)
            throws SQLException, IOException {
        List<BadRecord> bad = new ArrayList<>();
        try (Records records = new Records(unclosable(upload.stream()), dialect, bad::add)) {
            RowMapper mapper = null;
            while (records.next()) {
                if (mapper == null) {
                    mapper = mappers.of(
                            dialect.header()
                                    ? Header.of(records.fields())
                                    : Header.numbered(records.fields().size()));
                    if (dialect.header()) {
                        continue;
                    }
                }
                Optional<Row> row = mapper.map(records.fields(), records.line());
                if (row.isEmpty()) {
                    leftOut++;
                } else {
                    take(row.get(), upload.name(), records.fields(), staging);
                }
                if ((rows + leftOut) % ROWS_PER_LOOK == 0) {
                    bytes = upload.bytesRead();
                    look();
                }
                note(bad, upload.name());
            }
            note(bad, upload.name());
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() != null && Upload.isDamage(e.getCause())) {
                throw new RefusedException(Refusal.DAMAGED_ARCHIVE, upload.name());
            }
            throw e;
        }
    }

    private void take(Row row, String file, List<String> cells, Staging staging) throws SQLException, IOException {
        rows++;
        if (row.problems().isEmpty()) {
            staging.add(row);
        } else {
            rejects.add(file, row.line(), row.problems().get(0), cells);
        }
    }

    private void note(List<BadRecord> bad, String file) throws SQLException {
        for (BadRecord record : bad) {
            rows++;
            rejects.add(file, record.line(), new Problem("", "", "", Reason.of(record.fault())), record.text());
        }
        bad.clear();
    }

    private void look() throws SQLException {
        if (stopping.getAsBoolean()) {
            throw new StoppingException();
        }
        if (System.nanoTime() - toldAt > PROGRESS_NANOS) {
            tell();
        }
    }

    private void tell() throws SQLException {
        toldAt = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            if (!JobQueries.progress(connection, job.id(), new Progress(bytes, rows, rejects.count(), leftOut))) {
                throw new CancelledException();
            }
        }
    }

    private void store(Connection connection, Target target, Mapping mapping, Surveys surveys, long staged)
            throws SQLException {
        try (Connection other = database.getConnection()) {
            if (!JobQueries.move(other, job.id(), "running", "storing")) {
                throw new CancelledException();
            }
        }
        connection.setAutoCommit(false);
        try (CancelWatch watch = new CancelWatch(database, job.id(), connection.unwrap(PGConnection.class), stopping)) {
            Counts counts = new Merge(connection, target, mapping, job.id()).run(surveys, staged);
            if (watch.isUp() || !JobQueries.done(connection, job.id(), counts.stored(), counts.known())) {
                throw new CancelledException();
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if ("57014".equals(e.getSQLState())) {
                throw stopping.getAsBoolean() ? new StoppingException() : new CancelledException();
            }
            throw e;
        } catch (RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void tidy(Connection connection) {
        try {
            Staging.drop(connection);
        } catch (SQLException e) {
            // the connection is gone, and its temporary tables with it
        }
    }

    private static ZoneId reportingZone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select zone from settings");
                var row = statement.executeQuery()) {
            return row.next() ? ZoneId.of(row.getString(1)) : ZoneId.of("UTC");
        }
    }

    /** The archive goes on after one of its files has been read. */
    private static InputStream unclosable(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public void close() {}
        };
    }
}
