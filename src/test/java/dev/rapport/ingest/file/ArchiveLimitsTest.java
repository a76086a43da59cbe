package dev.rapport.ingest.file;

import static dev.rapport.testsupport.Archives.withSize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testsupport.Archives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bombs are refused by what they announce, and by what comes when they announce less. */
class ArchiveLimitsTest {
    private static final long MB = 1L << 20;
    private static final ArchiveLimits LIMITS = new ArchiveLimits(4096 * MB, 200);
    private static final String LINE = "id,at\n" + "1,2026-01-01\n".repeat(100);

    @TempDir
    Path folder;

    @Test
    void theyAreRefusedByWhatTheyAnnounceBeforeAnythingIsUnpacked() throws IOException {
        byte[] small = Archives.zip("a.csv", LINE, "b.csv", LINE);
        assertThat(refusal(withSize(small, 1, (int) (100 * MB)), LIMITS)).isEqualTo(Refusal.BOMB);
        assertThat(refusal(small, new ArchiveLimits(2_000, 200))).isEqualTo(Refusal.UNPACKS_TOO_BIG);
        // of its last entry too: before the first is unpacked
        Path file = Files.write(folder.resolve("bomb"), withSize(small, 1, (int) (100 * MB)));
        assertThatThrownBy(() -> Upload.open(file, LIMITS).close()).isInstanceOf(RefusedException.class);
    }

    @Test
    void whatIsMoreThanAnnouncedIsGivenUpWithTheFirstByteTooMany() throws IOException {
        byte[] liar = withSize(Archives.zip("a.csv", "a,b\n" + "1,2\n".repeat(40 << 20)), 0, 1000);
        AtomicLong read = new AtomicLong();
        Path file = Files.write(folder.resolve("liar"), liar);
        assertThatThrownBy(() -> {
                    try (Upload upload = Upload.open(file, LIMITS)) {
                        upload.next();
                        for (int n = 0; n >= 0; n = upload.stream().read(new byte[1000])) {
                            read.addAndGet(n);
                        }
                    }
                })
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.WRONG_SIZE));
        assertThat(read.get()).isLessThan(MB);
    }

    @Test
    void theRatioIsOfWhatIsThereNotOfWhatEntriesAddUpTo() {
        assertThatThrownBy(() -> LIMITS.check(MB / 4, 64 * MB + 1))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BOMB));
        LIMITS.check(MB, 200 * MB);
        LIMITS.check(1, 64 * MB);
    }

    /** What a reader of CSV makes of a failure below it is not what a person is told. */
    @Test
    void theReasonComesThroughTheReaderOfCsv() throws IOException {
        var in = new ByteCounter(
                new ByteArrayInputStream("a,b\n1,2\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)), n -> {
                    if (n > 300_000) {
                        throw new RefusedException(Refusal.BOMB, "x.csv");
                    }
                });
        Dialect dialect = new Dialect(StandardCharsets.UTF_8, ',', '"', true, 0);
        try (TableRows rows = new TableRows(in, dialect, bad -> {}, line -> {})) {
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            assertThat(rows.fields()).hasSize(2);
                        }
                    })
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.asText()).isEqualTo("BOMB|x.csv"));
        }
    }

    private Refusal refusal(byte[] archive, ArchiveLimits limits) throws IOException {
        Path file = Files.write(folder.resolve("upload"), archive);
        try (Upload upload = Upload.open(file, limits)) {
            throw new AssertionError("taken, first " + upload.next());
        } catch (RefusedException e) {
            return e.refusal();
        }
    }
}
