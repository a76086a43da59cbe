package dev.rapport.voice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a time in which no other test does anything. */
@QuarkusTest
@TestSecurity(user = "sven", roles = Role.SUPPORT)
class FollowUpResourceTest {
    private static final String LIST = "/follow-up?from=2003-06-01&to=2003-06-30";

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        execute("""
                insert into survey (key, name, kind, scale_min, scale_max) values ('low-csat', 'Low <csat>', 'csat', 1, 5);
                insert into person (external_id, name, email) values ('low-1', 'Ada Low', 'ada@low.example');
                insert into visitor (key, person_id) select 'u:low-1', id from person where external_id = 'low-1';
                insert into response (key, survey_id, visitor_id, channel_id, at, score, comment, content)
                select 'low/' || n, survey.id, visitor.id, channel.id, '2003-06-05T10:00Z'::timestamptz + n * interval '1 day',
                       n, case n when 1 then '<b>Never</b> again' end, gen_random_uuid()
                from generate_series(1, 4) as n, survey, visitor, channel
                where survey.key = 'low-csat' and visitor.key = 'u:low-1' and channel.key = 'chat';
                insert into ticket (key, visitor_id, channel_id, subject, created_at, content)
                select 'low-t', visitor.id, channel.id, 'Still broken', '2003-06-20T10:00Z', gen_random_uuid()
                from visitor, channel where visitor.key = 'u:low-1' and channel.key = 'chat'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("""
                delete from follow_up where response_key like 'low/%';
                delete from response where key like 'low/%';
                delete from ticket where key = 'low-t';
                delete from survey where key = 'low-csat';
                delete from visitor where key = 'u:low-1';
                delete from person where external_id = 'low-1'
                """);
    }

    @Test
    void theListShowsLowScoresAndWhatHappenedAfter() throws SQLException {
        given().get(LIST)
                .then()
                .statusCode(200)
                .body(containsString("&lt;b&gt;Never&lt;/b&gt; again"), not(containsString("<b>Never")))
                .body(containsString("/follow-ups/" + id(1)), containsString("/follow-ups/" + id(2)))
                .body(not(containsString("/follow-ups/" + id(3))), not(containsString("/follow-ups/" + id(4))))
                .body(containsString("1 ticket, later 4"));
        given().get(LIST + "&state=contacted").then().body(containsString("No low scores here"));
        given().get(LIST + "&state=lost").then().statusCode(400);
        given().get(LIST + "&page=0").then().statusCode(400);
        given().get(LIST + "&channel=email").then().body(containsString("No low scores here"));
    }

    @Test
    void fromTakenToContactedToClosedAndOpenAgain() throws SQLException {
        String page = "/follow-ups/" + id(1);
        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString("Ada Low"), containsString("mailto:ada@low.example"))
                .body(containsString("Still broken"), containsString("Low &lt;csat&gt; · score 4"));

        Forms.sendByHtmx(page, page + "/owner", Map.of("owner", "sven"))
                .statusCode(200)
                .body(not(containsString("Take it")), not(containsString("<html")));
        Forms.send(page, page + "/contact", Map.of("day", "2003-06-07")).statusCode(303);
        assertThat(stored().state).isEqualTo("contacted");
        assertThat(stored().contactedOn).isEqualTo(LocalDate.parse("2003-06-07"));
        Forms.send(page, page + "/note", Map.of("note", "Called <twice>")).statusCode(303);
        for (String outcome : new String[] {"invited", "thanked", "won", ""}) {
            Forms.send(page, page + "/closure", Map.of("outcome", outcome)).statusCode(422);
        }
        Forms.send(page, page + "/closure", Map.of("outcome", "solved")).statusCode(303);
        assertThat(stored().state).isEqualTo("closed");
        assertThat(stored().changedBy).isEqualTo("sven");

        given().get(LIST + "&state=closed&owner=sven")
                .then()
                .body(containsString(page), containsString("Solved"), containsString("50.0%"));
        given().get(LIST + "&owner=-")
                .then()
                .body(not(containsString(page + "?")), containsString("/follow-ups/" + id(2)));
        String csv = given().get("/follow-up.csv?from=2003-06-01&to=2003-06-30&state=closed")
                .asString();
        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv).contains("closed,sven,2003-06-07,solved,Called <twice>,0,1,4,");

        Forms.send(page, page + "/reopening", Map.of()).statusCode(303);
        assertThat(stored().state).isEqualTo("contacted");
        assertThat(stored().outcome).isNull();
        assertThat(audited()).contains("follow-up closed low/1: ⟦outcome_solved⟧", "follow-up opened again low/1");
    }

    @Test
    void thePageFindsBackToTheSliceOneCameFrom() throws SQLException {
        String page = "/follow-ups/" + id(1) + "?from=2003-06-01&to=2003-06-30";
        given().get(page).then().body(containsString("href=\"/follow-up?from=2003-06-01&amp;to=2003-06-30\""));
        Forms.send(page, page.replace("?", "/owner?"), Map.of("owner", "eva"))
                .statusCode(303)
                .header("Location", containsString(page));
    }

    @Test
    void refusesWhatCannotBe() throws SQLException {
        String page = "/follow-ups/" + id(1);
        Forms.sendByHtmx(page, page + "/contact", Map.of("day", "2003-06-05"))
                .statusCode(422)
                .body(containsString("between the answer and today"));
        Forms.send(
                        page,
                        page + "/contact",
                        Map.of("day", LocalDate.now().plusDays(2).toString()))
                .statusCode(422);
        Forms.send(page, page + "/closure", Map.of("outcome", "forgotten")).statusCode(422);
        Forms.send(page, page + "/owner", Map.of("owner", "x".repeat(81))).statusCode(422);
        Forms.send(page, "/follow-ups/999999999/owner", Map.of("owner", "eva")).statusCode(404);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("owner", "eva")
                .post(page + "/owner")
                .then()
                .statusCode(400);
        assertThat(QuarkusTransaction.requiringNew().call(() -> FollowUp.of("low/1")))
                .isEmpty();
    }

    @Test
    @TestSecurity(user = "till", roles = Role.INGEST)
    void isNotForKeysThatSendFacts() throws SQLException {
        given().get(LIST).then().statusCode(403);
        given().get("/follow-ups/" + id(1)).then().statusCode(403);
        given().get("/follow-up.csv").then().statusCode(403);
        given().get("/comments").then().statusCode(403);
    }

    private static FollowUp stored() {
        return QuarkusTransaction.requiringNew().call(() -> FollowUp.of("low/1").orElseThrow());
    }

    private long id(int number) throws SQLException {
        return Long.parseLong(one("select id from response where key = 'low/" + number + "'"));
    }

    private String audited() throws SQLException {
        return one("select string_agg(action || ' ' || detail, '; ') from audit_entry where action like 'follow-up%'");
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
