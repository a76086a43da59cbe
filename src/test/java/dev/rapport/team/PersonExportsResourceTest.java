package dev.rapport.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who took which rows of persons, in the audit trail. */
@QuarkusTest
class PersonExportsResourceTest {
    @Inject
    Jdbi jdbi;

    @Test
    @TestSecurity(user = "exporting-samir", roles = Role.SUPPORT)
    void whoTookWhatAndHowManyIsKeptAndNothingOfIt() throws InterruptedException {
        String file = given().get("/customers/list.csv?q=Secret%0d%0aName&period=last-7-days")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        long rows = file.lines().count() - 1;

        assertThat(noted("exporting-samir"))
                .containsExactly("/customers/list.csv?q=…&period=last-7-days: " + rows + " rows");
    }

    @Test
    void keysAreKeptByTheirNumber() throws InterruptedException {
        ApiKey.Created key = QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.create("exporting", Role.READ_IDS, "test", Instant.now()));
        for (int i = 0; i < 20; i++) {
            given().header("Authorization", "Bearer " + key.secret())
                    .get("/customers/list.csv?period=last-7-days")
                    .then()
                    .statusCode(200);
            given().header("Authorization", "Bearer " + key.secret())
                    .get("/follow-up.json?period=last-7-days")
                    .then()
                    .statusCode(200);
        }

        // Once a minute each; the others are told together, later.
        assertThat(noted("key " + key.key().id)).hasSize(2);
    }

    @Test
    @TestSecurity(user = "refused-samir", roles = Role.SUPPORT)
    void whatWasNotGivenIsNoExport() throws InterruptedException {
        given().get("/customers/list.csv?period=never").then().statusCode(400);
        given().get("/metrics/none/rows.csv").then().statusCode(404);
        given().get("/metrics/csat.csv").then().statusCode(200);

        assertThat(noted("refused-samir")).isEmpty();
    }

    private List<String> noted(String who) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(2));
        List<String> noted = List.of();
        while (noted.size() < 2 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            noted = jdbi.withHandle(handle -> handle.select(
                            "select detail from audit_entry where security and action = 'persons exported' and who = ?"
                                    + " order by id",
                            who)
                    .mapTo(String.class)
                    .list());
        }
        return noted;
    }
}
