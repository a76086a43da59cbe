package dev.rapport.team;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferencesResourceTest {
    private static final String HERE = "/preferences";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void theStyleOfCsvIsKeptForThePerson() {
        save("semicolon").then().statusCode(303).cookie("csv", "semicolon");
        given().cookie("csv", "semicolon")
                .get(HERE)
                .then()
                .statusCode(200)
                .body(containsString("<option value=\"semicolon\" selected>"));
        given().cookie("csv", "nonsense").get(HERE).then().body(containsString("<option value=\"comma\" selected>"));
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void nonsenseIsRefused() {
        save("tab").then().statusCode(422).body(containsString("Choose one of the two."));
        save("").then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void everyFileIsWrittenInIt() {
        given().cookie("csv", "semicolon")
                .get("/metrics/revenue.csv")
                .then()
                .statusCode(200)
                .body(containsString("value;numerator;denominator;n;low;high"));
        given().get("/catalogue.csv?csv=semicolon").then().statusCode(200).body(containsString(";"));
        for (String file : new String[] {"/metrics/revenue.csv", "/targets.csv", "/metrics/revenue/rows.csv"}) {
            given().get(file + "?csv=semikolon")
                    .then()
                    .statusCode(400)
                    .body("status", equalTo(400))
                    .body(containsString("csv"));
            given().get(file + "?csv=comma&csv=semicolon").then().statusCode(400);
        }
    }

    private static Response save(String csv) {
        Response form = given().get(HERE);
        Matcher token = TOKEN.matcher(form.asString());
        if (!token.find()) {
            throw new AssertionError("no token");
        }
        return given().redirects()
                .follow(false)
                .cookies(form.cookies())
                .formParam("csrf-token", token.group(1))
                .formParam("csv", csv)
                .post(HERE);
    }
}
