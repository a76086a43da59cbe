package dev.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.db.JdbiSetup;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.testsupport.FreshDatabase;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody brings to its end goes, what is needed stays; and nobody else reads any of it. */
class UploadCleanupTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);

    @TempDir
    Path temporary;

    private final Jdbi jdbi = JdbiSetup.of(FreshDatabase.create());
    private ImportConfig config;

    @BeforeEach
    void configure() {
        config = new TestConfig(temporary.resolve("uploads"));
    }

    @Test
    void whatFailedOrWasNeverMappedGoesAfterSevenDays() throws IOException {
        int unmapped = job("uploaded", EIGHT_DAYS);
        int failed = job("failed", EIGHT_DAYS);
        int fresh = job("uploaded", Duration.ofDays(6));
        int failedLately = job("failed", Duration.ofDays(6));

        assertThat(cleanup().remove()).isEqualTo(new UploadCleanup.Removed(2, 0));

        assertThat(told(unmapped)).isEqualTo("failed EXPIRED| gone");
        assertThat(told(failed)).isEqualTo("failed TROUBLE| gone");
        assertThat(told(fresh)).isEqualTo("uploaded - there");
        assertThat(told(failedLately)).isEqualTo("failed TROUBLE| there");
        assertThat(cleanup().remove()).isEqualTo(new UploadCleanup.Removed(0, 0));
    }

    @Test
    void whatWaitsRunsOrIsBeingStoredKeepsItsFileHoweverOld() throws IOException {
        for (String state : new String[] {"queued", "running", "storing"}) {
            int job = job(state, Duration.ofDays(400));
            assertThat(cleanup().remove()).as(state).isEqualTo(new UploadCleanup.Removed(0, 0));
            assertThat(told(job)).isEqualTo(state + " - there");
        }
    }

    @Test
    void whatACrashLeftBehindGoesAndWhatIsNotOursStays() throws IOException {
        Path left = file(UUID.randomUUID().toString(), EIGHT_DAYS);
        Path coming = file(UUID.randomUUID().toString(), Duration.ofHours(1));
        Path foreign = file("letters.txt", EIGHT_DAYS);

        assertThat(cleanup().remove()).isEqualTo(new UploadCleanup.Removed(0, 1));

        assertThat(left).doesNotExist();
        assertThat(coming).exists();
        assertThat(foreign).exists();
    }

    @Test
    void nobodyElseReadsUploads() throws IOException {
        UploadFolder folder = new UploadFolder(config);
        Path sent = Files.write(temporary.resolve("sent"), new byte[] {1});
        Files.setPosixFilePermissions(sent, PosixFilePermissions.fromString("rw-rw-rw-"));

        Path received = folder.path(
                folder.receive(new ByteArrayInputStream(new byte[100]), 100).name());
        Path adopted = folder.path(folder.adopt(sent).name());

        assertThat(permissions(config.folder())).isEqualTo("rwx------");
        assertThat(permissions(received)).isEqualTo("rw-------");
        assertThat(permissions(adopted)).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatWasOpenIsClosed() throws IOException {
        Files.createDirectories(config.folder());
        Files.setPosixFilePermissions(config.folder(), PosixFilePermissions.fromString("rwxrwxr-x"));
        new UploadFolder(config).receive(new ByteArrayInputStream(new byte[1]), 1);
        assertThat(permissions(config.folder())).isEqualTo("rwx------");
    }

    /** Linux has a file for that: whatever is written to it finds no room. */
    @Test
    void aFullDiskIsToldAndNothingStays() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        assertThatThrownBy(() -> {
                    try (var out = Files.newOutputStream(full)) {
                        UploadFolder.write(out, new byte[10], 10);
                    }
                })
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_SPACE));
    }

    private UploadCleanup cleanup() {
        return new UploadCleanup(jdbi, config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private int job(String state, Duration age) throws IOException {
        String name = UUID.randomUUID().toString();
        file(name, age);
        return jdbi.withHandle(handle -> handle.select(
                        """
                        insert into import_job (file_name, file_path, state, created_by, created_at, finished_at, message)
                        select 'a.csv', ?, state, 'test', ?, case when state = 'failed' then ? end,
                               case when state = 'failed' then 'TROUBLE|' end
                        from (select ?::text as state) as one returning id
                        """,
                        name,
                        NOW.minus(age).atOffset(ZoneOffset.UTC),
                        NOW.minus(age).atOffset(ZoneOffset.UTC),
                        state)
                .mapTo(Integer.class)
                .one());
    }

    private Path file(String name, Duration age) throws IOException {
        Files.createDirectories(config.folder());
        Path file = Files.write(config.folder().resolve(name), new byte[] {1});
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    private String told(int job) {
        return jdbi.withHandle(handle -> handle.select(
                        "select state || ' ' || coalesce(message, '-'), file_path from import_job where id = ?", job)
                .map((row, context) -> row.getString(1)
                        + (row.getString(2) != null
                                        && Files.exists(config.folder().resolve(row.getString(2)))
                                ? " there"
                                : " gone"))
                .one());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private record TestConfig(Path folder) implements ImportConfig {
        @Override
        public Optional<Path> dir() {
            return Optional.of(folder);
        }

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(1L << 30));
        }

        @Override
        public MemorySize maxUnpacked() {
            return maxSize();
        }

        @Override
        public int maxRatio() {
            return 200;
        }

        @Override
        public MemorySize keepFree() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(7);
        }
    }
}
