package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is answered when there is no answer, and the headers on everything. */
@QuarkusTest
class ErrorsResourceTest {

    @Test
    void unknownAddressesGetAPageOrJson() {
        person().get("/no-such-page").then().statusCode(404).body(containsString("There is nothing here"));
        given().get("/no-such-page")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("error", equalTo("There is nothing here"));
    }

    @Test
    @TestSecurity(user = "key", roles = "read")
    void afterAFailureNothingOfItIsShown() {
        person().get("/test-scopes/broken")
                .then()
                .statusCode(500)
                .body(containsString("Something went wrong on our side"))
                .body(not(containsString("secret detail")))
                .body(not(containsString("Exception")));
    }

    @Test
    @TestSecurity(user = "key", roles = "read")
    void whatTakesTooLongSaysWhatToDo() {
        person().get("/test-scopes/slow")
                .then()
                .statusCode(504)
                .body(containsString("That took too long"))
                .body(containsString("shorter period"))
                .body(not(containsString("canceling statement")));
        given().get("/test-scopes/slow").then().statusCode(504).body("error", equalTo("That took too long"));
    }

    @Test
    @TestSecurity(user = "key", roles = "read")
    void whenTooMuchIsAskedSomeAreTurnedAway() {
        person().get("/test-scopes/busy")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body(containsString("More is being asked just now"));
    }

    @Test
    @TestSecurity(user = "key", roles = "read")
    void aBadParameterIsNamed() {
        person().get("/test-scopes/bad")
                .then()
                .statusCode(400)
                .body(containsString("period: has no such value"))
                .contentType("text/html");
    }

    @Test
    @TestSecurity(user = "key", roles = "read")
    void aWrongVerbIs405() {
        person().delete("/test-scopes/read").then().statusCode(405).body(containsString("does not work that way"));
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void anotherSitesFormIsRefused() {
        person().header("Sec-Fetch-Site", "cross-site")
                .formParam("name", "x")
                .post("/settings/api-keys")
                .then()
                .statusCode(403);
        person().header("Origin", "https://evil.example")
                .formParam("name", "x")
                .post("/settings/api-keys")
                .then()
                .statusCode(403);
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (String path : List.of("/", "/signed-out", "/no-such-page", "/settings/api-keys", "/favicon.svg")) {
            Response answer = person().redirects().follow(false).get(path);
            String policy = answer.header("Content-Security-Policy");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        }
    }

    @Test
    void whatPeopleSeeIsNotStored() {
        person().get("/signed-out").then().header("Cache-Control", "no-store");
    }

    private static RequestSpecification person() {
        return given().header("Accept", "text/html");
    }
}
