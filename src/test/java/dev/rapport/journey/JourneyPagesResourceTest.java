package dev.rapport.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class JourneyPagesResourceTest {
    private static final String PAGE = "/settings/journey";

    @Test
    void thePageAndItsFilesAnswerAlsoWithoutData() {
        String empty = "?from=2001-01-01&to=2001-01-31";
        given().get("/journey" + empty)
                .then()
                .statusCode(200)
                .body(containsString("First and last touch"), containsString("No data"));
        given().header("HX-Request", "true")
                .get("/journey" + empty)
                .then()
                .statusCode(200)
                .body(not(containsString("<html")));
        given().get("/journey.csv" + empty).then().statusCode(200).body(containsString("step,name,people,"));
        given().get("/journey.csv" + empty + "&by=channel")
                .then()
                .statusCode(200)
                .body(containsString("channel,step,"));
        given().get("/journey.csv" + empty + "&by=weather").then().statusCode(400);
        given().get("/journey.json" + empty).then().statusCode(200).body(startsWith("{"));
        given().get("/journey/touches.csv" + empty).then().statusCode(200);
        given().get("/journey/drop-offs.csv" + empty + "&step=1").then().statusCode(200);
        given().get("/journey/drop-offs" + empty + "&step=1").then().statusCode(200);
        given().get("/journey/drop-offs" + empty + "&step=0").then().statusCode(400);
    }

    @Test
    void theProductHasAPageWithAdoption() {
        given().get("/product").then().statusCode(200).body(containsString("how new customers settle in"));
        given().get("/campaigns/goals").then().statusCode(200).body(containsString("Goals by campaign"));
        given().get("/campaigns/goals.csv")
                .then()
                .statusCode(200)
                .body(containsString("campaign,goal,conversion_rate"));
        given().get("/metrics/bounce_rate/parts/landing-page").then().statusCode(200);
        given().get("/metrics/conversion_rate/parts/goal").then().statusCode(200);
        given().get("/product/adoption").then().statusCode(200).body(containsString("Adoption"));
        given().get("/product/adoption.csv").then().statusCode(200).body(containsString("feature,released,week"));
        given().get("/metrics/feature_usage/parts/feature").then().statusCode(200);
        given().get("/metrics/exit_rate/parts/page-path").then().statusCode(200);
        given().get("/metrics/journey_conversion").then().statusCode(200);
    }

    @Test
    void stepsAreAddedMovedChangedAndRemoved() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Prices <b>", "kind", "page", "pattern", "/pricing*"))
                .statusCode(200)
                .body(containsString("Prices &lt;b&gt;"));
        int id = step("Prices <b>").id;
        assertThat(names()).endsWith("Prices <b>");

        Forms.sendByHtmx(PAGE, PAGE + "/" + id + "/earlier", Map.of()).statusCode(200);
        assertThat(names().get(names().size() - 2)).isEqualTo("Prices <b>");

        Forms.send(PAGE + "/" + id, PAGE + "/" + id, Map.of("name", "Order", "kind", "order", "pattern", "left over"))
                .statusCode(303);
        assertThat(step("Order").pattern).isNull();

        Forms.sendByHtmx(PAGE, PAGE + "/" + id + "/removal", Map.of()).statusCode(200);
        assertThat(names()).doesNotContain("Order");
    }

    @Test
    void badStepsAndWindowsAreRefused() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", " ", "kind", "page", "pattern", "pricing"))
                .statusCode(422)
                .body(containsString("Give the step a name"), containsString("begins with / or *"));
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "X", "kind", "dream")).statusCode(422);
        Forms.sendByHtmx(PAGE, PAGE + "/window", Map.of("days", "0")).statusCode(422);
        Forms.sendByHtmx(PAGE, PAGE + "/window", Map.of("days", "14")).statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(Settings::current).journeyWindowDays)
                .isEqualTo(14);
        Forms.sendByHtmx(PAGE, PAGE + "/window", Map.of("days", "30")).statusCode(200);
    }

    @Test
    void featuresAndTheFirstWeekAreDescribedInTheSettings() {
        String page = "/settings/features";
        Forms.sendByHtmx(page, page, Map.of("name", "Labels", "event", "label_printed", "released", "2026-02-30"))
                .statusCode(422);
        Forms.sendByHtmx(page, page, Map.of("name", "Labels", "event", "label_printed", "released", "2026-02-03"))
                .statusCode(200)
                .body(containsString("label_printed"));
        Forms.sendByHtmx(page, page, Map.of("name", "Again", "event", "label_printed"))
                .statusCode(422);
        Forms.sendByHtmx(page, page + "/first-week", Map.of("signUp", "", "keyEvent", "work", "days", "8"))
                .statusCode(422);
        Forms.sendByHtmx(page, page + "/first-week", Map.of("signUp", "sign_up", "keyEvent", "", "days", "2"))
                .statusCode(200);
    }

    @Test
    @TestSecurity(user = "sam", roles = Role.SUPPORT)
    void settingsAreForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
        given().get("/settings/features").then().statusCode(403);
        given().get("/journey").then().statusCode(200);
    }

    private static List<String> names() {
        return QuarkusTransaction.requiringNew().call(JourneyStep::inOrder).stream()
                .map(step -> step.name)
                .toList();
    }

    private static JourneyStep step(String name) {
        return QuarkusTransaction.requiringNew().call(JourneyStep::inOrder).stream()
                .filter(step -> step.name.equals(name))
                .findFirst()
                .orElseThrow();
    }
}
