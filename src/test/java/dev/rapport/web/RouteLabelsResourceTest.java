package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.RawHttp;
import dev.rapport.testsupport.Routes;
import dev.rapport.testsupport.Routes.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The metrics know every endpoint by its template, and nothing of what strangers make up. */
@QuarkusTest
@TestSecurity(user = "nobody", roles = "visitor")
class RouteLabelsResourceTest {
    private static final Pattern LABEL =
            Pattern.compile("http_server_requests_seconds_count\\{.*?uri=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int INVENTED = 300;

    @TestHTTPResource("/")
    URI here;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ConfigProperty(name = "quarkus.micrometer.binder.http-server.max-uri-tags")
    int most;

    @Test
    void labelsAreTemplatesAndNoneIsMissing() throws IOException {
        Set<String> templates =
                Routes.all().stream().map(Route::template).collect(Collectors.toCollection(TreeSet::new));
        for (Route route : Routes.all()) {
            ask(route.verb(), route.with("1"), "");
        }
        for (int i = 0; i < INVENTED; i++) {
            ask("GET", "/made-up-" + i, "");
            ask("DELETE", "/overview/made-up-" + i, "");
            ask("GET", "/static/made-up-" + i + ".js", "");
            ask("POST", "/made-up-" + i, "Transfer-Encoding: gzip\r\n");
            ask("GET", "/made-up-" + i, "X: " + "x".repeat(200_000) + "\r\n");
            ask("GET", "/settings/goals/" + i, "Accept: application/pdf\r\n");
        }
        Set<String> labels = labels();
        Set<String> ours = new TreeSet<>(labels);
        ours.removeIf(label -> label.startsWith("/test-") || label.equals("/kit"));
        templates.add(RouteLabels.NO_ENDPOINT);
        assertThat(ours).isEqualTo(templates);
        assertThat(most).isGreaterThan(2 * labels.size());
    }

    private Set<String> labels() {
        Matcher found = LABEL.matcher(given().get(management.resolve("metrics")).asString());
        Set<String> labels = new TreeSet<>();
        while (found.find()) {
            labels.add(found.group(1).replace("\\\\", "\\"));
        }
        return labels;
    }

    private void ask(String verb, String path, String head) throws IOException {
        RawHttp.send(
                here.getPort(),
                verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + head + "\r\n");
    }
}
