package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.ingest.mapping.MappingCheck;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as survey tools export them, brought in by what is suggested. */
class AnswerImportTest {
    private static final String MARCH = "from=2024-03-01&to=2024-03-31";

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @Test
    void satisfactionAskedOnTenIsNotCutAtFive() {
        bring("""
                Response ID,Survey,Metric,Submitted At,Score
                R1,Support satisfaction,CSAT,2026-10-01 10:00,10
                R2,Support satisfaction,CSAT,2026-10-01 11:00,9
                R3,Support satisfaction,CSAT,2026-10-02 10:00,9
                R4,Support satisfaction,CSAT,2026-10-02 11:00,8
                R5,Support satisfaction,CSAT,2026-10-03 10:00,4
                R6,Support satisfaction,CSAT,2026-10-03 11:00,5
                R7,Support satisfaction,CSAT,2026-10-04 10:00,10
                R8,Support satisfaction,CSAT,2026-10-04 12:00,2
                """, Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("50.00");
    }

    @Test
    void aScaleThatTheAnswersLeaveOpenIsAsked() {
        String file = """
                Response ID,Survey,Metric,Submitted At,Score
                R1,Support,CSAT,2026-10-01 10:00,6
                R2,Support,CSAT,2026-10-01 11:00,4
                R3,Support,CSAT,2026-10-01 11:00,5
                """;
        assertThat(user.look(file).asked()).containsExactly("SCALE:Support");
        bring(file, Map.of("SCALE:Support", "1-6"));
        assertThat(user.october("csat", 2)).isEqualTo("66.67");
    }

    @Test
    void labelsBesideTheScoreAreRead() {
        bring("""
                ID,Survey,Survey Type,Date,Rating
                L1,Chat satisfaction,CSAT,2026-10-01 10:00,5 - Very satisfied
                L2,Chat satisfaction,CSAT,2026-10-01 11:00,4 - Satisfied
                L3,Chat satisfaction,CSAT,2026-10-02 10:00,1 - Very dissatisfied
                L4,Chat satisfaction,CSAT,2026-10-02 11:00,3 - Neither
                """, Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("50.00");
        bring("""
                ID,Survey,Survey Type,Date,Rating
                N1,Yearly,NPS,2026-10-01 10:00,Extremely likely - 10
                N2,Yearly,NPS,2026-10-01 11:00,Not at all likely (0)
                N3,Yearly,NPS,2026-10-01 12:00,9
                """, Map.of());
        assertThat(user.october("nps", 2)).isEqualTo("33.33");
    }

    @Test
    void wordsAreScoresAndWhatWasOnlyOfferedIsNone() {
        bring("""
                ID,Survey,Survey Type,Date,Rating
                Z1,Help,CSAT,2026-10-01 10:00,Good
                Z2,Help,CSAT,2026-10-01 11:00,Bad
                Z3,Help,CSAT,2026-10-01 12:00,Offered
                Z4,Help,CSAT,2026-10-01 13:00,Good
                """, Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("66.67");
        bring("""
                ID,Survey,Survey Type,Date,Rating
                F1,Desk,CSAT,2026-09-01 10:00,Extremely satisfied
                F2,Desk,CSAT,2026-09-01 11:00,Slightly dissatisfied
                F3,Desk,CSAT,2026-09-01 12:00,Very satisfied
                F4,Desk,CSAT,2026-09-01 13:00,Neutral
                """, Map.of());
        assertThat(user.value("csat", "from=2026-09-01&to=2026-09-30", 2)).isEqualTo("50.00");
        bring("""
                ID,Survey,Survey Type,Date,Rating
                D1,Schalter,CSAT,2026-08-01 10:00,sehr zufrieden
                D2,Schalter,CSAT,2026-08-01 11:00,zufrieden
                D3,Schalter,CSAT,2026-08-01 12:00,sehr unzufrieden
                """, Map.of());
        assertThat(user.value("csat", "from=2026-08-01&to=2026-08-31", 2)).isEqualTo("66.67");
    }

    @Test
    void codesForNoAnswerStayNamed() {
        bring("""
                Response ID,Survey,Metric,Submitted At,Score
                A1,Yearly,NPS,2026-10-01,10
                A2,Yearly,NPS,2026-10-01,9
                A3,Yearly,NPS,2026-10-01,0
                A4,Yearly,NPS,2026-10-01,
                A5,Yearly,NPS,2026-10-01,99
                A6,Yearly,NPS,2026-10-01,-1
                A7,Yearly,NPS,2026-10-01,Don't know
                A8,Yearly,NPS,2026-10-01,8.5
                """, Map.of("MANY_REJECTED:", "yes"));
        assertThat(user.october("nps", 1)).isEqualTo("33.3");
    }

    @Test
    void twoSurveysOfOneTicketAreTwoAnswers() {
        bring("""
                Ticket ID,Survey,Survey Type,Date,Score
                T1,After chat,CSAT,2026-10-01,5
                T1,Effort after chat,CES,2026-10-01,2
                T2,After chat,CSAT,2026-10-02,1
                T2,Effort after chat,CES,2026-10-02,6
                """, Map.of());
        assertThat(user.october("csat", 2)).isEqualTo("50.00");
        assertThat(user.october("ces", 2)).isEqualTo("4.00");
    }

    @Test
    void severalQuestionsOfARowAreSeveralAnswers() {
        bring("""
                Respondent ID,End Date,Email Address,How likely is it that you would recommend this company to a friend or colleague?,NPS_Category,How satisfied are you with our support?,What could we do better?
                118200000001,2024-03-04 09:14:22,anna.berg@example.org,10,Promoter,Very satisfied,Nothing
                118200000002,2024-03-04 15:44:00,petr.novak@example.org,4,Detractor,Somewhat dissatisfied,"Answer faster, please"
                118200000003,2024-03-13 08:01:00,,8,Passive,Very satisfied,
                """, Map.of());
        assertThat(user.value("nps", MARCH, 2)).isEqualTo("0.00");
        assertThat(user.data.ask("nps", MARCH).figure().n()).isEqualTo(3);
        assertThat(user.value("csat", MARCH, 2)).isEqualTo("66.67");
        assertThat(user.data.ask("csat", MARCH).figure().n()).isEqualTo(3);
    }

    @Test
    void starsOfReviewsAreRatings() {
        bring("""
                Review Id,Review Created (UTC),Review Username,Review User Email,Review Title,Review Content,Review Stars,Source Of Review
                65e5a1,2024-03-04 09:13:55,Anna B,anna.berg@example.org,Great,Fast.,5,InvitationLinkApi
                65e5a2,2024-03-04 22:44:00,Petr N,,Slow,"Waited, twice",2,Organic
                """, Map.of());
        assertThat(user.value("reviews", MARCH, 1)).isEqualTo("3.5");
    }

    @Test
    void ofOtherFilesNothingIsClaimed() {
        for (String file : new String[] {
            "Station,Date,Temperature,Humidity,Wind speed\nOslo,2026-10-01,7.5,80,3\n",
            "SKU,Description,Quantity,Unit price,Warehouse,Last counted\nA1,Mug,20,5.00,North,2026-10-01\n",
            "Remote addr,Time,Method,Path,Status code,Bytes sent,Referrer,User agent\n10.0.0.1,2026-10-01 10:00,GET,/,200,512,,curl\n",
            "Employee ID,Name,Email,Department,Salary,Pay date\nE1,Anna,anna@example.org,Sales,4000,2026-10-31\n",
            "ISBN,Title,Author,Published\n978,Emma,Jane Austen,1815-12-23\n",
            "Date,Description,Cost\n2026-10-01,Taxi,20.00\n"
        }) {
            assertThat(user.look(file).faults())
                    .as(file)
                    .extracting(MappingCheck.Fault::wrong)
                    .containsExactly(MappingCheck.Wrong.UNKNOWN_TARGET);
        }
        assertThat(user.look("Ticket Number,Customer Number,Created At,Channel\nT1,C9,2026-10-05 10:00,email\n")
                        .mapping()
                        .target())
                .isEqualTo("tickets");
    }

    private void bring(String file, Map<String, String> answers) {
        var report = user.bring("answers.csv", file, answers);
        assertThat(report.state()).as(report.message()).isEqualTo("done");
    }
}
