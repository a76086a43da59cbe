package dev.rapport.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has what they would get is told so, before it is worked out; and nobody is told so of another's. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.MethodName.class)
class RevalidationResourceTest {
    private static final String OVERVIEW = "/overview?from=2020-01-01&to=2020-01-31";

    /** Tags that an admin got, for others to come with. */
    private static final Map<String, String> OF_AN_ADMIN = new ConcurrentHashMap<>();

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    @ValueSource(
            strings = {
                OVERVIEW,
                "/metrics/csat?from=2020-01-01&to=2020-01-31",
                "/metrics/ticket_volume/rows?from=2020-01-01&to=2020-01-31",
                "/metrics/csat.csv?from=2020-01-01&to=2020-01-31",
                "/metrics/csat.json?from=2020-01-01&to=2020-01-31",
                "/metrics/ticket_volume/rows.csv?from=2020-01-01&to=2020-01-31",
                "/cohorts?from=2020-01-01&to=2020-01-31",
                "/cohorts.csv?from=2020-01-01&to=2020-01-31",
                "/catalogue",
            })
    void asksNothingOfTheDatabaseForWhoHasIt(String address) throws SQLException {
        String form = form();
        boolean unchanged = false;
        // The minute may turn between the two.
        for (int i = 0; i < 3 && !unchanged; i++) {
            Response first = person(form).get(address);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(String.join(", ", first.headers().getValues("Vary")))
                    .contains("HX-Request", "Cookie", "Accept-Language");
            OF_AN_ADMIN.put(address, first.header("ETag"));
            double before = asked();
            Response second =
                    person(form).header("If-None-Match", first.header("ETag")).get(address);
            unchanged = second.statusCode() == 304;
            if (unchanged) {
                assertThat(asked()).isEqualTo(before);
                assertThat(second.body().asString()).isEmpty();
                assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
                assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
            }
        }
        assertThat(unchanged).isTrue();
        execute("update settings set updated_at = now()");
        person(form)
                .header("If-None-Match", OF_AN_ADMIN.get(address))
                .get(address)
                .then()
                .statusCode(200);
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void someoneElseIsNotServedIt() {
        OF_AN_ADMIN.forEach((address, tag) -> {
            Response answer = person(form()).header("If-None-Match", tag).get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body().asString()).as(address).doesNotContain("/settings\"");
        });
    }

    @Test
    @TestSecurity(user = "kim", roles = Role.INGEST)
    void theRoleIsAskedFirst() {
        OF_AN_ADMIN.forEach((address, tag) ->
                given().header("If-None-Match", tag).get(address).then().statusCode(403));
        given().header("If-None-Match", "*").get(OVERVIEW).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void eachFormOfAPageHasItsOwnTag() {
        String form = form();
        List<Map<String, String>> forms = List.of(
                Map.of(),
                Map.of("HX-Request", "true"),
                Map.of("HX-Request", "true", "HX-History-Restore-Request", "true"),
                Map.of("Accept-Language", "en-US"));
        List<String> tags = new ArrayList<>();
        forms.forEach(
                headers -> tags.add(person(form).headers(headers).get(OVERVIEW).header("ETag")));
        tags.add(person(form).cookie("theme", "dark").get(OVERVIEW).header("ETag"));
        assertThat(tags).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void aPageThatIsTheOnlyOneOfItsKindHasNone() {
        assertThat(given().header("Accept", "text/html").get(OVERVIEW).header("ETag"))
                .isNull();
        Response flashed =
                given().cookie("rapport-form", form()).cookie("flash", "Saved").get(OVERVIEW);
        assertThat(flashed.header("ETag")).isNull();
        assertThat(flashed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().get(OVERVIEW + "&grain=minute").header("ETag")).isNull();
    }

    private static RequestSpecification person(String form) {
        return given().header("Accept", "text/html, */*").cookie("rapport-form", form);
    }

    /** The token that a first page sets. */
    private static String form() {
        return given().header("Accept", "text/html").get("/catalogue").cookie("rapport-form");
    }

    private double asked() {
        return meters.find("cache.gets").tag("cache", "answers").functionCounters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
