package dev.rapport.dashboard.metric;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSecurity(user = "maria", roles = "marketing")
class WhatIfResourceTest {
    private static final String PAGE = "/metrics/churn_rate/what-if";

    @Test
    void standsOnThePageOfChurnAlone() {
        given().get("/metrics/churn_rate?channel=email")
                .then()
                .statusCode(200)
                .body(containsString("hx-get=\"" + PAGE + "?channel=email\""));
        given().get("/metrics/retention_rate").then().statusCode(200).body(not(containsString("/what-if")));
    }

    @Test
    void isAPageAPartOfOneAndAFile() {
        given().get(PAGE + "?points=2.5&channel=email")
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"2.5\""),
                        containsString("name=\"channel\" value=\"email\""),
                        containsString(PAGE + ".csv?channel=email&amp;points=2.5"),
                        not(containsString("NOT_FOUND")));
        given().header("HX-Request", "true")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("id=\"what-if\""), not(containsString("<html")));
        given().get(PAGE + ".csv?points=2.5")
                .then()
                .statusCode(200)
                .body(containsString("channel,customers,churn,churn_then,lost,lost_then,revenue,less,less_then"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "abc", "1,5", "1e1", "0.001", "1&points=2"})
    void refusesWhatIsNoGrowth(String points) {
        for (String page : new String[] {PAGE, PAGE + ".csv"}) {
            given().urlEncodingEnabled(false)
                    .get(page + "?points=" + points)
                    .then()
                    .statusCode(400)
                    .body(containsString("points"));
        }
    }
}
