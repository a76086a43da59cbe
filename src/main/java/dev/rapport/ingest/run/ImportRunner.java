package dev.rapport.ingest.run;

import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.store.IdentityCatchUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Takes the next job and sees it through to done, failed or cancelled. */
public final class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final DataSource database;
    private final ArchiveLimits limits;
    private final Clock clock;
    private final Path folder;
    private final BooleanSupplier stopping;

    public ImportRunner(DataSource database, ArchiveLimits limits, Clock clock, Path folder, BooleanSupplier stopping) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
        this.folder = folder;
        this.stopping = stopping;
    }

    /** Jobs that a crash left behind, and people that former versions left apart. Only for whoever is the only worker. */
    public void takeUpLost() throws SQLException {
        IdentityCatchUp.run(database);
        try (Connection connection = database.getConnection()) {
            JobQueries.takeUp(connection);
        }
    }

    /** @return whether there was one */
    public boolean runNext() throws SQLException {
        Optional<QueuedImport> next;
        try (Connection connection = database.getConnection()) {
            next = JobQueries.begin(connection, folder);
        }
        if (next.isPresent()) {
            run(next.get());
        }
        return next.isPresent();
    }

    private void run(QueuedImport job) throws SQLException {
        try {
            new ImportRun(database, limits, clock, stopping, job).run();
            forgetFile(job);
        } catch (CancelledException e) {
            forgetFile(job);
        } catch (StoppingException e) {
            backIntoQueue(job);
        } catch (RefusedException e) {
            fail(job, e.asText());
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Import %d failed", job.id());
            fail(job, Refusal.TROUBLE.name() + '|');
        } catch (SQLException e) {
            LOG.errorf(e, "Import %d failed", job.id());
            // with the database away this fails as well, and the job is taken up again when it is back
            fail(job, Refusal.TROUBLE.name() + '|');
        }
    }

    private void fail(QueuedImport job, String message) throws SQLException {
        try (Connection connection = database.getConnection()) {
            JobQueries.fail(connection, job.id(), message);
        }
    }

    private void backIntoQueue(QueuedImport job) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!JobQueries.move(connection, job.id(), ImportState.RUNNING, ImportState.QUEUED)) {
                JobQueries.move(connection, job.id(), ImportState.STORING, ImportState.QUEUED);
            }
        }
    }

    private void forgetFile(QueuedImport job) throws SQLException {
        try (Connection connection = database.getConnection()) {
            JobQueries.forgetFile(connection, job.id());
        }
        try {
            Files.deleteIfExists(job.file());
        } catch (IOException e) {
            LOG.warnf("The upload of import %d stays behind: %s", job.id(), e.getMessage());
        }
    }
}
