package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.RawHttp;
import dev.rapport.testsupport.Routes;
import dev.rapport.testsupport.Routes.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may not ask is told so whatever types are asked for and sent; what there is is told to those alone who may. */
@QuarkusTest
class RefusedTypesResourceTest {
    private static final List<String> TYPES = List.of(
            "Accept: application/pdf",
            "Accept: nonsense\r\nContent-Type: nonsense",
            "Content-Type: application/pdf; charset=nope");

    @TestHTTPResource("/")
    URI here;

    @Test
    void strangersAreStrangersFirst() throws IOException {
        assertThat(answersOtherThan(401)).isEmpty();
    }

    @Test
    @TestSecurity(user = "nobody", roles = "visitor")
    void whoHasNoRoleHasNoneFirst() throws IOException {
        assertThat(answersOtherThan(403)).isEmpty();
    }

    @Test
    @TestSecurity(
            user = "ada",
            roles = {"admin", "marketing", "support", "personal-data", "read", "read-ids", "ingest"})
    void whoMayAskIsToldOfTheTypes() throws IOException {
        assertThat(status("GET", "/catalogue", "Accept: application/pdf")).isEqualTo(406);
        assertThat(status("POST", "/imports", "Content-Type: application/pdf")).isEqualTo(415);
    }

    private Map<String, Integer> answersOtherThan(int wanted) throws IOException {
        Map<String, Integer> others = new TreeMap<>();
        for (Route route : Routes.all()) {
            for (String types : route.open() ? List.<String>of() : TYPES) {
                int status = status(route.verb(), route.with("1"), types);
                if (status != wanted) {
                    others.put(route.name() + " " + types, status);
                }
            }
        }
        return others;
    }

    private int status(String verb, String path, String types) throws IOException {
        return RawHttp.send(
                        here.getPort(),
                        verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                                + types + "\r\n\r\n")
                .status();
    }
}
