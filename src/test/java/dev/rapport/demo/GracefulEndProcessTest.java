package dev.rapport.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.Role;
import dev.rapport.testsupport.FakeProviderProfile;
import dev.rapport.testsupport.FreshDatabase;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, asked to end while it is at work, and started again. It needs {@code mvn package}. */
class GracefulEndProcessTest {
    private static final int REQUESTS = 100;
    private static final String KEY = "rpt_gracefulgracefulgracefulgracefulgracefulgra";

    private static final Path LOG = Path.of("target", "graceful-end.log");

    private final DataSource database = FreshDatabase.create();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        started.forEach(Processes::end);
    }

    @Test
    void whatIsInFlightIsFinishedAndPeopleStaySignedIn() throws Exception {
        int port = free();
        int management = free();
        Process first = start(port, management);
        String session = signIn(port);
        assertThat(page(port, session).statusCode()).isEqualTo(200);
        List<CompletableFuture<HttpResponse<String>>> inFlight;
        long asked;
        try (Connection blocking = database.getConnection()) {
            DemoDatabase.ensureKey(blocking, KEY, "graceful", Role.READ_IDS);
            blocking.setAutoCommit(false);
            blocking.createStatement().execute("lock table customer_state in access exclusive mode");
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/customers/list.csv"))
                    .header("Authorization", "Bearer " + KEY)
                    .timeout(Duration.ofSeconds(60))
                    .build();
            inFlight = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
                    .toList();
            awaitInFlight(management);
            asked = System.nanoTime();
            first.destroy();

            while (status(management, "ready") != 503) {
                assertThat(since(asked)).isLessThan(Duration.ofSeconds(2));
            }
            assertThat(status(management, "live")).isEqualTo(200);
            Thread.sleep(3_000);
            assertThat(first.isAlive()).isTrue();
            assertThat(inFlight).noneMatch(CompletableFuture::isDone);
            blocking.rollback();
        }
        for (CompletableFuture<HttpResponse<String>> one : inFlight) {
            HttpResponse<String> answer = one.get(20, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("number").endsWith("\r\n");
        }
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(since(asked)).isLessThan(Duration.ofSeconds(30));

        start(port, management);
        assertThat(page(port, session).statusCode()).isEqualTo(200);
    }

    private Process start(int port, int management) throws IOException, InterruptedException, SQLException {
        Map<String, String> config = new HashMap<>(new FakeProviderProfile().getConfigOverrides());
        try (Connection connection = database.getConnection()) {
            config.put("quarkus.datasource.jdbc.url", connection.getMetaData().getURL());
        }
        config.put("quarkus.datasource.username", "postgres");
        config.put("quarkus.datasource.password", "unused");
        config.put("quarkus.http.host", "127.0.0.1");
        config.put("quarkus.http.port", Integer.toString(port));
        config.put("quarkus.management.port", Integer.toString(management));
        config.put("rapport.import.dir", folder.resolve("imports").toString());
        // All of it is to be in flight at once.
        config.put("rapport.query.share", "100");
        config.put("rapport.query.share-beside-people", "100");
        config.put("rapport.query.programs-share", "100");
        config.put("rapport.query.concurrent", Integer.toString(REQUESTS));
        config.put("rapport.query.concurrent-exports", "10");
        config.put("rapport.query.waiting", Integer.toString(REQUESTS));
        config.put("rapport.query.patience", "30S");
        ProcessBuilder builder = Processes.packaged(
                Path.of(""),
                config.entrySet().stream()
                        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                        .toList());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        Process process = builder.start();
        started.add(process);
        assertThat(Processes.await(process, Processes.ready(management), Duration.ofMinutes(5)))
                .as("started, else see " + LOG)
                .isTrue();
        return process;
    }

    /** What comes later is turned away by right. */
    private static void awaitInFlight(int management) throws InterruptedException {
        String all = "http_server_active_requests\\{[^}]*} " + REQUESTS + "\\.0";
        long start = System.nanoTime();
        while (!Pattern.compile(all)
                .matcher(given().get("http://127.0.0.1:" + management + "/q/metrics")
                        .asString())
                .find()) {
            assertThat(since(start)).isLessThan(Duration.ofMinutes(1));
            Thread.sleep(100);
        }
    }

    private static int status(int management, String which) {
        return given().get("http://127.0.0.1:" + management + "/q/health/" + which)
                .statusCode();
    }

    private static Response page(int port, String session) {
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .cookie("q_session", session)
                .get("http://127.0.0.1:" + port + "/settings/api-keys");
    }

    private static String signIn(int port) {
        FakeProviderProfile.tell("mode=answering", "lifespan=60", "sub=ada-sub", "person=ada", "roles=admin");
        Response begun = page(port, "none");
        Map<String, String> cookies = new HashMap<>(begun.cookies());
        cookies.values().removeIf(String::isEmpty);
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(begun.header("Location"))
                .header("Location");
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .cookies(cookies)
                .urlEncodingEnabled(false)
                .get(back)
                .cookie("q_session");
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
