package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.ingest.mapping.MappingSuggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told and asked about a whole file before anything of it is stored, and that the import does just that. */
class WholeFileTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1L << 32, 200);
    private static final String TICKETS = """
            {"target": "tickets", "fields": {"key": {"columns": ["id"]}, "created": {"columns": ["at"], "format": "YMD"},
              "subject": {"columns": ["subject"]}}, "answers": {}}
            """;

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void begin() {
        imports = new TestImports(folder);
    }

    @Test
    void theCheckTellsWhatTheImportThenDoes() throws IOException {
        imports.bring(tickets(1, 20), TICKETS);
        String next = tickets(11, 20).replace("subject 12", "another") + "31,2026-03-03,subject 31\n32,never,x\n";
        FileCheck check = check(next, TICKETS);
        assertThat(check.counts().stored()).isEqualTo(11);
        assertThat(check.counts().same()).isEqualTo(9);
        assertThat(check.counts().replaced()).isEqualTo(1);
        assertThat(check.rejected()).isEqualTo(1);
        assertThat(check.source()).isEqualTo("file");
        assertThat(check.questions()).isEmpty();
        assertThat(imports.number("select count(*) from ticket")).isEqualTo(20);
        assertThat(imports.number("select count(*) from source")).isEqualTo(2);
        assertThat(imports.bring(next, TICKETS).counts())
                .isEqualTo("22 read, 11 stored, 9 known, 1 rejected, 1 replaced");
    }

    @Test
    void eventsAreCheckedAlike() throws IOException {
        String mapping = """
                {"target": "events", "fields": {"key": {"columns": ["id"]}, "customer": {"columns": ["user"]},
                  "event": {"columns": ["event"]}, "at": {"columns": ["time"]}}, "answers": {}}
                """;
        String header = "id,user,event,time\n";
        imports.bring(header + "1,u1,home,2026-03-01\n2,u1,cart,2026-03-01\n", mapping);
        String next =
                header + "1,u1,home,2026-03-01\n2,u1,cart,2026-03-02\n3,u1,home,2026-03-03\n3,u1,cart,2026-03-03\n";
        FileCheck check = check(next, mapping);
        assertThat(check.counts().toString())
                .isEqualTo("ImportCounts[stored=1, same=1, replaced=0, kept=1, repeated=1, added=0]");
        assertThat(keys(check)).containsExactly("MANY_REPLACED:", "MANY_KEPT:");
        assertThat(imports.bring(next, mapping).message()).isEqualTo("QUESTIONS|MANY_REPLACED:");
        assertThat(imports.number("select count(*) from event")).isEqualTo(2);
        var sure = imports.bring(next, mapping.replace("{}", "{\"MANY_REPLACED:\": \"yes\", \"MANY_KEPT:\": \"yes\"}"));
        assertThat(sure.counts()).isEqualTo("4 read, 1 stored, 1 known, 0 rejected, 1 kept, 1 repeated");
    }

    @Test
    void peopleAreCheckedAlike() throws IOException {
        String mapping = """
                {"target": "people", "fields": {"customer": {"columns": ["id"]}, "name": {"columns": ["name"]}}, "answers": {},
                  "traits": [{"column": "plan", "trait": "plan", "dated": false, "group": false}]}
                """;
        imports.bring("id,name,plan\n1,Ada,free\n2,Bob,pro\n", mapping);
        String next = "id,name,plan\n1,Ada,pro\n2,Bob,pro\n3,Cid,\n";
        assertThat(check(next, mapping).counts().toString())
                .isEqualTo("ImportCounts[stored=1, same=1, replaced=1, kept=0, repeated=0, added=0]");
        imports.bring(next, mapping);
        assertThat(imports.text("select key || changes from import_replaced"))
                .isEqualTo("1{\"plan\": [\"free\", \"pro\"]}");
    }

    @Test
    void manyRejectedRowsAreAskedAbout() throws IOException {
        String file = tickets(1, 18) + "19,never,x\n";
        assertThat(keys(check(file, TICKETS))).containsExactly("MANY_REJECTED:");
        assertThat(imports.bring(file, TICKETS).message()).isEqualTo("QUESTIONS|MANY_REJECTED:");
        assertThat(keys(check(tickets(1, 19) + "20,never,x\n", TICKETS))).isEmpty();
        var none = imports.bring("id,at,subject\n1,never,x\n2,never,x\n", TICKETS);
        assertThat(none.state()).isEqualTo("failed");
        assertThat(none.message()).isEqualTo("ALL_REJECTED|");
    }

    @Test
    void oneKeyForAllRowsIsAskedAbout() throws IOException {
        assertThat(keys(check(tickets(1, 9).replaceAll("(?m)^\\d+,", "7,"), TICKETS)))
                .containsExactly("SAME_KEY:");
    }

    @Test
    void idsThatASpreadsheetShortenedAreAskedAbout() throws IOException {
        String mapping = """
                {"target": "posts", "fields": {"key": {"columns": ["Tweet id"]}, "network": {"constant": "x"},
                  "at": {"columns": ["time"]}, "text": {"columns": ["text"]}}, "answers": {}}
                """;
        String file = """
                Tweet id,text,time
                1764567890123456789,Spring is here,2026-03-04 08:12
                1764567890123456790,Reply,2026-03-05 10:00
                """;
        imports.bring(file, mapping);
        String saved = file.replaceAll("17645678901234567\\d\\d", "1.76457E+18");
        assertThat(keys(check(saved, mapping))).containsExactly("SAME_KEY:", "DAMAGED_IDS:Tweet id");
        assertThat(imports.bring(saved, mapping).state()).isEqualTo("failed");
        assertThat(imports.number("select count(*) from post")).isEqualTo(2);
    }

    @Test
    void aTotalIsAskedAbout() throws IOException {
        String mapping = """
                {"target": "campaign-days", "fields": {"campaign": {"columns": ["c"]}, "day": {"columns": ["d"]},
                  "spend": {"columns": ["s"]}}, "answers": {}}
                """;
        String days = "c,d,s\na,2026-03-01,1.5\nb,2026-03-02,2.5\nc,2026-03-03,3.25\n";
        assertThat(keys(check(days, mapping))).isEmpty();
        assertThat(keys(check(days + "Total,2026-03-03,7.25\n", mapping))).containsExactly("TOTAL_ROW:", "TOTAL_ROW:c");
        assertThat(keys(check(days + "all of it,2026-03-03,7.25\n", mapping))).containsExactly("TOTAL_ROW:");
    }

    @Test
    void aLoneFarDateIsAskedAboutWithItsLine() throws IOException {
        String slip = tickets(1, 30).replace("5,2026-03-05", "5,2062-03-05");
        assertThat(check(slip, TICKETS).questions())
                .containsExactly(ImportQuestion.confirm(ImportQuestion.Kind.FAR_DATE, "at", "6: 2062-03-05T00:00:00Z"));
        assertThat(keys(check(tickets(1, 30).replace("5,2026-03-05", "5,1970-03-05"), TICKETS)))
                .containsExactly("FAR_DATE:at");
        String ahead =
                tickets(1, 30).replace("5,2026-03-05", "5," + LocalDate.now().plusDays(3));
        assertThat(keys(check(ahead, TICKETS))).containsExactly("FAR_DATE:at");
    }

    @Test
    void aNewerFileOfTheSameSourceDoesNotAsk() throws IOException {
        imports.bring(tickets(1, 20), TICKETS);
        FileCheck check = check(tickets(1, 20).replace("subject ", "solved "), TICKETS);
        assertThat(check.counts().replaced()).isEqualTo(20);
        assertThat(check.questions()).isEmpty();
    }

    @Test
    void whatIsThereFromAnotherSourceIsAskedAbout() throws IOException {
        imports.bring(tickets(1, 20), TICKETS.replace("\"answers\"", "\"source\": \"Desk\", \"answers\""));
        String other = TICKETS.replace("\"answers\"", "\"source\": \"Export\", \"answers\"");
        assertThat(keys(check(tickets(1, 20), other))).containsExactly("OTHER_SOURCE_REPLACED:Desk");
        assertThat(check(tickets(1, 20), TICKETS).source()).isEqualTo("Desk");
    }

    @Test
    void equalKeysOfOtherThingsInTheSourceThatWasNamedAreAskedAbout() throws IOException {
        String desk = TICKETS.replace("\"answers\"", "\"source\": \"Desk\", \"answers\"");
        imports.bring(tickets(1, 20), desk);
        FileCheck check = check(tickets(1, 20).replace("2026-03", "2026-05"), desk);
        assertThat(check.questions())
                .containsExactly(new ImportQuestion(ImportQuestion.Kind.SOURCE, "Desk", "1", List.of("Desk", "file")));
        assertThat(check.open(mapping(desk).withAnswers(Map.of("SOURCE:Desk", "file"))))
                .isEmpty();
    }

    private static String tickets(int first, int count) {
        StringBuilder file = new StringBuilder("id,at,subject\n");
        for (int i = first; i < first + count; i++) {
            file.append("%d,2026-03-%02d,subject %d\n".formatted(i, i % 28 == 0 ? 28 : i % 28, i));
        }
        return file.toString();
    }

    private static List<String> keys(FileCheck check) {
        return check.questions().stream().map(ImportQuestion::key).toList();
    }

    private static Mapping mapping(String json) {
        return MappingJson.mapping(json);
    }

    private FileCheck check(String csv, String json) throws IOException {
        Path file = imports.keep(csv.getBytes(StandardCharsets.UTF_8));
        UploadSample sample = UploadSample.of(file, LIMITS, UploadSample.Wanted.NOTHING);
        Mapping mapping = MappingSuggestion.complete(mapping(json), sample, "UTC");
        return ImportCheck.of(
                        JdbiSetup.of(imports.database), LIMITS, Clock.systemUTC(), file, "file.csv", mapping, sample)
                .orElseThrow();
    }
}
