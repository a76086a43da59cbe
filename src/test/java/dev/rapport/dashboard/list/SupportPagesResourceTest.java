package dev.rapport.dashboard.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments and the load of support, in a time in which no other test does anything. */
@QuarkusTest
@TestSecurity(user = "maria", roles = Role.MARKETING)
class SupportPagesResourceTest {
    private static final String JULY = "from=2003-07-01&to=2003-07-31";

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        execute("""
                insert into survey (key, name, kind, scale_min, scale_max) values ('july', 'July', 'nps', 0, 10);
                insert into response (key, survey_id, channel_id, at, score, comment, content)
                select 'july-' || n, survey.id, channel.id, '2003-07-05T10:00Z'::timestamptz + n * interval '1 minute',
                       case when n > 1 then n % 11 end, case n when 7 then 'Slow <refund>' else 'Comment ' || n end,
                       gen_random_uuid()
                from generate_series(1, 60) as n, survey, channel where survey.key = 'july' and channel.key = 'chat';
                insert into ticket (key, channel_id, created_at, content)
                select 'july-t', id, '2003-07-05T10:00Z', gen_random_uuid() from channel where key = 'chat'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("""
                delete from response where key like 'july-%';
                delete from survey where key = 'july';
                delete from ticket where key = 'july-t'
                """);
    }

    @Test
    void commentsAreReadAPageAtATimeAndSearched() {
        given().get("/comments?" + JULY)
                .then()
                .statusCode(200)
                .body(containsString("1–50 of 60"), containsString("Comment 60"), not(containsString("Comment 9<")));
        given().get("/comments?" + JULY + "&page=2").then().body(containsString("51–60 of 60"));
        given().get("/comments?" + JULY + "&q=refu")
                .then()
                .body(containsString("1–1 of 1"), containsString("Slow &lt;refund&gt;"));
        given().get("/comments?" + JULY + "&tone=none").then().body(containsString("1–1 of 1"));
        given().header("HX-Request", "true")
                .get("/comments?" + JULY + "&tone=bad&q=nothing")
                .then()
                .statusCode(200)
                .body(containsString("No comments here"), not(containsString("<html")));
        given().get("/comments?" + JULY + "&tone=angry").then().statusCode(400);
        String csv = given().get("/comments.csv?" + JULY + "&q=comment").asString();
        assertThat(csv.split("\r\n")).hasSize(60);
    }

    @Test
    void loadIsShownByChannelAndCampaign() {
        for (String by : new String[] {"channel", "campaign"}) {
            given().get("/support/load?" + JULY + "&source=" + by)
                    .then()
                    .statusCode(200)
                    .body(containsString("Not known"), containsString("Set what a ticket costs"));
            String csv = given().get("/support/load.csv?" + JULY + "&source=" + by)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv).contains(",unknown,1,0,,");
        }
        given().get("/support/load?source=weather").then().statusCode(400);
        given().get("/support?" + JULY).then().statusCode(200);
        given().get("/metrics/contact_repeat_rate?" + JULY).then().statusCode(200);
        given().get("/metrics/review_count?" + JULY).then().statusCode(200);
        given().get("/metrics/tickets_per_100_customers?" + JULY)
                .then()
                .statusCode(200)
                .body(containsString("Tickets per 100 customers"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
