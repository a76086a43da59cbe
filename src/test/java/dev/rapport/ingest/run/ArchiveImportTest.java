package dev.rapport.ingest.run;

import static dev.rapport.testsupport.Archives.cut;
import static dev.rapport.testsupport.Archives.gzip;
import static dev.rapport.testsupport.Archives.joined;
import static dev.rapport.testsupport.Archives.locked;
import static dev.rapport.testsupport.Archives.tar;
import static dev.rapport.testsupport.Archives.turned;
import static dev.rapport.testsupport.Archives.withSize;
import static dev.rapport.testsupport.Archives.withWrongChecksum;
import static dev.rapport.testsupport.Archives.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An archive is taken whole or not at all, and the reason is told. */
class ArchiveImportTest {
    private static final String MAPPING = """
            {"target": "tickets", "fields": {"key": {"columns": ["id"]}, "created": {"columns": ["at"]},
              "channel": {"columns": ["via"]}}}
            """;
    private static final String ONE = "id,at,via\n1,2026-01-01,Phone\n2,2026-01-02,Phone\n";
    private static final String TWO = "id,at,via\n3,2026-01-03,Pigeon post\n";
    private static final byte[] BOTH = zip("a.csv", ONE, "b.csv", TWO);
    /** Told by its mark, so that nothing but the reading itself comes to its end. */
    private static final byte[] WIDE = zip(StandardCharsets.UTF_16, "a.csv", ONE, "b.csv", TWO);

    private static final byte[] PACKED_TAR = gzip(tar("a.csv", ONE, "b.csv", TWO));
    private static final int TAR_RECORD = 512;

    @TempDir
    Path folder;

    static Stream<Arguments> damaged() {
        byte[] plain = gzip(ONE.getBytes(StandardCharsets.UTF_8));
        byte[] tar = tar("a.csv", ONE, "b.csv", TWO);
        return Stream.of(
                Arguments.of("a later entry's checksum", withWrongChecksum(BOTH, 1), "WRONG_CHECKSUM|b.csv"),
                Arguments.of("of wide characters", withWrongChecksum(WIDE, 1), "WRONG_CHECKSUM|b.csv"),
                Arguments.of("a size too small", withSize(BOTH, 1, 5), "WRONG_SIZE|b.csv"),
                Arguments.of("of wide characters", withSize(WIDE, 1, 5), "WRONG_SIZE|b.csv"),
                Arguments.of("a size too large", withSize(WIDE, 1, 1000), "WRONG_SIZE|b.csv"),
                Arguments.of("no list of entries", cut(BOTH, BOTH.length - 40), "DAMAGED_ARCHIVE|"),
                Arguments.of("an entry with a password", locked(BOTH, 1), "ENCRYPTED_ARCHIVE|b.csv"),
                Arguments.of("no entries", zip(), "NO_TABLE_IN_ARCHIVE|"),
                Arguments.of("an archive inside", zip("a.csv", ONE, "b.zip", "x"), "NESTED_ARCHIVE|b.zip"),
                Arguments.of("one in disguise", disguised(), "NESTED_ARCHIVE|b.csv"),
                Arguments.of("a picture in disguise", pictured(), "OTHER_FORMAT|b.csv"),
                Arguments.of("overlapping entries", overlapping(), "DAMAGED_ARCHIVE|b.csv"),
                Arguments.of("gz: another checksum", turned(plain, -8), "WRONG_CHECKSUM|"),
                Arguments.of("gz: another size", turned(plain, -4), "WRONG_SIZE|"),
                Arguments.of("gz: no trailer", cut(plain, plain.length - 8), "CUT_OFF_ARCHIVE|"),
                Arguments.of("gz: half", cut(plain, plain.length / 2), "CUT_OFF_ARCHIVE|"),
                Arguments.of("gz: a second member is cut", joined(plain, cut(plain, 20)), "CUT_OFF_ARCHIVE|"),
                Arguments.of("gz: something behind it", joined(plain, new byte[] {1, 2, 3}), "DAMAGED_ARCHIVE|"),
                Arguments.of("gz in gz", gzip(plain), "NESTED_ARCHIVE|"),
                Arguments.of("tar.gz: the checksum at its end", turned(PACKED_TAR, -8), "WRONG_CHECKSUM|"),
                Arguments.of("tar: a header", turned(tar, 2 * TAR_RECORD), "WRONG_CHECKSUM|?"),
                Arguments.of("tar: cut in a file", cut(tar, TAR_RECORD + 10), "CUT_OFF_ARCHIVE|a.csv"),
                Arguments.of("tar: cut between files", cut(tar, 2 * TAR_RECORD), "CUT_OFF_ARCHIVE|"),
                Arguments.of(
                        "tar: an archive in disguise", tar("a.csv", "PK\u0003\u0004 ..."), "NESTED_ARCHIVE|a.csv"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("damaged")
    void isRefusedWithItsReasonAndNothingOfItStays(String what, byte[] archive, String reason) {
        TestImports imports = new TestImports(folder);
        var report = imports.bring(archive, MAPPING);
        assertThat(report.state() + " " + report.message()).matches("failed " + pattern(reason));
        assertThat(imports.text("""
                select (select count(*) from ticket) || ' ' || (select count(*) from dirty_day) || ' '
                    || (select count(*) from channel where name = 'Pigeon post')
                """)).isEqualTo("0 0 0");
    }

    @Test
    void whatIsWholeIsTaken() {
        for (byte[] archive : new byte[][] {BOTH, WIDE, PACKED_TAR, tar("a.csv", ONE, "b.csv", TWO)}) {
            assertThat(new TestImports(folder).bring(archive, MAPPING).counts())
                    .isEqualTo("3 read, 3 stored, 0 known, 0 rejected");
        }
    }

    /** As a tool writes that packs in parts: one file in several members. */
    @Test
    void membersOfAGzipAreOneFile() {
        byte[] start = gzip("id,at,via\n1,2026-01-01,Ph".getBytes(StandardCharsets.UTF_8));
        byte[] rest = gzip("one\n2,2026-01-02,Phone\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new TestImports(folder).bring(joined(start, rest), MAPPING).counts())
                .isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
    }

    private static String pattern(String reason) {
        return java.util.regex.Pattern.quote(reason).replace("?", "\\E.*\\Q");
    }

    private static byte[] disguised() {
        return zip(Charset.forName("ISO-8859-1"), "a.csv", ONE, "b.csv", latin(gzip(new byte[10])));
    }

    private static byte[] pictured() {
        return zip(Charset.forName("ISO-8859-1"), "a.csv", ONE, "b.csv", "\u0089PNG\r\n");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The list has a second entry with the place of the first. */
    private static byte[] overlapping() {
        byte[] zip = zip("a.csv", ONE, "b.csv", ONE);
        byte[] mark = {'P', 'K', 1, 2};
        int last = 0;
        for (int i = 0; i < zip.length - 4; i++) {
            last = Arrays.equals(Arrays.copyOfRange(zip, i, i + 4), mark) ? i : last;
        }
        // where its header stands: 42 bytes behind the mark
        Arrays.fill(zip, last + 42, last + 46, (byte) 0);
        return zip;
    }
}
