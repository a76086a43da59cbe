package dev.rapport.ingest.run;

import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.store.IdentityCatchUp;
import dev.rapport.web.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Takes the next job and sees it through to done, failed or cancelled. */
public final class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final Jdbi jdbi;
    private final ArchiveLimits limits;
    private final Clock clock;
    private final Path folder;
    private final BooleanSupplier stopping;
    private final Map<Integer, String> untold = new HashMap<>();

    public ImportRunner(Jdbi jdbi, ArchiveLimits limits, Clock clock, Path folder, BooleanSupplier stopping) {
        this.jdbi = jdbi;
        this.limits = limits;
        this.clock = clock;
        this.folder = folder;
        this.stopping = stopping;
    }

    /** Jobs that a crash left behind, and people that former versions left apart. Only for whoever is the only worker. */
    public void takeUpLost() {
        tellUntold();
        IdentityCatchUp.run(jdbi);
        jdbi.useHandle(JobQueries::takeUp);
    }

    /** @return whether there was one */
    public boolean runNext() {
        Optional<QueuedImport> next = jdbi.withHandle(handle -> JobQueries.begin(handle, folder));
        if (next.isPresent()) {
            run(next.get());
        }
        return next.isPresent();
    }

    private void run(QueuedImport job) {
        try {
            new ImportRun(jdbi, limits, clock, stopping, job).run();
            forgetFile(job);
        } catch (CancelledException e) {
            forgetFile(job);
        } catch (StoppingException e) {
            backIntoQueue(job);
        } catch (RefusedException e) {
            fail(job, e.asText());
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Import %d failed", job.id());
            // with the database away this fails as well, and the job is taken up again when it is back
            fail(job, (Outage.isFull(e) ? Refusal.DATABASE_FULL : Refusal.TROUBLE).name() + '|');
        }
    }

    private void fail(QueuedImport job, String message) {
        try {
            jdbi.useHandle(handle -> JobQueries.fail(handle, job.id(), message));
        } catch (JdbiException e) {
            if (Outage.isFull(e)) {
                untold.put(job.id(), message);
            }
            throw e;
        }
    }

    /** Where there was no room even for the reason. */
    private void tellUntold() {
        if (!untold.isEmpty()) {
            jdbi.useHandle(handle -> untold.forEach((job, message) -> JobQueries.fail(handle, job, message)));
            untold.clear();
        }
    }

    private void backIntoQueue(QueuedImport job) {
        jdbi.useHandle(handle -> {
            if (!JobQueries.move(handle, job.id(), ImportState.RUNNING, ImportState.QUEUED)) {
                JobQueries.move(handle, job.id(), ImportState.STORING, ImportState.QUEUED);
            }
        });
    }

    private void forgetFile(QueuedImport job) {
        jdbi.useHandle(handle -> JobQueries.forgetFile(handle, job.id()));
        try {
            Files.deleteIfExists(job.file());
        } catch (IOException e) {
            LOG.warnf("The upload of import %d stays behind: %s", job.id(), e.getMessage());
        }
    }
}
