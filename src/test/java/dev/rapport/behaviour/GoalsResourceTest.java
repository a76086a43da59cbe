package dev.rapport.behaviour;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class GoalsResourceTest {
    private static final String PAGE = "/settings/goals";

    @Test
    void addsChangesAndRemovesAGoal() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Brochure <b>", "kind", "event", "value", "brochure"))
                .statusCode(200)
                .body(containsString("Brochure &lt;b&gt;"));
        int id = goal("brochure-b").orElseThrow().id;

        Forms.send(PAGE + "/" + id, PAGE + "/" + id, Map.of("name", "Brochure", "kind", "page", "value", "/brochure*"))
                .statusCode(303);
        Goal changed = goal("brochure-b").orElseThrow();
        assertThat(changed.eventName).isNull();
        assertThat(changed.pagePattern).isEqualTo("/brochure*");

        Forms.send(PAGE, PAGE + "/" + id + "/default", Map.of()).statusCode(303);
        assertThat(QuarkusTransaction.requiringNew().call(Settings::current).defaultGoalId)
                .isEqualTo(id);

        Forms.sendByHtmx(PAGE, PAGE + "/" + id + "/removal", Map.of())
                .statusCode(200)
                .body(containsString("is removed"));
        assertThat(goal("brochure-b")).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(Settings::current).defaultGoalId)
                .isNull();
        given().get("/settings").then().body(containsString("goal removed"), containsString("Brochure (/brochure*)"));
    }

    @Test
    void refusesAGoalWithoutNameOrWithAPathThatIsNone() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", " ", "kind", "page", "value", "pricing"))
                .statusCode(422)
                .body(not(containsString("<html")))
                .body(containsString("Give the goal a name"), containsString("begins with / or *"));
    }

    @Test
    void countsWhatItWouldMatch() {
        given().header("HX-Request", "true")
                .get(PAGE + "/matches?kind=event&value=never_happens")
                .then()
                .statusCode(200)
                .body(containsString("Happened 0 times"));
    }

    @Test
    void aGoalThatIsNotThereIsNotFound() {
        given().get(PAGE + "/999999").then().statusCode(404);
        Forms.send(PAGE, PAGE + "/999999/removal", Map.of()).statusCode(404);
    }

    @Test
    @TestSecurity(user = "sam", roles = Role.SUPPORT)
    void isForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
    }

    private static Optional<Goal> goal(String key) {
        return QuarkusTransaction.requiringNew().call(() -> Goal.withKey(key));
    }
}
