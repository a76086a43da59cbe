package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every endpoint there is, asked by someone who may not. */
@QuarkusTest
class DeniedByDefaultResourceTest {
    /** A name and what it takes, which may have braces of its own: {@code {id: [0-9]{1,18}}}. */
    private static final Pattern PARAMETER = Pattern.compile("\\{[^:{}]+(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** All that is open to everyone; think twice before you add to it. */
    private static final Set<String> OPEN =
            Set.of("GET /sign-out", "POST /sign-out", "GET /signed-out", "GET /sign-in-failed", "POST /theme");

    private record Endpoint(String method, String path, boolean permitsAll) {
        String name() {
            return method + " " + path;
        }

        /** The path with something in place of its parameters that they take. */
        String filled() {
            return PARAMETER
                    .matcher(path)
                    .replaceAll(parameter -> parameter.group(1) == null
                            ? "1"
                            : taken(parameter.group(1).strip()));
        }

        private static String taken(String pattern) {
            return Stream.of("1", "a", pattern.split("\\|")[0])
                    .filter(text -> text.matches(pattern))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing known fits " + pattern));
        }
    }

    @Test
    void onlyTheseEndpointsAreOpen() {
        assertThat(endpoints().stream().filter(Endpoint::permitsAll).map(Endpoint::name))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void strangersGetNothing() {
        for (Endpoint endpoint : protectedOnes()) {
            int status = stranger().request(endpoint.method, endpoint.filled()).statusCode();
            assertThat(status).as(endpoint.name()).isEqualTo(401);
        }
    }

    @Test
    @TestSecurity(user = "nobody", roles = "visitor")
    void neitherDoesSomeoneWithoutARole() {
        for (Endpoint endpoint : protectedOnes()) {
            int status = stranger().request(endpoint.method, endpoint.filled()).statusCode();
            assertThat(status).as(endpoint.name()).isEqualTo(403);
        }
    }

    @Test
    void disguisedAddressesOpenNothing() {
        for (Endpoint endpoint : protectedOnes()) {
            if (!endpoint.method.equals("GET")) {
                continue;
            }
            String path = endpoint.filled();
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

    private static List<Endpoint> protectedOnes() {
        List<Endpoint> all =
                endpoints().stream().filter(endpoint -> !endpoint.permitsAll).toList();
        assertThat(all).isNotEmpty();
        return all;
    }

    private static List<Endpoint> endpoints() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.rapport").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(DeniedByDefaultResourceTest::endpoint)
                        .toList();
    }

    private static Endpoint endpoint(JavaMethod method) {
        JavaClass owner = method.getOwner();
        String below = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = ("/" + owner.getAnnotationOfType(Path.class).value() + "/" + below)
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
        String verb = new TreeSet<>(Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"))
                .stream()
                        .filter(name -> method.isAnnotatedWith("jakarta.ws.rs." + name))
                        .findFirst()
                        .orElseThrow();
        return new Endpoint(
                verb, path, method.isAnnotatedWith(PermitAll.class) || owner.isAnnotatedWith(PermitAll.class));
    }
}
