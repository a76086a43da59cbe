package dev.rapport.ingest;

import dev.rapport.ingest.file.Refusal;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Removes the files of imports that failed or were never mapped, once they were kept long enough, and files that no
 * import knows of: those that a crash left behind. What waits its turn, runs or is being stored keeps its file.
 */
@ApplicationScoped
class UploadCleanup {
    private static final Logger LOG = Logger.getLogger(UploadCleanup.class);

    /** Only what has a name of ours: the folder may be one that others use as well. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String RELEASE = """
            with old as (
                select id, file_path from import_job
                where kind = 'csv' and file_path is not null
                  and state in ('uploaded', 'failed', 'cancelled', 'done', 'undone')
                  and coalesce(finished_at, created_at) < ?
                for update skip locked)
            update import_job set file_path = null,
                message = case when state = 'uploaded' then ? else message end,
                finished_at = case when state = 'uploaded' then ? else finished_at end,
                state = case when state = 'uploaded' then 'failed' else state end
            from old where old.id = import_job.id
            returning old.file_path
            """;

    private final Jdbi jdbi;
    private final ImportConfig config;
    private final Clock clock;

    UploadCleanup(Jdbi jdbi, ImportConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        try {
            Removed removed = remove();
            if (removed.released() + removed.unknown() > 0) {
                LOG.infof(
                        "Uploads removed after %s: %d of imports that failed or were never mapped, %d that no import knows of",
                        config.keep(), removed.released(), removed.unknown());
            }
        } catch (JdbiException | IOException | UncheckedIOException e) {
            LOG.warnf("Old uploads not removed this time: %s", e.getMessage());
        }
    }

    /**
     * Counts what was removed.
     *
     * @param released of imports that are told so
     * @param unknown of none
     */
    record Removed(int released, int unknown) {}

    Removed remove() throws IOException {
        Instant now = clock.instant();
        Instant before = now.minus(config.keep());
        List<String> released = jdbi.withHandle(
                handle -> handle.select(RELEASE, moment(before), Refusal.EXPIRED.name() + '|', moment(now))
                        .mapTo(String.class)
                        .list());
        int removed = 0;
        for (String name : released) {
            removed += Files.deleteIfExists(config.folder().resolve(name)) ? 1 : 0;
        }
        return new Removed(removed, removeUnknown(before));
    }

    private int removeUnknown(Instant before) throws IOException {
        if (!Files.isDirectory(config.folder())) {
            return 0;
        }
        int removed = 0;
        Set<String> known = new HashSet<>(
                jdbi.withHandle(handle -> handle.select("select file_path from import_job where file_path is not null")
                        .mapTo(String.class)
                        .list()));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(config.folder(), UploadCleanup::isOurs)) {
            for (Path file : files) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                if (old && !known.contains(String.valueOf(file.getFileName())) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private static boolean isOurs(Path file) {
        return Files.isRegularFile(file)
                && OURS.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
