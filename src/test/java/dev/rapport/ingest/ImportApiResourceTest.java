package dev.rapport.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.MappingJson;
import dev.rapport.team.ApiKey;
import dev.rapport.team.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As a program calls it: a real key and nothing else. */
@QuarkusTest
class ImportApiResourceTest {
    private static final String MAPPING = """
            {"target":"tickets","fields":{"key":{"columns":["Ticket ID"]},"created":{"columns":["Created at"]},
             "customer":{"columns":["Customer ID"]}},"answers":{"MANY_REJECTED:":"yes"}}""";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final byte[] file = """
            Ticket ID,Created at,Customer ID
            %1$s-1,2026-03-01 10:00,%1$s-c1
            %1$s-2,yesterday,%1$s-c2
            """.formatted(run).getBytes(StandardCharsets.UTF_8);
    private String sends = "";
    private String reads = "";

    @BeforeEach
    void makeKeys() {
        sends = key(Role.INGEST);
        reads = key(Role.READ);
    }

    @Test
    void aFileAsBodyIsFollowedToItsRejects() {
        String job =
                accepted(raw(sends).queryParam("mapping", MAPPING).body(file).post("/api/imports"));
        assertThat(finished(job)).isEqualTo("done 2 1 0 1");
        with(sends)
                .get("/api/imports/" + job + "/rejects.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString(",3,Created at,yesterday,"));

        String again =
                accepted(raw(sends).queryParam("mapping", MAPPING).body(file).post("/api/imports"));
        assertThat(finished(again)).isEqualTo("done 2 0 1 1");
    }

    @Test
    void aFormNamesASavedMapping() {
        Mapping saved = MappingJson.sent(MAPPING).orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> SavedMapping.keep("desk " + run, saved, "header " + run, "ada", Instant.now()));
        byte[] sound = new String(file, StandardCharsets.UTF_8)
                .replace("yesterday", "2026-03-02")
                .getBytes(StandardCharsets.UTF_8);
        String job = accepted(with(sends)
                .multiPart("file", "desk.csv", sound, "text/csv")
                .multiPart("mapping", "desk " + run)
                .post("/api/imports"));
        assertThat(finished(job)).isEqualTo("done 2 2 0 0");
        // what was confirmed for one file is not for another
        with(sends)
                .multiPart("file", "desk.csv", file, "text/csv")
                .multiPart("mapping", "desk " + run)
                .post("/api/imports")
                .then()
                .statusCode(422)
                .body("questions[0].question", equalTo("MANY_REJECTED:"));
        with(sends)
                .multiPart("mapping", MAPPING)
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("field", equalTo("file"));
    }

    @Test
    void onlyAKeyThatSendsMaySend() {
        raw("rpt_unknown")
                .queryParam("mapping", MAPPING)
                .body(file)
                .post("/api/imports")
                .then()
                .statusCode(401);
        raw(reads)
                .queryParam("mapping", MAPPING)
                .body(file)
                .post("/api/imports")
                .then()
                .statusCode(403);
        with(reads).get("/api/imports/1").then().statusCode(403);
        with(sends).get("/metrics/nps.json").then().statusCode(403);
    }

    @Test
    void whatIsWrongIsNamed() {
        wrong(raw(sends).queryParam("mapping", "{").body(file), "mapping");
        wrong(raw(sends).queryParam("mapping", "no such " + run).body(file), "mapping");
        wrong(raw(sends).body(file), "mapping");
        wrong(raw(sends).queryParam("mapping", MAPPING), "file");
        wrong(
                raw(sends)
                        .queryParam("mapping", MAPPING.replace("Ticket ID", "Nowhere"))
                        .body(file),
                "mapping");
        with(sends).get("/api/imports/999999").then().statusCode(404);
        with(sends).get("/api/imports/999999/rejects.csv").then().statusCode(404);
        with(sends).get("/api/imports/x").then().statusCode(404);
    }

    private static void wrong(RequestSpecification request, String field) {
        request.post("/api/imports").then().statusCode(400).body("field", equalTo(field));
    }

    private static String accepted(Response response) {
        return response.then().statusCode(202).extract().jsonPath().getString("id");
    }

    private String finished(String job) {
        for (int i = 0; i < 150; i++) {
            var status = with(sends).get("/api/imports/" + job).jsonPath();
            if (status.getString("state").equals("done")
                    || status.getString("state").equals("failed")) {
                return String.join(
                        " ",
                        status.getString("state"),
                        status.getString("read"),
                        status.getString("stored"),
                        status.getString("known"),
                        status.getString("rejected"));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the import takes too long");
    }

    private static RequestSpecification raw(String key) {
        return with(key).contentType("text/csv");
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private String key(String role) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.create(role, role, "test", Instant.now()))
                .secret();
    }
}
