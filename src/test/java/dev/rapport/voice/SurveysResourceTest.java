package dev.rapport.voice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class SurveysResourceTest {
    private static final String PAGE = "/settings/surveys";

    @Inject
    DataSource database;

    private String mark;

    @BeforeEach
    void mark() {
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void showsWhatIsAskedAndHowManyAnswered() throws SQLException {
        int survey = survey("a", "nps", 10);
        answer(survey, "1");

        given().get(PAGE)
                .then()
                .statusCode(200)
                .body(
                        containsString("Survey a " + mark),
                        containsString("recommendation (NPS)"),
                        containsString("0–10"));
    }

    @Test
    void renamesAndKeepsItFromThenOn() throws SQLException {
        int survey = survey("a", "nps", 10);
        Forms.sendByHtmx(PAGE + "/" + survey, PAGE + "/" + survey, Map.of("name", " "))
                .statusCode(422)
                .body(containsString("Give the survey a name"));

        Forms.send(PAGE + "/" + survey, PAGE + "/" + survey, Map.of("name", "Better " + mark))
                .statusCode(303);

        assertThat(text("select name || ' ' || (import_id is null) from survey where id = " + survey))
                .isEqualTo("Better " + mark + " true");
    }

    @Test
    void answersOfOneCountAsTheOthersWhoseKeyItsNameMeansFromThenOn() throws SQLException {
        int from = survey("a", "nps", 10);
        int into = survey("b", "nps", 10);
        answer(from, "1");
        String page = PAGE + "/" + from;
        Forms.sendByHtmx(page, page + "/removal", Map.of())
                .statusCode(422)
                .body(containsString("1 answer or invitation speaks of it"));

        Forms.send(page, page + "/merging", Map.of("into", into)).statusCode(303);

        assertThat(text("select survey_id::text from response where key = '1-" + mark + "'"))
                .isEqualTo(String.valueOf(into));
        assertThat(text("select aliases[1] from survey where id = " + into)).isEqualTo("Survey a " + mark);
        given().get(page).then().statusCode(404);
    }

    @Test
    void surveysOnOtherScalesAreNeverOne() throws SQLException {
        int from = survey("a", "csat", 5);
        int scale = survey("b", "csat", 7);
        int kind = survey("c", "ces", 5);
        String page = PAGE + "/" + from;
        given().get(page).then().body(not(containsString("Survey b " + mark)));

        Forms.sendByHtmx(page, page + "/merging", Map.of("into", scale))
                .statusCode(422)
                .body(containsString("their scales differ"));
        Forms.sendByHtmx(page, page + "/merging", Map.of("into", kind))
                .statusCode(422)
                .body(containsString("different kinds"));
        Forms.sendByHtmx(page, page + "/merging", Map.of("into", from)).statusCode(422);
    }

    @Test
    void saysWhatAnswersCountAsAndCountsThemOtherwise() throws SQLException {
        int survey = survey("a", "nps", 10);
        answer(survey, "1");
        text("delete from dirty_day where family = 'voice' and day = '2026-03-04' returning family");
        String page = PAGE + "/" + survey;
        given().get(page)
                .then()
                .body(
                        containsString("name=\"promoter\" type=\"text\" value=\"9-10\""),
                        containsString("name=\"detractor\" type=\"text\" value=\"0-6\""),
                        containsString("<td>Promoters</td>"));

        Map<String, String> gap = Map.of("promoter", "10", "passive", "7-8", "detractor", "0-6", "words", "");
        Forms.sendByHtmx(page, page + "/counting", gap)
                .statusCode(422)
                .body(
                        containsString("9 stands in no class"),
                        containsString("name=\"promoter\" type=\"text\" value=\"10\""),
                        not(containsString("<html")));
        assertThat(text("select score_classes::text from survey where id = " + survey))
                .isEqualTo("{}");

        Map<String, String> strict =
                Map.of("promoter", "10", "passive", "7-9", "detractor", "0-6", "words", "superb = 10");
        Forms.send(page, page + "/counting", strict).statusCode(303);

        assertThat(text("select score_classes ->> '9' || ' ' || (words ->> 'superb') from survey where id = " + survey))
                .isEqualTo("passive 10");
        assertThat(text("select score_class from survey_answer where survey_id = " + survey))
                .isEqualTo("passive");
        assertThat(
                        text(
                                "select detail from audit_entry where action = 'survey scores mapped' order by id desc limit 1"))
                .contains("Survey a " + mark);
        given().get(page).then().body(containsString("superb = 10"), containsString("value=\"7-9\""));
    }

    @Test
    void effortHasPlacesAndNoClasses() throws SQLException {
        int survey = survey("a", "ces", 7);
        String page = PAGE + "/" + survey;
        given().get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("name=\"promoter\"")), containsString("name=\"words\""));

        Forms.sendByHtmx(page, page + "/counting", Map.of("words", "hard = 8"))
                .statusCode(422)
                .body(containsString("lies outside of the scale"));
        Forms.sendByHtmx(page, page + "/counting", Map.of("words", "hard = 6\nHard = 7"))
                .statusCode(422)
                .body(containsString("“hard” stands there twice"));
    }

    @Test
    void removesWhatNothingSpeaksOf() throws SQLException {
        int survey = survey("a", "nps", 10);
        String page = PAGE + "/" + survey;

        Forms.send(page, page + "/removal", Map.of()).statusCode(303);

        given().get(page).then().statusCode(404);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws SQLException {
        int survey = survey("a", "nps", 10);
        given().redirects()
                .follow(false)
                .post(PAGE + "/" + survey + "/removal")
                .then()
                .statusCode(400);
        given().get(PAGE + "/" + survey).then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "sam", roles = Role.SUPPORT)
    void isForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
        given().get(PAGE + "/1").then().statusCode(403);
    }

    private int survey(String name, String kind, int max) throws SQLException {
        return Integer.parseInt(text("""
                insert into survey (key, name, kind, scale_min, scale_max, import_id)
                values ('%1$s-%2$s', 'Survey %1$s %2$s', '%3$s', %4$d, %5$d, 1) returning id
                """.formatted(name, mark, kind, kind.equals("nps") ? 0 : 1, max)));
    }

    private void answer(int survey, String key) throws SQLException {
        text("""
                insert into response (key, survey_id, channel_id, at, score, content)
                select '%s-%s', %d, id, '2026-03-04T10:00Z', 9, gen_random_uuid() from channel where key = 'email' returning key
                """.formatted(key, mark, survey));
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        }
    }
}
