package dev.rapport.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadSampleTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1L << 32, 200);

    @TempDir
    Path folder;

    @Test
    void delimiterAndHeaderAreFound() throws IOException {
        assertThat(found("id;name;price\n1;M\u00fcller;1,5\n2;Abc;2,5\n"))
                .isEqualTo("UTF-8 ; header [id, name, price]");
        assertThat(found("id\tname\n1\tAnn, Bob\n")).isEqualTo("UTF-8 \t header [id, name]");
        assertThat(found("id|name\n1|x\n")).isEqualTo("UTF-8 | header [id, name]");
        assertThat(found("17,2024-01-01\n18,2024-01-02\n")).isEqualTo("UTF-8 , no header [column 1, column 2]");
        assertThat(found("sep=;\na;b\n1;2\n")).isEqualTo("UTF-8 ; header [a, b]");
        assertThat(found("comment\n\"one, two; three\"\n")).contains("header [comment]");
    }

    @Test
    void columnsWithOneNameAreToldApart() throws IOException {
        assertThat(found("category,category,,x\na,b,c,d\n")).endsWith("[category, category (2), column 3, x]");
    }

    @Test
    void charsetsAreFound() throws IOException {
        String text = "stadt,gr\u00f6\u00dfe\nK\u00f6ln,1\nM\u00fcnchen,2\n";
        assertThat(found(text.getBytes(Charset.forName("windows-1252"))))
                .startsWith("windows-1252 ,")
                .contains("gr\u00f6\u00dfe");
        assertThat(found(text.getBytes(StandardCharsets.UTF_16)))
                .startsWith("UTF-16BE ,")
                .contains("gr\u00f6\u00dfe");
        assertThat(found(text.getBytes(StandardCharsets.UTF_16LE)))
                .startsWith("UTF-16LE ,")
                .contains("gr\u00f6\u00dfe");
        assertThat(found(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
                .startsWith("UTF-8 ,")
                .contains("[stadt");
    }

    @Test
    void archivesAreLookedInto() throws IOException {
        assertThat(found(gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))).isEqualTo("UTF-8 , header [a, b]");
        assertThat(found(zip("__MACOSX/._x.csv", "junk", "../../etc/x.csv", "a,b\n1,2\n")))
                .isEqualTo("UTF-8 , header [a, b]");
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        refused(Refusal.EMPTY, new byte[0]);
        refused(Refusal.EMPTY, "\n\n\n".getBytes(StandardCharsets.UTF_8));
        refused(Refusal.NO_TABLE_IN_ARCHIVE, zip("picture.png", "x"));
        refused(Refusal.NESTED_ARCHIVE, zip("inner.zip", "x"));
        refused(Refusal.SPREADSHEET, zip("[Content_Types].xml", "x"));
        refused(Refusal.NESTED_ARCHIVE, gzip(gzip(new byte[10])));
        refused(Refusal.CUT_OFF_ARCHIVE, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        refused(Refusal.DAMAGED_ARCHIVE, new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        refused(Refusal.TOO_MANY_COLUMNS, "a,".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        refused(Refusal.BINARY, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18});
    }

    @Test
    void aBombIsGivenUpWhileItGrows() throws IOException {
        byte[] bomb = gzip(new byte[200 << 20]);
        Path path = folder.resolve("bomb");
        Files.write(path, bomb);
        assertThatThrownBy(() -> {
                    try (Upload upload = Upload.open(path, LIMITS)) {
                        upload.next();
                        upload.stream().transferTo(java.io.OutputStream.nullOutputStream());
                    }
                })
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BOMB));
    }

    private void refused(Refusal refusal, byte[] file) {
        assertThatThrownBy(() -> found(file))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private String found(String text) throws IOException {
        return found(text.getBytes(StandardCharsets.UTF_8));
    }

    private String found(byte[] file) throws IOException {
        Path path = folder.resolve("upload");
        Files.write(path, file);
        UploadSample sample = UploadSample.of(path, LIMITS, UploadSample.Wanted.NOTHING);
        return sample.dialect().charset() + " " + sample.dialect().delimiter() + " "
                + (sample.dialect().header() ? "header " : "no header ")
                + sample.header().names();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
