package dev.rapport.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiKeysResourceTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">(rpt_[^<]+)</code>");

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void aKeyIsShownOnceAndKeptAsAHash() {
        Response form = page();
        String body =
                create(form, "till", Role.READ).then().statusCode(200).extract().asString();

        Matcher shown = SECRET.matcher(body);
        assertThat(shown.find()).isTrue();
        String secret = shown.group(1);
        assertThat(secret).matches("rpt_[A-Za-z0-9_-]{43}");
        page().then().body(not(containsString(secret))).body(containsString("till"));
        ApiKey stored = QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.<ApiKey>find("name", "till").firstResult());
        assertThat(stored.hash).isEqualTo(Secrets.hash(secret)).hasSize(64);
        assertThat(stored.createdBy).isEqualTo("ada");
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void anEmptyNameIsRefusedWithTheForm() {
        create(page(), "  ", Role.READ).then().statusCode(422).body(containsString("at most 100 characters"));
        create(page(), "a\0b", Role.READ).then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void aFormWithoutItsTokenIsRefused() {
        given().formParam("name", "x")
                .formParam("scope", Role.READ)
                .post("/settings/api-keys")
                .then()
                .statusCode(400);
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void onlyAdministratorsSeeKeys() {
        page().then().statusCode(403).body(containsString("not open to you"));
    }

    @Test
    void aKeyOpensWhatItsScopeSaysAndNothingElse() {
        String read = make("reader", Role.READ).secret();
        String ingest = make("sender", Role.INGEST).secret();

        withKey(read).get("/test-scopes/read").then().statusCode(200).body(equalTo("read"));
        withKey(read).get("/test-scopes/ingest").then().statusCode(403);
        withKey(ingest).get("/test-scopes/read").then().statusCode(403);
        withKey(ingest).post("/test-scopes/ingest").then().statusCode(200).body(equalTo("ingested"));
        withKey(read).get("/settings/api-keys").then().statusCode(403);
        withKey(read).get("/customers/list.csv").then().statusCode(403);
        String ids = make("lister", Role.READ_IDS).secret();
        withKey(ids).get("/test-scopes/read").then().statusCode(200);
        withKey(ids).get("/test-scopes/ingest").then().statusCode(403);
        withKey(ids).get("/customers/list.csv").then().statusCode(200).body(not(containsString("name")));
        withKey(ids).get("/customers/list").then().statusCode(403);
        given().auth()
                .preemptive()
                .basic(read, "")
                .get("/test-scopes/read")
                .then()
                .statusCode(200);
    }

    @Test
    void aRevokedOrUnknownKeyIsAnsweredInJson() {
        ApiKey.Created made = make("gone", Role.READ);
        QuarkusTransaction.requiringNew()
                .run(() -> ApiKey.<ApiKey>findById(made.key().id).revoke(Instant.now()));

        for (String secret : new String[] {made.secret(), "rpt_unknown"}) {
            withKey(secret)
                    .get("/test-scopes/read")
                    .then()
                    .statusCode(401)
                    .contentType("application/json")
                    .body("status", equalTo(401))
                    .header("WWW-Authenticate", "Bearer realm=\"rapport\"");
        }
    }

    @Test
    void aKeyInTheAddressIsNothing() {
        String read = make("address", Role.READ).secret();
        given().queryParam("key", read)
                .queryParam("access_token", read)
                .get("/test-scopes/read")
                .then()
                .statusCode(401);
    }

    @Test
    void useIsNoted() {
        ApiKey.Created made = make("used", Role.READ);
        withKey(made.secret()).get("/test-scopes/read").then().statusCode(200);

        ApiKey used = QuarkusTransaction.requiringNew().call(() -> ApiKey.findById(made.key().id));
        assertThat(used.lastUsedAt).isNotNull();
    }

    private static ApiKey.Created make(String name, String scope) {
        return QuarkusTransaction.requiringNew().call(() -> ApiKey.create(name, scope, "test", Instant.now()));
    }

    private static io.restassured.specification.RequestSpecification withKey(String key) {
        return RestAssured.given().header("Authorization", "Bearer " + key);
    }

    private static Response page() {
        return given().header("Accept", "text/html").get("/settings/api-keys");
    }

    private static Response create(Response form, String name, String scope) {
        Matcher token = TOKEN.matcher(form.asString());
        assertThat(token.find()).isTrue();
        return given().cookies(form.cookies())
                .formParam("csrf-token", token.group(1))
                .formParam("name", name)
                .formParam("scope", scope)
                .post("/settings/api-keys");
    }
}
