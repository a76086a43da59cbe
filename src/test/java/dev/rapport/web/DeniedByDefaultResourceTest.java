package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.Routes;
import dev.rapport.testsupport.Routes.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every route there is, asked by someone who may not. */
@QuarkusTest
class DeniedByDefaultResourceTest {
    /** All that is open to everyone; think twice before you add to it. */
    private static final Set<String> OPEN =
            Set.of("GET /sign-out", "POST /sign-out", "GET /signed-out", "GET /sign-in-failed", "POST /theme");

    @Test
    void onlyTheseEndpointsAreOpen() {
        assertThat(Routes.all().stream().filter(Route::open).map(Route::name))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void strangersGetNothing() {
        for (Route route : protectedOnes()) {
            int status = stranger().request(route.verb(), route.with("1")).statusCode();
            assertThat(status).as(route.name()).isEqualTo(401);
        }
    }

    @Test
    @TestSecurity(user = "nobody", roles = "visitor")
    void neitherDoesSomeoneWithoutARole() {
        for (Route route : protectedOnes()) {
            int status = stranger().request(route.verb(), route.with("1")).statusCode();
            assertThat(status).as(route.name()).isEqualTo(403);
        }
    }

    @Test
    void disguisedAddressesOpenNothing() {
        for (Route route : protectedOnes()) {
            if (!route.verb().equals("GET")) {
                continue;
            }
            String path = route.with("1");
            for (String disguise : List.of(
                    path + ";x", path + "%3Bx", path + "/", path + "%2F", "/" + path, "/." + path, path + "%5C")) {
                int status = stranger().urlEncodingEnabled(false).get(disguise).statusCode();
                assertThat(status).as(disguise).isGreaterThanOrEqualTo(400).isLessThan(500);
            }
        }
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void anEndpointWithoutARoleAnswersNobody() {
        given().get("/test-scopes/forgotten").then().statusCode(403);
    }

    private static RequestSpecification stranger() {
        return given().redirects().follow(false).header("Accept", "text/html,*/*;q=0.8");
    }

    private static List<Route> protectedOnes() {
        List<Route> all = Routes.all().stream().filter(route -> !route.open()).toList();
        assertThat(all).isNotEmpty();
        return all;
    }
}
