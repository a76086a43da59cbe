package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As a browser asks that restored sixty tabs: 28 kB of cookies. */
@QuarkusTest
class UnfinishedSignInsResourceTest {
    @Test
    void sixtyBegunSignInsAreAnsweredAndForgotten() {
        String value = "x".repeat(450);
        String cookies = IntStream.range(0, 60)
                .mapToObj(i -> "q_auth_" + i + "=" + value)
                .collect(Collectors.joining("; "));

        Response response = given().header("Cookie", cookies).get("/signed-out");

        assertThat(response.statusCode()).isEqualTo(200);
        List<String> forgotten = response.headers().getValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("q_auth_") && header.contains("Max-Age=0"))
                .toList();
        assertThat(forgotten).hasSize(40);
    }
}
