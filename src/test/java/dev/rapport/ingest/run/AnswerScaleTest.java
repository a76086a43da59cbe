package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.ingest.mapping.MappingCheck;
import dev.rapport.ingest.mapping.MappingCheck.Wrong;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers on other scales than the usual ones: five points, ten, words, good and bad, faces. */
class AnswerScaleTest {
    private static final String LOW = """
            select coalesce(string_agg(coalesce(given, score::text), ' ' order by key), '') from survey_answer where is_low
            """;

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void onFivePointsOnlyFiveIsAPromoterAndFourAPassive() {
        String file = answers("NPS", "5", "5", "4", "2");
        assertThat(user.look(file).asked())
                .as("nobody went beyond five, which says nothing")
                .containsExactly("SCALE:Yearly");
        bring(file, Map.of("SCALE:Yearly", "1-5"));

        assertThat(user.october("nps", 2)).isEqualTo("25.00");
        assertThat(user.october("promoter_share", 2)).isEqualTo("50.00");
        assertThat(user.october("passive_share", 2)).isEqualTo("25.00");
        assertThat(low()).isEqualTo("2");
    }

    @Test
    void theSameAnswersOfTenAreFourDetractors() {
        bring(answers("NPS", "5", "5", "4", "2"), Map.of("SCALE:Yearly", "0-10"));

        assertThat(user.october("nps", 2)).isEqualTo("-100.00");
        assertThat(low()).isEqualTo("5 5 4 2");
        // the survey is known now, and nothing is asked
        bring("""
                ID,Survey,Survey Type,Date,Score
                B1,Yearly,NPS,2026-09-01,5
                B2,Yearly,NPS,2026-09-01,4
                B3,Yearly,NPS,2026-09-01,3
                """, Map.of());
        assertThat(user.value("nps", "from=2026-09-01&to=2026-09-30", 2)).isEqualTo("-100.00");
    }

    @Test
    void ofManyAnswersNoneAboveFiveTellsTheScale() {
        String[] scores =
                IntStream.range(0, 20).mapToObj(i -> i < 10 ? "5" : "4").toArray(String[]::new);
        bring(answers("NPS", scores), Map.of());

        assertThat(user.october("nps", 2)).isEqualTo("50.00");
    }

    @Test
    void onOneToTenItIsAsOnZeroToTen() {
        bring(answers("NPS", "10", "9", "8", "6"), Map.of("SCALE:Yearly", "1-10"));

        assertThat(user.data.imports.text("select scale_min || '-' || scale_max || ' ' || score_classes from survey"))
                .isEqualTo("1-10 {}");
        assertThat(user.october("nps", 2)).isEqualTo("25.00");
    }

    @Test
    void wordsFromNotAtAllToVeryMuchHavePlaces() {
        bring(answers("NPS", "Very much", "very much", "much", "Not at all"), Map.of());

        assertThat(user.october("nps", 2)).isEqualTo("25.00");
        assertThat(low()).isEqualTo("not at all");
        assertThat(user.data.imports.text("select words::text from survey"))
                .isEqualTo("{\"much\": 4, \"very much\": 5, \"not at all\": 1}");
        assertThat(user.data.imports.text("select string_agg(given, ',' order by key) from response"))
                .isEqualTo("very much,very much,much,not at all");
    }

    @Test
    void goodAndBadArePromotersAndDetractors() {
        bring(answers("NPS", "Good", "good", "bad"), Map.of());

        assertThat(user.october("nps", 2)).isEqualTo("33.33");
        assertThat(user.october("passive_share", 2)).isEqualTo("0.00");
        assertThat(low()).isEqualTo("bad");
    }

    @Test
    void facesAreAnswers() {
        bring(answers("NPS", "😀", "🙂", "😐", "🙁"), Map.of());
        assertThat(user.october("nps", 2))
                .as("one of two happy faces is delighted")
                .isEqualTo("-25.00");
    }

