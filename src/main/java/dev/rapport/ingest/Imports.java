package dev.rapport.ingest;

import dev.rapport.ingest.file.EntryName;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.run.FileCheck;
import dev.rapport.ingest.run.ImportCheck;
import dev.rapport.ingest.run.UndoRunner;
import dev.rapport.team.AuditEntry;
import dev.rapport.team.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Takes files and maps, starts, cancels and undoes their imports, alike for page and API. */
@RequestScoped
public class Imports {
    private static final int LONGEST_NAME = 100;

    private final UploadFolder folder;
    private final ImportConfig config;
    private final ImportWorker worker;
    private final SecurityIdentity identity;
    private final Jdbi jdbi;
    private final Clock clock;

    Imports(
            UploadFolder folder,
            ImportConfig config,
            ImportWorker worker,
            SecurityIdentity identity,
            Jdbi jdbi,
            Clock clock) {
        this.folder = folder;
        this.config = config;
        this.worker = worker;
        this.identity = identity;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Looks at the file and keeps it; a file that is no table is refused and forgotten. */
    ImportJob take(UploadFolder.Received file, String fileName) throws IOException {
        try {
            UploadSample.of(folder.path(file.name()), config.limits(), UploadSample.Wanted.NOTHING);
            return QuarkusTransaction.requiringNew()
                    .call(() -> ImportJob.received(EntryName.shown(fileName), file, who(), now()));
        } catch (IOException | RuntimeException e) {
            folder.forget(file.name());
            throw e;
        }
    }

    /** @throws dev.rapport.ingest.file.RefusedException when it cannot be read that way */
    UploadSample sample(ImportJob job, Optional<Mapping> by) throws IOException {
        String file = job.filePath == null ? "gone" : job.filePath;
        return UploadSample.of(
                folder.path(file), config.limits(), by.map(Mapping::wanted).orElse(UploadSample.Wanted.NOTHING));
    }

    /** What would become of all rows; empty when the file is large. */
    Optional<FileCheck> check(ImportJob job, Mapping complete, UploadSample sample) throws IOException {
        String file = job.filePath == null ? "gone" : job.filePath;
        return ImportCheck.of(jdbi, config.limits(), clock, folder.path(file), job.fileName, complete, sample);
    }

    void start(int id, Mapping mapping, Optional<String> mappingName) {
        QuarkusTransaction.requiringNew().run(() -> {
            ImportJob job = ImportJob.withId(id).orElseThrow();
            job.map(mapping);
            job.mappingName = mappingName.orElse(null);
            job.queue();
            AuditEntry.write(who(), "import started", id + " " + job.fileName, now());
        });
        worker.nudge();
    }

    boolean cancel(ImportJob job) {
        boolean cancelled = QuarkusTransaction.requiringNew().call(() -> ImportJob.cancel(job.id, now()));
        if (cancelled && !job.isUnderWay()) {
            folder.forget(job.filePath);
        }
        return cancelled;
    }

    /**
     * Has the worker take it back.
     *
     * @return false when it is not, or not any more, there to be undone
     */
    boolean undo(int id) {
        boolean asked = UndoRunner.request(jdbi, id, who());
        if (asked) {
            QuarkusTransaction.requiringNew()
                    .run(() -> AuditEntry.write(who(), "import undone", String.valueOf(id), now()));
            worker.nudge();
        }
        return asked;
    }

    /** Keeps the mapping under the name, if there is one. */
    void keep(Optional<String> name, Mapping mapping, UploadSample sample) {
        name.ifPresent(given -> QuarkusTransaction.requiringNew().run(() -> {
            String cut = given.substring(0, Math.min(LONGEST_NAME, given.length()));
            SavedMapping.keep(cut, mapping, header(sample), who(), now());
        }));
    }

    /** The mapping that was made for a file with the same columns. */
    Optional<SavedMapping> saved(UploadSample sample) {
        return QuarkusTransaction.requiringNew().call(() -> SavedMapping.forHeader(header(sample)));
    }

    private static String header(UploadSample sample) {
        return String.join("\u001f", sample.header().names());
    }

    String reportingZone() {
        return QuarkusTransaction.requiringNew().call(() -> Settings.current().zone);
    }

    UploadFolder folder() {
        return folder;
    }

    String who() {
        return identity.getPrincipal().getName();
    }

    Instant now() {
        return clock.instant();
    }
}
