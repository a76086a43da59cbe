package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.ApiKey;
import dev.rapport.team.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One who sends too much, and one who sends little beside. */
@QuarkusTest
class SharesResourceTest {
    private static final List<String> FAILING = List.of(
            "/metrics/none.json", "/settings/api-keys", "/metrics/csat.json?period=never", "/test-scopes/forgotten");

    @TestHTTPResource("/")
    URI here;

    @Inject
    Shares shares;

    @Inject
    QueryPool queryPool;

    @Test
    void whoSendsTooMuchIsToldAndOthersAreServed() throws IOException, InterruptedException {
        String greedy = key("greedy");
        String modest = key("modest");
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> flood = IntStream.range(0, 64)
                .mapToObj(i -> client.sendAsync(request(greedy), BodyHandlers.ofString()))
                .toList();

        int modestStatus =
                client.send(request(modest), BodyHandlers.discarding()).statusCode();
        assertThat(modestStatus).isEqualTo(200);
        // It came last and did not wait for those who came before.
        assertThat(flood).anyMatch(one -> !one.isDone());

        Map<Integer, List<HttpResponse<String>>> answers =
                flood.stream().map(CompletableFuture::join).collect(Collectors.groupingBy(HttpResponse::statusCode));
        assertThat(answers.keySet()).containsExactlyInAnyOrder(200, 429);
        // 4 at a time and 24 who wait; fewer where somebody has just looked at pages.
        assertThat(answers.get(200)).hasSizeBetween(5, 28);
        assertThat(answers.get(429)).allSatisfy(refused -> {
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("\"status\":429", "\"title\":\"That is more than one can ask");
        });
        assertThat(shares.taken()).isZero();
    }

    /** Errors, refusals, and clients that go before they are answered, while they wait or in the middle of a file. */
    @Test
    void nothingIsHeldAfterAThousandFailures() throws InterruptedException {
        String key = key("unlucky");
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 1_000; i++) {
            int kind = i % 6;
            var unused = threads.submit(() -> {
                switch (kind) {
                    case 4 -> send(key, "/test-scopes/dawdling", 0);
                    case 5 -> send(key, "/metrics/sessions/rows.csv", 10);
                    default -> send(key, FAILING.get(kind), Integer.MAX_VALUE);
                }
                return null;
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        Instant end = Instant.now().plusSeconds(15);
        while (shares.taken() + queryPool.taken() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(shares.taken()).isZero();
        assertThat(queryPool.taken()).isZero();
    }

    /** @param letters of the answer that are read before the client goes */
    private void send(String key, String path, int letters) throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + here.getAuthority() + "\r\nAuthorization: Bearer "
                                    + key + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(letters);
        }
    }

    private HttpRequest request(String key) {
        return HttpRequest.newBuilder(here.resolve("/test-scopes/dawdling"))
                .header("Authorization", "Bearer " + key)
                .build();
    }

    private static String key(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ApiKey.create(name, Role.READ, "test", Instant.now()).secret());
    }
}
