package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cookies as a browser sees them and as Quarkus does, over a server of Vert.x. */
class HostCookiesTest {
    private final HostCookies cookies = new HostCookies(true, "rapport-form");
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void listen() {
        Router router = Router.router(vertx);
        router.route().order(0).handler(cookies::translate);
        router.route("/set").handler(this::set);
        router.route("/say")
                .handler(request ->
                        request.response().end(String.valueOf(request.request().getHeader("Cookie"))));
        router.route("/end").handler(request -> {
            request.request().getCookie("q_session").setValue("").setMaxAge(0).setPath("/");
            request.response().end();
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void set(RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie("q_session", "an-id")
                        .setHttpOnly(true)
                        .setSecure(true)
                        .setMaxAge(60)
                        .setPath("/")
                        .setSameSite(CookieSameSite.LAX))
                .addCookie(Cookie.cookie("theme", "dark"))
                .end();
    }

    @Test
    void browsersAreGivenTheLongName() throws IOException, InterruptedException {
        List<String> set = get("/set", "").headers().allValues("Set-Cookie");

        assertThat(set).hasSize(2).contains("theme=dark");
        assertThat(set)
                .anyMatch(cookie -> cookie.startsWith("__Host-q_session=an-id;")
                        && cookie.contains("Path=/")
                        && cookie.contains("Secure")
                        && cookie.toLowerCase(Locale.ROOT).contains("httponly")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Max-Age=60")
                        && !cookie.contains("Domain"));
    }

    @Test
    void whatEndsItEndsTheLongName() throws IOException, InterruptedException {
        assertThat(get("/end", "__Host-q_session=an-id").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-q_session=;")
                .contains("Max-Age=0", "Path=/", "Secure");
    }

    @Test
    void plantedOnesAreDropped() throws IOException, InterruptedException {
        String seen = get(
                        "/say",
                        "q_session=planted; q_auth_1=planted; rapport-form=planted; theme=dark; __Host-q_session=mine;"
                                + " __Host-rapport-form=token; __Host-other=x")
                .body();

        assertThat(seen).isEqualTo("theme=dark; q_session=mine; rapport-form=token; __Host-other=x");
    }

    @Test
    void whatChangesNothingSetsNothing() throws IOException, InterruptedException {
        assertThat(get("/say", "__Host-q_session=mine").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void unfinishedSignInsAreForgottenByTheSameName() {
        assertThat(cookies.expired("q_auth_1"))
                .isEqualTo("__Host-q_auth_1=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
        assertThat(new HostCookies(false, "rapport-form").expired("q_auth_1"))
                .isEqualTo("q_auth_1=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
