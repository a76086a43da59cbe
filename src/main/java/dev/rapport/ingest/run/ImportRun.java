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
import dev.rapport.web.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Runs one job from its file to its facts. Whatever goes wrong, either all of its rows are facts or none. */
final class ImportRun {
    private static final long PROGRESS_NANOS = 500_000_000L;

    private final Jdbi jdbi;
    private final ArchiveLimits limits;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final QueuedImport job;
    private final ImportReport report;
    private long toldAt = System.nanoTime();

    ImportRun(Jdbi jdbi, ArchiveLimits limits, Clock clock, BooleanSupplier stopping, QueuedImport job) {
        this.jdbi = jdbi;
        this.limits = limits;
        this.clock = clock;
        this.stopping = stopping;
        this.job = job;
        this.report = ImportReport.of(jdbi, job.id());
    }

    void run() throws IOException {
        if (!Files.exists(job.file())) {
            throw new RefusedException(Refusal.FILE_GONE);
        }
        try (Handle handle = jdbi.open()) {
            try {
                ZoneId reporting = reportingZone(handle);
                Mapping said = mapping();
                UploadSample sample = UploadSample.of(job.file(), limits, said.wanted());
                Mapping mapping = MappingSuggestion.complete(said, sample, reporting.getId());
                check(mapping, sample);
                JobQueries.unused(handle, job.id(), MappingCheck.unused(mapping, sample.header()));
                FactType target = FactTypes.named(mapping.target()).orElseThrow();
                ExchangeRates rates = StoredRates.read(handle);
                SurveysOfFile surveys = SurveyMerge.known(handle);
                List<ImportQuestion> open =
                        ImportQuestions.beside(ImportQuestions.open(target, mapping, sample, rates), surveys);
                if (!open.isEmpty()) {
                    throw new RefusedException(Refusal.QUESTIONS, open.get(0).key());
                }
                FileReading reading = new FileReading(job.file(), limits, report, clock, this::look);
                long staged = reading.stage(handle, target, mapping, sample, surveys, rates);
                tell(reading);
                if (staged == 0 && report.rejected() > 0) {
                    throw new RefusedException(Refusal.ALL_REJECTED);
                }
                store(handle, target, mapping, surveys, reading, staged);
            } finally {
                tidy(handle);
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

    private void look(FileReading reading) {
        if (stopping.getAsBoolean()) {
            throw new StoppingException();
        }
        if (System.nanoTime() - toldAt > PROGRESS_NANOS) {
            tell(reading);
        }
    }

    private void tell(FileReading reading) {
        toldAt = System.nanoTime();
        if (!jdbi.withHandle(other -> JobQueries.progress(other, job.id(), reading.progress()))) {
            throw new CancelledException();
        }
    }

    private void store(
            Handle handle, FactType target, Mapping mapping, SurveysOfFile surveys, FileReading reading, long staged) {
        if (!jdbi.withHandle(other -> JobQueries.move(other, job.id(), ImportState.RUNNING, ImportState.STORING))) {
            throw new CancelledException();
        }
        try {
            handle.useTransaction(storing -> merge(handle, target, mapping, surveys, reading, staged));
        } catch (JdbiException e) {
            if (SqlState.of(e).filter(SqlState.CANCELLED::equals).isPresent()) {
                throw stopping.getAsBoolean() ? new StoppingException() : new CancelledException();
            }
            throw e;
        }
    }

    /** Watched to the end, but not beyond: what takes a failed one back is not to be cancelled. */
    private void merge(
            Handle handle, FactType target, Mapping mapping, SurveysOfFile surveys, FileReading reading, long staged) {
        try (CancelWatch watch = new CancelWatch(jdbi, job.id(), handle, stopping)) {
            StoringTurn.await(handle);
            ImportMerge merge = new ImportMerge(handle, target, mapping);
            ImportMerge.Classified classified = merge.classify(job.name(), staged);
            ask(mapping, FileCheck.of(reading.progress(), classified, reading.remarks()));
            ImportCounts counts = merge.store(surveys, classified, job.id());
            // of events it is known only now what was known
            ask(mapping, FileCheck.of(reading.progress(), classified.with(counts), reading.remarks()));
            JobQueries.dated(handle, job.id(), StoredDays.of(handle, target, reportingZone(handle)));
            if (watch.isUp() || !JobQueries.done(handle, job.id(), counts)) {
                throw new CancelledException();
            }
        }
    }

    /** What is open keeps all of it from being stored. */
    private void ask(Mapping mapping, FileCheck check) {
        Optional<String> first = check.firstOpen(mapping);
        if (first.isPresent()) {
            jdbi.useHandle(other -> JobQueries.keep(other, job.id(), check));
            throw new RefusedException(Refusal.QUESTIONS, first.get());
        }
    }

    private static void tidy(Handle handle) {
        try {
            Staging.drop(handle);
        } catch (JdbiException e) {
            // the connection is gone, and its temporary tables with it
        }
    }

    private static ZoneId reportingZone(Handle handle) {
        return handle.select("select zone from settings")
                .mapTo(String.class)
                .findOne()
                .map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
    }
}
