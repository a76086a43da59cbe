package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthEndpointResourceTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void readyWhenTheDatabaseAnswers() {
        given().get(management.resolve("health/ready")).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void liveWithoutAskingTheDatabase() {
        given().get(management.resolve("health/live")).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsAreThere() {
        given().get(management.resolve("metrics")).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    /** What a proxy passes on has neither. */
    @Test
    void neitherIsOnThePortOfPages() {
        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics", "/q"}) {
            given().redirects().follow(false).get(path).then().statusCode(404);
        }
    }
}
