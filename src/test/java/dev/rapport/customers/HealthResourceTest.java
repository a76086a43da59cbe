package dev.rapport.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class HealthResourceTest {
    private static final String PAGE = "/settings/health";

    @AfterEach
    void reset() {
        QuarkusTransaction.requiringNew().run(() -> {
            HealthWeights.delete("segmentGroup is not null");
            HealthWeights general = general();
            general.recency = 25;
            general.frequency = 20;
        });
    }

    @Test
    void weightsCanBeChangedForEverybodyAndForASegment() {
        given().get(PAGE).then().body(containsString("Everybody else"), containsString("value=\"25\""));
        String own = PAGE + "/" + QuarkusTransaction.requiringNew().call(() -> general().id);
        Forms.sendByHtmx(PAGE, own, weights(Map.of("recency", "40"))).statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> general().recency))
                .isEqualTo(40);

        Forms.send(PAGE, PAGE, Map.of("segment", "plan:none")).statusCode(303);
        Forms.send(PAGE, PAGE, Map.of("segment", "plan:none")).statusCode(422);
        HealthWeights segment = QuarkusTransaction.requiringNew()
                .call(() -> HealthWeights.<HealthWeights>find("segmentGroup", "plan")
                        .firstResult());
        assertThat(segment.recency).isEqualTo(40);
        Forms.send(PAGE, PAGE + "/" + segment.id + "/removal", Map.of()).statusCode(303);
        Forms.send(PAGE, own + "/removal", Map.of()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "101", "1.5", "many"})
    void refusesWhatIsNoWeight(String weight) {
        String own = PAGE + "/" + QuarkusTransaction.requiringNew().call(() -> general().id);
        Forms.sendByHtmx(PAGE, own, weights(Map.of("frequency", weight)))
                .statusCode(422)
                .body(containsString("whole numbers from 0 to 100"));
        Forms.send(PAGE, PAGE, Map.of("segment", "plan:pigeon"))
                .statusCode(422)
                .body(containsString("Choose a segment of the list"));
    }

    @Test
    void notEverythingCanWeighNothing() {
        String own = PAGE + "/" + QuarkusTransaction.requiringNew().call(() -> general().id);
        Map<String, String> zeros = new HashMap<>();
        for (String part : List.of("recency", "frequency", "breadth", "survey", "tickets", "payment")) {
            zeros.put(part, "0");
        }
        Forms.send(PAGE, own, zeros).statusCode(422);
    }

    @Test
    @TestSecurity(
            user = "maria",
            roles = {Role.MARKETING, Role.SUPPORT})
    void onlyAdministratorsWeigh() {
        given().get(PAGE).then().statusCode(403);
    }

    @Test
    void theMetricsPageSaysHowItIsCounted() {
        given().get("/metrics/health_score?from=2002-01-01&to=2002-01-31")
                .then()
                .statusCode(200)
                .body(containsString("an unknown part is left out"), not(containsString("note:message")));
    }

    private static Map<String, String> weights(Map<String, String> changed) {
        Map<String, String> weights = new HashMap<>(Map.of(
                "recency", "25", "frequency", "20", "breadth", "15", "survey", "15", "tickets", "10", "payment", "15"));
        weights.putAll(changed);
        return weights;
    }

    private static HealthWeights general() {
        return HealthWeights.<HealthWeights>find("segmentGroup is null").firstResult();
    }
}
