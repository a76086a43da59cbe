package dev.rapport.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a table. */
class FrameTest {
    @TempDir
    Path folder;

    @Test
    void threeHeaderLinesAreOneWithItsZone() throws IOException {
        UploadSample sample = sample("""
                StartDate,EndDate,ResponseId,Q1_NPS_GROUP,Q1,Q2
                Start Date,End Date,Response ID,"On a scale from 0-10, would you recommend us? - Group","On a scale from 0-10, would you recommend us?","What is the main
                reason?"
                "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
                2026-03-04 09:12:01,2026-03-04 09:13:55,R_1,3,10,Fast
                2026-03-05 09:12:01,2026-03-05 09:13:55,R_2,1,4,"Slow
                and late"
                """);
        assertThat(sample.header().names())
                .containsExactly(
                        "StartDate",
                        "EndDate",
                        "ResponseId",
                        "Q1_NPS_GROUP: On a scale from 0-10, would you recommend us? - Group",
                        "Q1: On a scale from 0-10, would you recommend us?",
                        "Q2: What is the main reason?");
        assertThat(sample.rows()).hasSize(2);
        assertThat(sample.frame().zone()).contains("America/Denver");
    }

    @Test
    void questionsAndTheirPartsAreMerged() throws IOException {
        UploadSample sample = sample("""
                Respondent ID,Start Date,Email Address,Would you recommend us?,,How satisfied are you?,What could we do better?
                ,,,,NPS_Category,Response,Open-Ended Response
                118200000001,03/04/2026 09:12:01 AM,a@example.org,10,Promoter,Very satisfied,Nothing
                118200000002,03/04/2026 03:40:00 PM,b@example.org,4,Detractor,Somewhat dissatisfied,"Faster, please"
                """);
        assertThat(sample.header().names())
                .containsExactly(
                        "Respondent ID",
                        "Start Date",
                        "Email Address",
                        "Would you recommend us?",
                        "Would you recommend us?: NPS_Category",
                        "How satisfied are you?",
                        "What could we do better?");
        assertThat(sample.rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name,price\n1,Ann,2.50\n",
                "id,name,price\nx,Ann,\ny,Bob,3\n",
                "name,city\nAnn,Rome\nBob,Paris\n",
                "#,score\nabc,10\ndef,9\n",
                "order,total,note\n#1001,5.00,x\n#1002,6.00,y\n",
                "a,b,\n1,2,3\n4,5,6\n"
            })
    void aTableWithoutAFrameKeepsAllOfItsRows(String text) throws IOException {
        UploadSample sample = sample(text);
        long lines = text.lines().count();
        assertThat(sample.rows()).hasSize((int) lines - 1);
        assertThat(skipped(text, sample.dialect())).isEmpty();
    }

    @Test
    void commentsAndASecondTableAreTold() throws IOException {
        String text = """
                # ----------------
                # Traffic acquisition
                # Start date: 20260301
                # ----------------
                Channel group,Users,Sessions,Engaged sessions,Total revenue
                Organic Search,1203,1503,901,0
                Direct,803,1003,401,0

                # Start date: 20260301
                Nth day,Users
                0000,40
                0001,41
                """;
        UploadSample sample = sample(text);
        assertThat(sample.header().names()).startsWith("Channel group", "Users");
        assertThat(sample.rows()).hasSize(2);
        assertThat(sample.frame().otherTable()).isTrue();
        assertThat(skipped(text, sample.dialect()))
                .containsExactly(
                        "1 TITLE",
                        "2 TITLE",
                        "3 TITLE",
                        "4 TITLE",
                        "9 COMMENT",
                        "10 OTHER_TABLE",
                        "11 OTHER_TABLE",
                        "12 OTHER_TABLE");
    }

    @Test
    void shortTotalsAndNotesAreNoRows() throws IOException {
        String text = "day,views,likes,shares\n2026-03-01,1,2,3\nTotal,1\nShowing top 500 results\n";
        UploadSample sample = sample(text);
        assertThat(skipped(text, sample.dialect())).containsExactly("3 TOTAL", "4 FOOTER");
    }

    @Test
    void tablesOfDifferentColumnsAreListedTheOneWithDaysFirst() throws IOException {
        Path zip = folder.resolve("search.zip");
        Files.write(
                zip,
                zip(
                        "Queries.csv", "Top queries,Clicks\nboxes,3\n",
                        "Pages.csv", "Top pages,Clicks\n/a,3\n",
                        "Chart.csv", "Date,Clicks\n2026-03-04,161\n"));
        UploadSample sample = UploadSample.of(zip, new ArchiveLimits(1L << 32, 200), UploadSample.Wanted.NOTHING);
        assertThat(sample.frame().tables()).containsExactly("Chart.csv", "Queries.csv", "Pages.csv");
        assertThat(sample.header().names()).containsExactly("Date", "Clicks");
        UploadSample chosen = UploadSample.of(
                zip, new ArchiveLimits(1L << 32, 200), UploadSample.Wanted.NOTHING.withTable(Optional.of("Pages.csv")));
        assertThat(chosen.header().names()).containsExactly("Top pages", "Clicks");
        Files.write(zip, zip("1.csv", "day,n\n2026-01-01,1\n", "2.csv", "day,n\n2026-01-02,1\n"));
        assertThat(UploadSample.of(zip, new ArchiveLimits(1L << 32, 200), UploadSample.Wanted.NOTHING)
                        .frame()
                        .tables())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><table><tr><td>1</td></tr></table></body></html>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "\n <!DOCTYPE html>\n<html>"
            })
    void pagesAreNoTables(String text) {
        assertThatThrownBy(() -> sample(text))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.MARKUP));
    }

    private UploadSample sample(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("upload"), text);
        return UploadSample.of(path, new ArchiveLimits(1L << 32, 200), UploadSample.Wanted.NOTHING);
    }

    private static List<String> skipped(String text, Dialect dialect) throws IOException {
        List<String> skipped = new ArrayList<>();
        try (TableRows rows = new TableRows(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                dialect,
                bad -> {},
                line -> skipped.add(line.line() + " " + line.why()))) {
            while (rows.next()) {
                assertThat(rows.fields()).hasSizeGreaterThanOrEqualTo(1);
            }
        }
        return skipped;
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
