package dev.rapport.ingest.run;

import dev.rapport.channel.TooManyChannelsException;
import dev.rapport.db.StoringTurn;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.ImportQuestions;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.ingest.mapping.MappingSuggestion;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.ingest.store.ImportCounts;
import dev.rapport.ingest.store.ImportMerge;
import dev.rapport.ingest.store.Staging;
import dev.rapport.ingest.store.StoredDays;
import dev.rapport.ingest.store.StoredRates;
import dev.rapport.ingest.store.SurveyMerge;
import dev.rapport.segment.TooManyValuesException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Runs one job from its file to its facts. Whatever goes wrong, either all of its rows are facts or none. */
final class ImportRun {
    private static final long PROGRESS_NANOS = 500_000_000L;

    private final DataSource database;
    private final ArchiveLimits limits;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final QueuedImport job;
    private final RejectedRowLog rejects;
    private final SkippedLineLog passed;
    private long toldAt = System.nanoTime();

    ImportRun(DataSource database, ArchiveLimits limits, Clock clock, BooleanSupplier stopping, QueuedImport job) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
        this.stopping = stopping;
        this.job = job;
        this.rejects = new RejectedRowLog(database, job.id());
        this.passed = new SkippedLineLog(database, job.id());
    }

    void run() throws SQLException, IOException {
        if (!Files.exists(job.file())) {
            throw new RefusedException(Refusal.FILE_GONE);
        }
        try (Connection connection = database.getConnection()) {
            try {
                ZoneId reporting = reportingZone(connection);
                Mapping said = mapping();
                UploadSample sample = UploadSample.of(job.file(), limits, said.wanted());
                Mapping mapping = MappingSuggestion.complete(said, sample, reporting.getId());
                check(mapping, sample);
                JobQueries.unused(connection, job.id(), MappingCheck.unused(mapping, sample.header()));
                FactType target = FactTypes.named(mapping.target()).orElseThrow();
                ExchangeRates rates = StoredRates.read(connection);
                List<ImportQuestion> open = ImportQuestions.open(target, mapping, sample, rates);
                if (!open.isEmpty()) {
                    throw new RefusedException(Refusal.QUESTIONS, open.get(0).key());
                }
                SurveysOfFile surveys = new SurveysOfFile(SurveyMerge.known(connection));
                FileReading reading = new FileReading(job.file(), limits, rejects, passed, clock, this::look);
                long staged = reading.stage(connection, target, mapping, sample, surveys, rates);
                tell(reading);
                if (staged == 0 && rejects.count() > 0) {
                    throw new RefusedException(Refusal.ALL_REJECTED);
                }
                store(connection, target, mapping, surveys, reading, staged);
            } finally {
                tidy(connection);
            }
        } catch (TooManyChannelsException e) {
            throw new RefusedException(Refusal.TOO_MANY_VALUES, TooMany.channels(e));
        } catch (TooManyValuesException e) {
            throw new RefusedException(Refusal.TOO_MANY_VALUES, TooMany.values(e));
        }
    }

    private Mapping mapping() {
        try {
            return MappingJson.mapping(job.mapping());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MAPPING);
        }
    }

    private static void check(Mapping mapping, UploadSample sample) {
        List<MappingCheck.Fault> faults = MappingCheck.check(mapping, sample);
        if (!faults.isEmpty()) {
            MappingCheck.Fault first = faults.get(0);
            throw first.wrong() == MappingCheck.Wrong.UNKNOWN_COLUMN
                    ? new RefusedException(Refusal.COLUMN_MISSING, first.what())
                    : new RefusedException(Refusal.MAPPING, first.what());
        }
    }

    private void look(FileReading reading) throws SQLException {
        if (stopping.getAsBoolean()) {
            throw new StoppingException();
        }
        if (System.nanoTime() - toldAt > PROGRESS_NANOS) {
            tell(reading);
        }
    }

    private void tell(FileReading reading) throws SQLException {
        toldAt = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            if (!JobQueries.progress(connection, job.id(), reading.progress())) {
                throw new CancelledException();
            }
        }
    }

    private void store(
            Connection connection,
            FactType target,
            Mapping mapping,
            SurveysOfFile surveys,
            FileReading reading,
            long staged)
            throws SQLException {
        try (Connection other = database.getConnection()) {
            if (!JobQueries.move(other, job.id(), ImportState.RUNNING, ImportState.STORING)) {
                throw new CancelledException();
            }
        }
        connection.setAutoCommit(false);
        try (CancelWatch watch = new CancelWatch(database, job.id(), connection.unwrap(PGConnection.class), stopping)) {
            StoringTurn.await(connection);
            ImportMerge merge = new ImportMerge(connection, target, mapping);
            ImportMerge.Classified classified = merge.classify(job.name(), staged);
            ask(mapping, FileCheck.of(reading.progress(), classified, reading.remarks()));
            ImportCounts counts = merge.store(surveys, classified, job.id());
            // of events it is known only now what was known
            ask(mapping, FileCheck.of(reading.progress(), classified.with(counts), reading.remarks()));
            JobQueries.dated(connection, job.id(), StoredDays.of(connection, target, reportingZone(connection)));
            if (watch.isUp() || !JobQueries.done(connection, job.id(), counts)) {
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

    /** What is open keeps all of it from being stored. */
    private void ask(Mapping mapping, FileCheck check) throws SQLException {
        Optional<String> first = check.firstOpen(mapping);
        if (first.isPresent()) {
            try (Connection other = database.getConnection()) {
                JobQueries.keep(other, job.id(), check);
            }
            throw new RefusedException(Refusal.QUESTIONS, first.get());
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
}
