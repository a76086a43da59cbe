package dev.rapport.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class RatesResourceTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    @Inject
    AgroalDataSource database;

    @AfterEach
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from exchange_rate");
            statement.execute("update settings set revenue_with_shipping = false, revenue_with_tax = false");
        }
    }

    @Test
    void aRateIsKeptAndShownAndTakesThePlaceOfTheOneOfItsDay() throws SQLException {
        assertThat(add("2026-03-02", "usd", "0.92").statusCode()).isEqualTo(303);
        assertThat(rates()).isEqualTo("2026-03-02 USD 0.92");

        assertThat(add("2026-03-02", "USD", "0,915").statusCode()).isEqualTo(303);

        assertThat(rates()).isEqualTo("2026-03-02 USD 0.915");
        page().then().body(containsString("/settings/rates/USD/2026-03-02/removal"));
    }

    @Test
    void whatIsNoRateComesBackWithWhatWasTyped() throws SQLException {
        for (String[] bad : new String[][] {
            {"2026-02-30", "USD", "1"},
            {"yesterday", "USD", "1"},
            {"2026-03-02", "DOLLARS", "1"},
            {"2026-03-02", "EUR", "1"},
            {"2026-03-02", "USD", "0"},
            {"2026-03-02", "USD", "-1"},
            {"2026-03-02", "USD", "1e12"},
            {"2026-03-02", "USD", "0.0000000000001"},
            {"2026-03-02", "USD", "much"}
        }) {
            add(bad[0], bad[1], bad[2])
                    .then()
                    .statusCode(422)
                    .body(containsString("aria-invalid=\"true\""))
                    .body(containsString("value=\"" + bad[1] + "\""));
        }
        add("", "", "").then().statusCode(422).body(containsString("aria-invalid=\"true\""));
        assertThat(rates()).isEmpty();
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() throws SQLException {
        file("rate;currency;date\n1.08;USD;2026-03-02\n0,95;CHF;2026-03-03\n")
                .then()
                .statusCode(303);
        assertThat(rates()).isEqualTo("2026-03-02 USD 1.08, 2026-03-03 CHF 0.95");

        file("date,currency,rate\n2026-04-01,USD,1.09\n2026-04-02,XXL,1\n")
                .then()
                .statusCode(422)
                .body(containsString("XXL"));
        file("").then().statusCode(422);
        file("date,currency,rate\n\"2026-04-01,USD,1.09\n").then().statusCode(422);

        assertThat(rates()).isEqualTo("2026-03-02 USD 1.08, 2026-03-03 CHF 0.95");
    }

    @Test
    void aRateIsRemovedOnce() throws SQLException {
        add("2026-03-02", "USD", "0.92");

        send(Map.of()).post("/settings/rates/USD/2026-03-02/removal").then().statusCode(303);
        assertThat(rates()).isEmpty();

        send(Map.of()).post("/settings/rates/USD/2026-03-02/removal").then().statusCode(404);
        send(Map.of()).post("/settings/rates/USD/never/removal").then().statusCode(404);
    }

    @Test
    void revenueCountsShippingAndTaxAsTheSettingsSay() throws SQLException {
        send(Map.of("shipping", "on")).post("/settings/rates/revenue").then().statusCode(303);
        assertThat(read("select revenue_with_shipping || ' ' || revenue_with_tax from settings"))
                .isEqualTo("true false");

        send(Map.of("tax", "on")).post("/settings/rates/revenue").then().statusCode(303);
        assertThat(read("select revenue_with_shipping || ' ' || revenue_with_tax from settings"))
                .isEqualTo("false true");
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void onlyAdministratorsSetRates() {
        given().get("/settings/rates").then().statusCode(403).body(not(containsString("csrf-token\" value")));
    }

    private static Response page() {
        return given().get("/settings/rates");
    }

    private static Response add(String day, String currency, String rate) {
        return send(Map.of("day", day, "currency", currency, "rate", rate)).post("/settings/rates");
    }

    private static Response file(String text) {
        Response form = page();
        return with(form)
                .multiPart("csrf-token", token(form))
                .multiPart("file", "rates.csv", text.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/settings/rates/file");
    }

    /** With the token of the form, as a browser sends it. */
    private static RequestSpecification send(Map<String, String> fields) {
        Response form = page();
        return with(form).formParams(fields).formParam("csrf-token", token(form));
    }

    /** Whose answers are not followed. */
    private static RequestSpecification with(Response form) {
        return given().redirects().follow(false).cookies(form.cookies());
    }

    private static String token(Response form) {
        Matcher token = TOKEN.matcher(form.asString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private String rates() throws SQLException {
        return read("""
                select coalesce(string_agg(day || ' ' || currency || ' ' || trim_scale(rate), ', ' order by day), '')
                from exchange_rate
                """);
    }

    private String read(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