    @Test
    void ofThreeFacesTheMiddleOneIsPassiveAndNotSatisfied() {
        bring(answers("NPS", ":-)", ":-)", ":-|", ":-("), Map.of());
        assertThat(user.october("nps", 2)).isEqualTo("25.00");
        bring(answers("CSAT", "😀", "😀", "😐", "☹️").replace("Yearly", "Faces").replace("\nA", "\nF"), Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("50.00");
        bring(answers("CSAT", "👍", "👎🏽", "👍🏿").replace("Yearly", "Thumbs").replace("\nA", "\nT"), Map.of());
        assertThat(user.value("csat", "from=2026-10-01&to=2026-10-31&survey=thumbs", 2))
                .isEqualTo("66.67");
    }

    @Test
    void satisfactionAskedByGoodAndBad() {
        String file = """
                Ticket,Date,Satisfaction
                1,2026-10-01,good
                2,2026-10-01,good
                3,2026-10-02,bad
                """;
        bring(file, Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("66.67");
    }

    @Test
    void satisfactionAskedByFacesAlone() {
        bring("""
                Response ID,Responded at,Smiley
                1,2026-10-01,😍
                2,2026-10-01,🙂
                3,2026-10-02,😞
                4,2026-10-02,😡
                5,2026-10-02,😐
                """, Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("40.00");
    }

    @Test
    void effortInWordsIsLowWhereItIsEasy() {
        bring(answers("CES", "Very easy", "Easy", "Very difficult", "Neutral"), Map.of());
        assertThat(user.october("ces", 2)).isEqualTo("2.75");
        bring(
                answers("CES", "😀", "😀", "😐", "🙁")
                        .replace("Yearly", "Faces")
                        .replace("\nA", "\nF")
                        .replace("2026-10", "2026-09"),
                Map.of());
        assertThat(user.value("ces", "from=2026-09-01&to=2026-09-30&survey=faces", 2))
                .as("a happy face is little effort: 1, 1, 2, 3")
                .isEqualTo("1.75");
    }

    @Test
    void lowAndHighAreAnswersOnlyWhereEffortIsAsked() {
        bring("""
                Response ID,Responded at,How much effort did it take?
                1,2026-10-01,Low
                2,2026-10-01,very high
                3,2026-10-02,medium
                """, Map.of());
        assertThat(user.october("ces", 2)).isEqualTo("3.33");
        assertThat(user.look(
                                "Ticket Number,Created At,Risk rating\nT1,2026-10-05 10:00,low\nT2,2026-10-05 10:00,high\n")
                        .mapping()
                        .target())
                .isEqualTo("tickets");
    }

    @Test
    void whatIsSaidOfTheScoresIsKeptByTheSurvey() {
        bring(
                answers("NPS", "5", "4", "3", "2"),
                Map.of("SCALE:Yearly", "1-5", "COUNTS_AS:Yearly", "promoter: 4-5; passive: 3; detractor: 1-2"));
        assertThat(user.october("nps", 2)).isEqualTo("25.00");
        // its own rule holds for the next file: one that says otherwise is refused, and nothing of it is kept
        String next = answers("NPS", "5", "4", "3", "2").replace("\nA", "\nB");
        var refused = user.data.imports.bring(next, mapping("", """
                "COUNTS_AS:Yearly": "promoter: 5; passive: 4; detractor: 1-3", """));
        assertThat(refused.state()).isEqualTo("failed");
        assertThat(refused.message()).isEqualTo("COUNTS_OTHERWISE|Yearly");
        assertThat(user.data.imports.number("select count(*) from response")).isEqualTo(4);
        bring(next, Map.of("COUNTS_AS:Yearly", "detractor: 2, 1; passive: 3; promoter: 5, 4", "SCALE:Yearly", "1-5"));
        assertThat(user.october("nps", 2)).isEqualTo("25.00");
        assertThat(user.data
                        .ask("nps", "from=2026-10-01&to=2026-10-31")
                        .figure()
                        .n())
                .isEqualTo(8);
    }

    @Test
    void wordsThatTheSurveyKnowsNeedNoPlaceInTheFile() {
        bring(answers("NPS", "Very much", "Not at all"), Map.of());
        user.data.imports.text("update survey set words = words || '{\"super\": 5}' returning key");
        var report = user.data.imports.bring(
                answers("NPS", "SUPER", "Not at all", "purple").replace("\nA", "\nB"), """
                {"target": "responses", "fields": {
                    "key": {"columns": ["ID"]}, "survey": {"columns": ["Survey"]}, "kind": {"columns": ["Survey Type"]},
                    "at": {"columns": ["Date"]}, "score": {"columns": ["Score"]}},
                 "answers": {"SCALE:Yearly": "1-5", "MANY_REJECTED:": "yes"}}
                """);
        user.data.refresh();

        assertThat(report.counts()).isEqualTo("3 read, 2 stored, 0 known, 1 rejected");
        assertThat(user.data.imports.rejects(report.id())).contains("purple NOT_A_NUMBER");
        assertThat(user.october("nps", 2)).isEqualTo("0.00");
    }

    @Test
    void badClassesKeepTheImportFromStarting() {
        assertThat(faults("promoter: 5; passive: 4; detractor: 1-2")).containsExactly(Wrong.CLASS_GAP);
        assertThat(faults("promoter: 4-5; passive: 4; detractor: 1-3")).containsExactly(Wrong.CLASS_OVERLAP);
        assertThat(faults("promoter: 9-10; passive: 4; detractor: 1-3")).containsExactly(Wrong.CLASS_OUTSIDE);
        assertThat(faults("promoter: ; passive: 4-5; detractor: 1-3")).containsExactly(Wrong.CLASS_EMPTY);
        assertThat(faults("promoter: lots; passive: 4; detractor: 1-3")).containsExactly(Wrong.CLASS_UNREADABLE);
        assertThat(faults("fan: 5; passive: 4; detractor: 1-3")).containsExactly(Wrong.CLASS_UNREADABLE);
        assertThat(faults("")).containsExactly(Wrong.CLASS_EMPTY);
        assertThat(faults("promoter: 5-4; passive: 3; detractor: 1-2")).containsExactly(Wrong.CLASS_UNREADABLE);
        assertThat(faults("promoter: 5; detractor: 4, 1-3")).isEmpty();
    }

    @Test
    void ofABadMappingNothingIsKept() {
        var report = user.data.imports.bring(answers("NPS", "5", "4"), mapping("", """
                "COUNTS_AS:Yearly": "promoter: 5; passive: 5; detractor: 1-3", """));
        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).isEqualTo("MAPPING|Yearly: 5");
        assertThat(user.data.imports.text(
                        "select (select count(*) from survey) || ' ' || (select count(*) from response)"))
                .isEqualTo("0 0");
    }

    @Test
    void wordsThatAreTwiceOrNoScaleAreRefused() {
        assertThat(user.data
                        .imports
                        .bring(answers("NPS", "good", "bad"), mapping("\"good\": \"5\", \"Good\": \"1\"", ""))
                        .message())
                .isEqualTo("MAPPING|good = 5");
        assertThat(user.data
                        .imports
                        .bring(answers("NPS", "good", "bad"), mapping("\"good\": \"promoter\"", ""))
                        .message())
                .isEqualTo("MAPPING|good = promoter");
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"word " + i + "\": \"5\"")
                .collect(Collectors.joining(", "));
        assertThat(user.data
                        .imports
                        .bring(answers("NPS", "word 1"), mapping(many, ""))
                        .message())
                .isEqualTo("MAPPING|score");
        assertThat(user.data.imports.text("select count(*) from survey")).isEqualTo("0");
    }

    @Test
    void tenThousandDifferentWordsAreNoScale() {
        String file = answers(
                "NPS", IntStream.range(0, 10_000).mapToObj(i -> "word " + i).toArray(String[]::new));
        var report = user.data.imports.bring(file, mapping("", ""));

        assertThat(report.message()).startsWith("ALL_REJECTED");
        assertThat(user.data.imports.text("select count(*) from survey")).isEqualTo("0");
    }

    @Test
    void theWordsOfManyFilesAreNoScaleEither() {
        for (int i = 0; i < 2; i++) {
            int file = i;
            String[] words = IntStream.range(0, 60)
                    .mapToObj(word -> "w" + file + " " + word)
                    .toArray(String[]::new);
            String places =
                    Arrays.stream(words).map(word -> "\"" + word + "\": \"5\"").collect(Collectors.joining(", "));
            var report =
                    user.data.imports.bring(answers("NPS", words).replace("\nA", "\n" + file), mapping(places, ""));
            assertThat(report.message()).isEqualTo(i == 0 ? "" : "TOO_MANY_WORDS|Yearly");
        }
        assertThat(
                        user.data.imports.text(
                                "select (select count(*) from response) || ' ' || count(*) from survey, jsonb_object_keys(words)"))
                .isEqualTo("60 60");
    }

    private List<Wrong> faults(String counting) {
        var step = user.look(answers("NPS", "5", "4"));
        var answers = new LinkedHashMap<>(step.mapping().answers());
        answers.put("SCALE:Yearly", "1-5");
        answers.put("COUNTS_AS:Yearly", counting);
        return user.faults(answers("NPS", "5", "4"), step.mapping().withAnswers(answers)).stream()
                .map(MappingCheck.Fault::wrong)
                .toList();
    }

    private static String mapping(String values, String answers) {
        return """
                {"target": "responses", "fields": {
                    "key": {"columns": ["ID"]}, "survey": {"columns": ["Survey"]}, "kind": {"columns": ["Survey Type"]},
                    "at": {"columns": ["Date"]}, "score": {"columns": ["Score"], "values": {%s}}},
                 "answers": {%s "SCALE:Yearly": "1-5", "MANY_REJECTED:": "yes"}}
                """.formatted(values, answers);
    }

    private static String answers(String kind, String... scores) {
        StringBuilder file = new StringBuilder("ID,Survey,Survey Type,Date,Score\n");
        for (int i = 0; i < scores.length; i++) {
            file.append("A%05d,Yearly,%s,2026-10-01 10:00,%s\n".formatted(i, kind, scores[i]));
        }
        return file.toString();
    }

    private String low() {
        return user.data.imports.text(LOW);
    }

    private void bring(String file, Map<String, String> answers) {
        var report = user.bring("answers.csv", file, answers);
        assertThat(report.state()).as(report.message()).isEqualTo("done");
    }
}
