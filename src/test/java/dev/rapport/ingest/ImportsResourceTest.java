package dev.rapport.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportsResourceTest {
    private static final String PREFIX = UUID.randomUUID().toString().substring(0, 8);
    private static final String TICKETS = """
            Ticket ID,Created at,Solved at,Customer ID,Via
            %1$s-1,2026-03-01 10:00,2026-03-01 12:00,%1$s-c1,E-mail
            %1$s-2,2026-03-02 10:00,,%1$s-c2,Phone
            %1$s-3,yesterday,,%1$s-c2,Phone
            """.formatted(PREFIX);

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void fromUploadToReportAndBack() {
        String job = upload("tickets.csv", TICKETS.getBytes(StandardCharsets.UTF_8));
        String step = given().get(job).then().statusCode(200).extract().asString();
        assertThat(step).contains("<option value=\"tickets\" selected>Support tickets");
        assertThat(step).contains("is not a date in the chosen format").contains("2026-03-01T10:00:00Z");

        given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .formParam("action", "start")
                .formParam("target", "tickets")
                .formParam("former", "tickets")
                .formParam("column.key", "Ticket ID")
                .formParam("column.created", "Created at")
                .formParam("format.created", "YMD")
                .formParam("column.resolved", "Solved at")
                .formParam("column.customer", "Customer ID")
                .formParam("column.channel", "Via")
                .formParam("repeat", "LAST")
                .formParam("answer.MANY_REJECTED:", "yes")
                .formParam("save", "tickets " + PREFIX)
                .post(job + "/mapping")
                .then()
                .statusCode(303);
        String report = finished(job);
        assertThat(report)
                .contains("<dd id=\"stored\">2<")
                .contains("<dd id=\"rejected\">1<")
                .contains("yesterday");
        given().get(job + "/rejects.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString(",4,Created at,yesterday,is not a date in the chosen format,"));

        String again = upload("again.csv", TICKETS.getBytes(StandardCharsets.UTF_8));
        given().get(again).then().body(containsString("tickets " + PREFIX));

        given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .post(job + "/undoing")
                .then()
                .statusCode(422)
                .body(containsString("tick the box"));
        given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .formParam("sure", "yes")
                .post(job + "/undoing")
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .formParam("sure", "yes")
                .post(job + "/undoing")
                .then()
                .statusCode(404);
        assertThat(finished(job)).contains("undone");
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void whatAnswersCountAsIsShownAndCanBeChanged() {
        String survey = "Liking " + PREFIX;
        String job = upload("liking.csv", """
                Response ID,Survey,Metric,Submitted At,Score
                %2$s-1,%1$s,NPS,2026-03-01 10:00,very much
                %2$s-2,%1$s,NPS,2026-03-01 11:00,not at all
                """.formatted(survey, PREFIX).getBytes(StandardCharsets.UTF_8));
        String page = given().get(job).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("What answers count as: " + survey, "recommendation (NPS), 1–5")
                .contains("name=\"counts.1.promoter\" value=\"5\"", "name=\"counts.1.detractor\" value=\"1-3\"")
                .contains("<th scope=\"row\">very much</th><td class=\"number\">5</td><td>Promoters</td>");

        String gap =
                liking(job, survey, "5", "preview").statusCode(200).extract().asString();
        assertThat(gap)
                .contains(survey + ": 3: stands in no class")
                .contains("name=\"counts.1.detractor\" value=\"1-2\"");
        liking(job, survey, "5", "start").statusCode(422);
        liking(job, survey, "3-5", "start").statusCode(422).extract();
        liking(job, survey, "3, 5", "start").statusCode(303);
        assertThat(finished(job)).contains("<dd id=\"stored\">2<");

        String again = upload("liking.csv", """
                Response ID,Survey,Metric,Submitted At,Score
                %2$s-3,%1$s,NPS,2026-03-01 10:00,very much
                """.formatted(survey, PREFIX).getBytes(StandardCharsets.UTF_8));
        given().get(again)
                .then()
                .body(containsString("There is such a survey already"), not(containsString("counts.1.promoter")));
    }

    private io.restassured.response.ValidatableResponse liking(
            String job, String survey, String promoter, String action) {
        return given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", token)
                .formParam("action", action)
                .formParam("target", "responses")
                .formParam("former", "responses")
                .formParam("column.key", "Response ID")
                .formParam("column.survey", "Survey")
                .formParam("column.kind", "Metric")
                .formParam("column.at", "Submitted At")
                .formParam("format.at", "YMD")
                .formParam("column.score", "Score")
                .formParam("answer.SCALE:" + survey, "1-5")
                .formParam("counts.1.survey", survey)
                .formParam("counts.1.suggested", "promoter: 5; passive: 4; detractor: 1-3")
                .formParam("counts.1.promoter", promoter)
                .formParam("counts.1.passive", "4")
                .formParam("counts.1.detractor", "1-2")
                .post(job + "/mapping")
                .then();
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void whatIsNoTableIsRefusedInPlainWords() {
        refused("empty.csv", new byte[0], "The file is empty.");
        refused("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}, "The file is not CSV.");
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);
        noise[0] = 'a';
        refused("noise.csv", noise, "The file is not text.");
        refused("wide.csv", "a,".repeat(10_000).getBytes(StandardCharsets.UTF_8), "too many columns");
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void whatIsNotThereIs404() {
        given().get("/imports/999999").then().statusCode(404);
        given().get("/imports/999999/mapping").then().statusCode(404);
        given().get("/imports/999999/rejects.csv").then().statusCode(404);
        given().get("/imports/x").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void anotherTargetBringsItsOwnSuggestion() {
        String job = upload("tickets.csv", TICKETS.getBytes(StandardCharsets.UTF_8));
        given().header("HX-Request", "true")
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .formParam("target", "people")
                .formParam("former", "tickets")
                .post(job + "/mapping")
                .then()
                .statusCode(200)
                .body(not(containsString("<html")))
                .body(containsString("<option value=\"people\" selected>"));
        given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .formParam("target", "tickets")
                .formParam("former", "tickets")
                .formParam("action", "start")
                .post(job + "/mapping")
                .then()
                .statusCode(422)
                .body(containsString("A column or a value is needed for it"));
        given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .post(job + "/cancellation")
                .then()
                .statusCode(303);
        given().get(job).then().statusCode(200).body(containsString("cancelled"));
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void aTamperedMappingIsRefused() {
        String job = upload("tickets.csv", TICKETS.getBytes(StandardCharsets.UTF_8));
        tampered(job, "target", "dragons");
        tampered(job, "target", "");
        tampered(job, "zone", "Nowhere/Town");
        tampered(job, "decimal", "x");
        tampered(job, "charset", "no such");
        tampered(job, "delimiter", "\"");
        tampered(job, "quote", ";");
        tampered(job, "column.key", "x".repeat(100_000));
        tampered(job, "constant.created", "yesterday");
        tampered(job, "trait.column", "Nowhere");
        tampered(job, "filter.column", "Nowhere");
        tampered(job, "properties", "Nowhere");
        // nothing of it was started
        given().get(job).then().statusCode(200).body(containsString("action=\"/imports/"));
    }

    private void tampered(String job, String field, String value) {
        var request = given().redirects()
                .follow(false)
                .cookie("rapport-form", token(job))
                .formParam("csrf-token", token)
                .formParam("action", "start")
                .formParam("former", "tickets")
                .formParam("answer.MANY_REJECTED:", "yes");
        Map<String, String> sound = new LinkedHashMap<>(Map.of(
                "target",
                "tickets",
                "column.key",
                "Ticket ID",
                "column.created",
                "Created at",
                "format.created",
                "YMD"));
        sound.put(field, value);
        if (field.startsWith("constant.")) {
            sound.remove("column." + field.substring(9));
        }
        sound.forEach(request::formParam);
        request.post(job + "/mapping").then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "max", roles = "marketing")
    void onlyAdministratorsImport() {
        given().get("/imports").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "key 1", roles = "ingest")
    void programsSendFilesAndFollowThem() {
        String mapping = """
                {"target":"tickets","fields":{"key":{"columns":["Ticket ID"]},"created":{"columns":["Created at"]},
                 "customer":{"columns":["Customer ID"]}},"answers":{"MANY_REJECTED:":"yes"}}""";
        Response accepted = given().cookie("rapport-form", "AAAAAAAAAAAAAAAAAAAAAA")
                .header("X-CSRF-TOKEN", "AAAAAAAAAAAAAAAAAAAAAA")
                .queryParam("mapping", mapping)
                .queryParam("filename", "../../etc/passwd")
                .contentType("text/csv")
                .body(TICKETS.replace(PREFIX, PREFIX + "api").getBytes(StandardCharsets.UTF_8))
                .post("/api/imports");
        accepted.then().statusCode(202).header("Location", notNullValue()).body("target", equalTo("tickets"));
        String job = accepted.jsonPath().getString("id");
        for (int i = 0;
                i < 100
                        && !"done"
                                .equals(given().get("/api/imports/" + job)
                                        .jsonPath()
                                        .getString("state"));
                i++) {
            pause();
        }
        given().get("/api/imports/" + job)
                .then()
                .body("state", equalTo("done"))
                .body("read", equalTo(3))
                .body("stored", equalTo(2))
                .body("rejected", equalTo(1))
                .body("message", equalTo(null));
        given().get("/api/imports/" + job + "/rejects.csv")
                .then()
                .statusCode(200)
                .body(containsString("yesterday"));
        given().get("/api/imports/999999").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "key 1", roles = "ingest")
    void nonsenseFromProgramsIsNamed() {
        send(null, "a,b\n1,2\n").statusCode(400).body("field", equalTo("mapping"));
        send("nowhere", "a,b\n1,2\n").statusCode(400).body("error", containsString("no saved mapping"));
        send("{\"target\":\"tickets\",\"fields\":{\"key\":7}}", "a,b\n1,2\n").statusCode(400);
        send("{\"target\":\"dragons\"}", "a,b\n1,2\n").statusCode(400).body("error", containsString("dragons"));
        send("{\"target\":\"tickets\",\"fields\":{\"created\":{\"columns\":[\"c\"]}}}", "a,b\n1,2\n")
                .statusCode(400)
                .body("error", containsString("no such column"));
        send("{\"target\":\"tickets\"}", "").statusCode(400).body("error", equalTo("The file is empty."));
    }

    @Test
    void strangersGetNothing() {
        given().get("/api/imports/1").then().statusCode(401);
    }

    private static io.restassured.response.ValidatableResponse send(
            @org.jspecify.annotations.Nullable String mapping, String body) {
        var request = given().cookie("rapport-form", "AAAAAAAAAAAAAAAAAAAAAA")
                .header("X-CSRF-TOKEN", "AAAAAAAAAAAAAAAAAAAAAA")
                .contentType("text/csv")
                .body(body.getBytes(StandardCharsets.UTF_8));
        return (mapping == null ? request : request.queryParam("mapping", mapping))
                .post("/api/imports")
                .then();
    }

    private String token = "";

    /** The form token, as cookie and field. */
    private String token(String page) {
        token = given().get("/imports").getCookie("rapport-form");
        return token;
    }

    private String upload(String name, byte[] content) {
        return given().redirects()
                .follow(false)
                .cookie("rapport-form", token(""))
                .multiPart("csrf-token", token)
                .multiPart("file", name, content, "text/csv")
                .post("/imports")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private void refused(String name, byte[] content, String words) {
        given().cookie("rapport-form", token(""))
                .multiPart("csrf-token", token)
                .multiPart("file", name, content, "text/csv")
                .post("/imports")
                .then()
                .statusCode(422)
                .body(containsString(words));
    }

    private static String finished(String job) {
        for (int i = 0; i < 100; i++) {
            String page = given().get(job).asString();
            if (!page.contains("Import under way") && !page.contains("Being undone")) {
                return page;
            }
            pause();
        }
        throw new AssertionError("the import takes too long");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
