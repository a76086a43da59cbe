package dev.rapport.dashboard.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.db.JdbiSetup;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "gil", roles = Role.MARKETING)
class GuideResourceTest {
    private static final String LIST = "/my-metrics";
    private static final String MISTAKES = "/guide/mistakes";

    @Inject
    DataSource database;

    @AfterEach
    void forget() {
        run("delete from own_metric where person in ('gil', 'eve')");
        run("delete from target where created_by = 'gil'");
    }

    @Test
    void theGuideEndsInAListOfOnesOwn() {
        given().get("/guide?aim=keep")
                .then()
                .statusCode(200)
                .body(
                        containsString("1. Say what you want to reach"),
                        containsString("7. Set a target and a day to review it"),
                        containsString("aria-current=\"true\">Lose fewer customers"),
                        containsString("Churn rate"),
                        not(containsString("NOT_FOUND")));
        given().get(LIST).then().statusCode(200).body(containsString("You have not chosen any metrics yet"));

        Forms.send("/targets", LIST, Map.of("metric", List.of("churn_rate", "nps")))
                .statusCode(303);
        given().get(LIST)
                .then()
                .body(containsString("href=\"/metrics/churn_rate"), containsString("Net promoter score"));
        given().get(LIST + "/figures.csv")
                .then()
                .statusCode(200)
                .body(
                        containsString("metric,value,n,compared_value,change\r\n"),
                        containsString("\r\nnps,"),
                        containsString("churn_rate,"));
        Forms.send(LIST, LIST + "/nps/removal", Map.of()).statusCode(303);
        given().get(LIST).then().body(not(containsString("Net promoter score")));
    }

    @Test
    void aMetricThatIsNoMoreIsSaid() {
        run("insert into own_metric (person, metric) values ('gil', 'fax_rate'), ('eve', 'csat')");
        given().get(LIST)
                .then()
                .statusCode(200)
                .body(
                        containsString("fax_rate"),
                        containsString("no longer measured"),
                        not(containsString("Customer satisfaction")));
        given().get(MISTAKES).then().statusCode(200);
        given().get(LIST + "/figures.csv").then().statusCode(200).body(not(containsString("fax_rate")));
        Forms.send(LIST, LIST + "/fax_rate/removal", Map.of()).statusCode(303);
        given().get(LIST).then().body(not(containsString("fax_rate")));
    }

    @Test
    void nonsenseIsRefused() {
        Forms.send("/targets", LIST, Map.of("metric", "fax_rate"))
                .statusCode(422)
                .body(containsString("Choose at least one metric"));
        Forms.send("/targets", LIST, Map.of()).statusCode(422);
        given().get("/guide?aim=fame").then().statusCode(400);
        given().get("/guide?aim=keep&aim=sell").then().statusCode(400);
    }

    @Test
    void mistakesAreShownOnOnesOwnData() {
        String before = given().get(MISTAKES).then().statusCode(200).extract().asString();
        assertThat(before)
                .contains("1. Following figures that only grow", "10. Seeing one channel for the whole")
                .doesNotContain("NOT_FOUND");
        run("""
                insert into target (metric, from_day, bound, value, created_by, created_at)
                values ('csat', '2020-01-01', 'at-least', 80, 'gil', now() - interval '91 days'),
                       ('nps', '2020-01-01', 'at-least', 30, 'gil', now() - interval '10 days');
                insert into own_metric (person, metric)
                select 'gil', metric from unnest(array['sessions', 'page_views', 'orders', 'aov', 'revenue', 'nps', 'csat', 'ces',
                                                       'backlog', 'reopened']) as metric;
                """);
        given().get(MISTAKES)
                .then()
                .body(
                        containsString("Nobody has looked at 1 target for a quarter."),
                        containsString("Your list has 10 metrics."),
                        containsString("Sessions on your list has neither a target nor a benchmark."));
        given().get(MISTAKES + ".csv")
                .then()
                .statusCode(200)
                .body(
                        containsString("mistake,title,instead,shown\r\nvanity,1. Following figures that only grow,"),
                        containsString("Nobody has looked at 1 target for a quarter."));
    }

    @Test
    void aTargetIsReviewedFromADayToTheNext() {
        run("""
                insert into target (metric, from_day, bound, value, created_by, created_at, review_on)
                values ('csat', '2020-01-01', 'at-least', 80, 'gil', '2020-01-05T12:00Z', '2020-04-01')
                """);
        int id = id();
        String page = "/targets/" + id + "/review";
        given().get("/targets").then().body(containsString(page), containsString("due"));
        given().get(page)
                .then()
                .statusCode(200)
                .body(
                        containsString("when it was set"),
                        containsString("80.0%"),
                        containsString("Customer satisfaction"),
                        not(containsString("NOT_FOUND")));
        Forms.send(page, page, Map.of("next", "2020-05-01"))
                .statusCode(422)
                .body(containsString("Give a day from today on."));
        Forms.send(page, page, Map.of("next", "soon")).statusCode(422);
        Forms.send(page, page, Map.of("next", LocalDate.now().plusDays(40).toString()))
                .statusCode(303);
        given().get(page).then().body(containsString("when somebody last looked at it"));
        given().get("/targets/999999999/review").then().statusCode(404);
        run("update target set metric = 'fax_rate', segment_group = 'plan', segment_value = 'x' where id = " + id);
        given().get(page).then().statusCode(200).body(containsString("no longer measured"));
    }

    @Test
    void aReviewInThePastIsRefusedWithTheTarget() {
        Map<String, String> fields =
                Map.of("metric", "csat", "value", "80", "from", "2026-01-01", "review", "2020-01-01");
        Forms.send("/targets", "/targets", fields)
                .statusCode(422)
                .body(containsString("The day of the review is over."));
    }

    private int id() {
        return JdbiSetup.of(database)
                .withHandle(handle -> handle.select("select id from target where created_by = 'gil'")
                        .mapTo(Integer.class)
                        .one());
    }

    private void run(String sql) {
        JdbiSetup.of(database).useHandle(handle -> handle.execute(sql));
    }
}
