package dev.rapport.ingest.run;

import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.ingest.store.ImportMerge;
import dev.rapport.ingest.store.Staging;
import dev.rapport.ingest.store.StoredRates;
import dev.rapport.ingest.store.SurveyMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Checks a whole file: reads it and classifies its rows as an import would, and stores nothing. */
public final class ImportCheck {
    private static final Logger LOG = Logger.getLogger(ImportCheck.class);

    /** What is larger is checked by the import itself, before it stores: nobody waits for a page that long. */
    private static final long LARGEST = 5L << 20;

    private static final long MOST_ROWS = 50_000;

    /** The file turned out to be long. */
    private static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private ImportCheck() {}

    /**
     * @param mapping complete
     * @return empty when the file is large, or cannot be read that way
     */
    public static Optional<FileCheck> of(
            Jdbi jdbi,
            ArchiveLimits limits,
            Clock clock,
            Path file,
            String fileName,
            Mapping mapping,
            UploadSample sample)
            throws IOException {
        Optional<FactType> target = FactTypes.named(mapping.target());
        if (target.isEmpty()
                || Files.size(file) > LARGEST
                || !MappingCheck.check(mapping, sample).isEmpty()) {
            return Optional.empty();
        }
        try (Handle handle = jdbi.open()) {
            FileReading reading = new FileReading(file, limits, ImportReport.counting(), clock, ImportCheck::look);
            try {
                SurveysOfFile surveys = SurveyMerge.known(handle);
                long staged = reading.stage(handle, target.get(), mapping, sample, surveys, StoredRates.read(handle));
                return Optional.of(check(handle, target.get(), mapping, fileName, reading, staged));
            } finally {
                Staging.drop(handle);
            }
        } catch (TooLongException | RefusedException e) {
            return Optional.empty();
        } catch (JdbiException e) {
            LOG.warnf("A file could not be checked before its import: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static FileCheck check(
            Handle handle, FactType target, Mapping mapping, String fileName, FileReading reading, long staged) {
        return handle.inTransaction(looking -> {
            ImportMerge.Classified classified = new ImportMerge(handle, target, mapping).foresee(fileName, staged);
            handle.rollback();
            return FileCheck.of(reading.progress(), classified, reading.remarks());
        });
    }

    private static void look(FileReading reading) {
        if (reading.progress().rows() > MOST_ROWS) {
            throw new TooLongException();
        }
    }
}
