package dev.rapport.team;

import static dev.rapport.testsupport.FakeProviderProfile.tell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.FakeProviderProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions, and a provider of sign-on that is away, refuses, forgets or changes its mind. */
@QuarkusTest
@TestProfile(FakeProviderProfile.class)
class SessionsResourceTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final String PAGE = "/settings/api-keys";

    /** Longer than the provider is left alone after it did not answer. */
    private static final Duration PAUSE = Duration.ofMillis(1_200);

    @TestHTTPResource("/")
    URI here;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void everythingIsWell() throws InterruptedException {
        tell("mode=answering", "lifespan=60", "sub=ada-sub", "person=ada", "roles=admin");
        int tries = 0;
        do {
            Thread.sleep(PAUSE.toMillis());
        } while (page("none").statusCode() != 302 && tries++ < 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "hanging", "failing"})
    void sessionsGoOnWhileTheProviderIsAway(String mode) throws InterruptedException {
        String session = signIn("lifespan=1");
        tell("mode=" + mode);

        assertThat(within(8, () -> page(session)).statusCode()).isEqualTo(200);
        // The others do not wait for what one of them found out.
        assertThat(within(2, () -> page(session)).statusCode()).isEqualTo(200);

        tell("mode=answering", "roles=marketing");
        Thread.sleep(PAUSE.toMillis());
        assertThat(page(session).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "hanging"})
    void afterTheTimeOfGraceTheyWait(String mode) throws InterruptedException {
        String session = signIn("lifespan=-898");
        tell("mode=" + mode);
        Thread.sleep(2_500);

        Response refused = within(8, () -> page(session));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.header("Refresh")).isEqualTo("5");
        assertThat(refused.headers().getValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("q_session"));

        tell("mode=answering");
        Thread.sleep(PAUSE.toMillis());
        assertThat(page(session).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyARefusalEndsASession() throws InterruptedException {
        String session = signIn("lifespan=1");
        tell("mode=refusing");

        assertThat(page(session).statusCode()).isEqualTo(302);

        tell("mode=answering");
        assertThat(page(session).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "hanging", "failing"})
    void whoeverIsSignedOutIsAskedToTryAgain(String mode) throws InterruptedException {
        tell("mode=" + mode);
        Thread.sleep(5_000);

        Response first = within(8, () -> page("none"));
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.header("Retry-After")).isEqualTo("5");
        assertThat(first.header("Refresh")).isEqualTo("5");
        assertThat(first.asString()).contains("Signing in does not work just now");
        assertThat(given().get(PAGE).statusCode()).isEqualTo(401);

        tell("mode=answering");
        Thread.sleep(PAUSE.toMillis());
        assertThat(page("none").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "hanging", "failing"})
    void aSignInThatFindsNoAnswerBeginsAnew(String mode) {
        Response begun = page("none");
        String back = atProvider(begun);
        tell("mode=" + mode);

        Response ended = within(
                8,
                () -> browser().cookies(kept(begun)).urlEncodingEnabled(false).get(back));

        assertThat(ended.statusCode()).isEqualTo(503);
        assertThat(ended.header("Refresh")).isEqualTo("5; url=/");
    }

    @Test
    void keysMayChange() throws InterruptedException {
        String session = signIn("lifespan=1");
        tell("key=" + System.nanoTime());
        Thread.sleep(PAUSE.toMillis());

        assertThat(page(session).statusCode()).isEqualTo(200);
        assertThat(page(signIn("lifespan=60")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"busy,503", "slow,504", "broken,500"})
    void aRenewalSurvivesWhatFailsAfterIt(String what, int status) {
        String session = signIn("lifespan=-1", "roles=read");
        tell();

        assertThat(browser()
                        .cookie("q_session", session)
                        .get("/test-scopes/" + what)
                        .statusCode())
                .isEqualTo(status);

        assertThat(tell()).contains("grant_type=refresh_token");
        tell("roles=admin");
        assertThat(page(session).statusCode()).isEqualTo(200);
    }

    @Test
    void aRenewalSurvivesABrowserThatHasGone() throws IOException, InterruptedException {
        String session = signIn("lifespan=-1");
        tell();
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + PAGE + " HTTP/1.1\r\nHost: " + here.getAuthority()
                                    + "\r\nAccept: text/html\r\nCookie: q_session=" + session + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Thread.sleep(50);
        }
        Thread.sleep(1_000);

        assertThat(tell()).contains("grant_type=refresh_token");
        assertThat(page(session).statusCode()).isEqualTo(200);
    }

    @Test
    void everySignInGetsAnIdOfItsOwn() {
        Response begun =
                browser().cookie("q_session", "chosen-by-somebody-else").get(PAGE);

        assertThat(signIn("lifespan=60")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(signIn("lifespan=60"));
        assertThat(begun.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("q_session=;") && cookie.contains("Max-Age=0"));
        assertThat(ended(begun).cookie("q_session")).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void aSessionIsNeverRenewedAsSomebodyElses() throws InterruptedException {
        String session = signIn("lifespan=1");

        tell("sub=another-sub");

        assertThat(page(session).statusCode()).isEqualTo(302);
        int others = jdbi.withHandle(
                handle -> handle.select("select count(*) from token_state where subject = 'another-sub'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(others).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "/%5Cevil.example",
                "/%0d%0aSet-Cookie:%20a=b",
                "/support?next=https://evil.example",
                "/https:evil.example"
            })
    void aSignInComesBackToThisHost(String asked) {
        tell("lifespan=60");
        Response begun = browser().urlEncodingEnabled(false).get(asked);
        if (begun.statusCode() == 302) {
            Response back = ended(begun);
            assertThat(back.statusCode()).isEqualTo(302);
            assertThat(back.header("Location")).startsWith(here.toString());
            assertThat(back.headers().getValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a=b"));
        } else {
            assertThat(begun.statusCode()).isBetween(400, 499);
        }
    }

    @Test
    void aHundredTabsMayBeginToSignIn() {
        Response last = browser().get(PAGE);
        Map<String, String> cookies = IntStream.range(0, 100)
                .mapToObj(tab -> kept(browser().get(PAGE)))
                .flatMap(begun -> begun.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other));
        cookies.putAll(kept(last));

        assertThat(cookies.keySet().stream().filter(name -> name.startsWith("q_auth")))
                .hasSize(101);
        assertThat(browser()
                        .cookies(cookies)
                        .urlEncodingEnabled(false)
                        .get(atProvider(last))
                        .cookie("q_session"))
                .isNotEmpty();
    }

    @Test
    void signingOutIsAFormAndNoTokenIsInAnAddress() {
        String session = signIn("lifespan=60");
        tell();

        String asked = browser().cookie("q_session", session).get("/sign-out").asString();
        assertThat(asked).contains("method=\"post\" action=\"/sign-out\"");
        assertThat(browser()
                        .cookie("q_session", session)
                        .formParam("x", "y")
                        .post("/sign-out")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page(session).statusCode()).isEqualTo(200);

        Response out = send(session, "/sign-out", "/sign-out");

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Location")).endsWith("/signed-out");
        assertThat(out.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("q_session=;") && cookie.contains("Max-Age=0"));
        assertThat(tell())
                .startsWith("POST /realms/rapport/logout client_id=rapport&client_secret=")
                .contains("&refresh_token=");
        assertThat(page(session).statusCode()).isEqualTo(302);
        assertThat(trail()).startsWith("signed out ada ");
    }

    @Test
    void signingOutWhileTheProviderIsAwayEndsTheSessionHere() {
        String session = signIn("lifespan=60");
        tell("mode=hanging");

        Response out = within(8, () -> send(session, "/sign-out", "/sign-out"));

        assertThat(out.header("Location")).endsWith("/signed-out?here=true");
        tell("mode=answering");
        assertThat(page(session).statusCode()).isEqualTo(302);
    }

    @Test
    void anAdministratorEndsAllSessionsOfAPerson() {
        String admin = signIn("lifespan=60");
        String one = signIn("sub=sam-sub", "person=samir", "roles=support");
        String two = signIn("sub=sam-sub", "person=samir", "roles=support");
        assertThat(browser().cookie("q_session", one).get("/settings/signed-in").statusCode())
                .isEqualTo(403);
        assertThat(browser()
                        .cookie("q_session", admin)
                        .get("/settings/signed-in")
                        .asString())
                .contains("Name of samir", "/settings/signed-in/sam-sub/end", "access denied");
        tell();

        assertThat(send(admin, "/settings/signed-in", "/settings/signed-in/sam-sub/end")
                        .statusCode())
                .isEqualTo(303);

        assertThat(tell().lines().filter(line -> line.contains("/logout "))).hasSize(2);
        assertThat(browser().cookie("q_session", one).get("/support").statusCode())
                .isEqualTo(302);
        assertThat(browser().cookie("q_session", two).get("/support").statusCode())
                .isEqualTo(302);
        assertThat(page(admin).statusCode()).isEqualTo(200);
        assertThat(trail()).startsWith("sessions ended ada samir");
    }

    private String trail() {
        return jdbi.withHandle(handle -> handle.select(
                        "select action || ' ' || who || ' ' || detail from audit_entry where security and action <> 'access denied'"
                                + " order by id desc limit 1")
                .mapTo(String.class)
                .one());
    }

    /** Sends a form as its page has it. */
    private static Response send(String session, String page, String action) {
        Response form = browser().cookie("q_session", session).get(page);
        Matcher token = TOKEN.matcher(form.asString());
        assertThat(token.find()).isTrue();
        return browser()
                .cookie("q_session", session)
                .cookie("rapport-form", form.cookie("rapport-form"))
                .formParam("csrf-token", token.group(1))
                .post(action);
    }

    private String signIn(String... told) {
        tell(told);
        return ended(page("none")).cookie("q_session");
    }

    private static Response ended(Response begun) {
        return browser().cookies(kept(begun)).urlEncodingEnabled(false).get(atProvider(begun));
    }

    /** Where the provider sends the browser back to. */
    private static String atProvider(Response begun) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(begun.header("Location"))
                .header("Location");
    }

    /** The cookies that a browser keeps, which are those with a value. */
    private static Map<String, String> kept(Response response) {
        Map<String, String> cookies = new HashMap<>(response.cookies());
        cookies.values().removeIf(String::isEmpty);
        return cookies;
    }

    private static Response page(String session) {
        return browser().cookie("q_session", session).get(PAGE);
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Accept", "text/html");
    }

    private static Response within(int seconds, Supplier<Response> request) {
        long start = System.nanoTime();
        Response response = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(seconds));
        return response;
    }
}
