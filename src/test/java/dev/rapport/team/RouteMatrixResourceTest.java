package dev.rapport.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestIdentityAssociation;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint asked by everybody there is: nobody, somebody without a role, each role, a key of each scope, a revoked key and one
 * that never was. What {@code routes.txt} does not allow is refused, the same whether the thing with that id exists; what it allows is
 * let through. Only what reads is let through for real; of what changes something, {@link RouteMatrixTest} compares the annotation.
 */
@QuarkusTest
class RouteMatrixResourceTest {
    private static final String FORM_TOKEN = "0123456789abcdef";
    private static final String NOT_THERE = "999999999";

    @Inject
    TestIdentityAssociation identities;

    /** @param role that it has, or none */
    private record Identity(String name, String role, Optional<String> key, boolean signedIn) {}

    @AfterEach
    void nobody() {
        identities.setTestIdentity(null);
    }

    @Test
    void everyoneGetsWhatTheMatrixSays() {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (Identity identity : identities()) {
            identities.setTestIdentity(identity.signedIn ? signedIn(identity) : null);
            for (RouteMatrix.Row row : RouteMatrix.rows()) {
                if (!row.isOpen()) {
                    asked++;
                    ask(identity, row).ifPresent(faults::add);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(asked)
                .isEqualTo(identities().size()
                        * RouteMatrix.rows().stream()
                                .filter(row -> !row.isOpen())
                                .count());
    }

    private static List<Identity> identities() {
        List<Identity> all = new ArrayList<>();
        all.add(new Identity("nobody", "", Optional.empty(), false));
        all.add(new Identity("no role", "", Optional.empty(), true));
        RouteMatrix.rolesOfPeople().forEach(role -> all.add(new Identity(role, role, Optional.empty(), true)));
        RouteMatrix.scopes()
                .forEach(scope -> all.add(new Identity("key " + scope, scope, Optional.of(key(scope, false)), false)));
        all.add(new Identity("revoked key", "", Optional.of(key(Role.READ, true)), false));
        all.add(new Identity("no key", "", Optional.of("rpt_" + "x".repeat(43)), false));
        return all;
    }

    private static SecurityIdentity signedIn(Identity identity) {
        QuarkusSecurityIdentity.Builder builder =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("matrix-" + identity.name));
        return identity.role.isEmpty()
                ? builder.build()
                : builder.addRole(identity.role).build();
    }

    private static Optional<String> ask(Identity identity, RouteMatrix.Row row) {
        boolean let = identity.key.map(key -> scopes(identity.role)).orElse(List.of(identity.role)).stream()
                .anyMatch(row::may);
        String path = row.endpoint().route().with(NOT_THERE);
        if (let) {
            if (!row.endpoint().route().verb().equals("GET")) {
                return Optional.empty();
            }
            int status = send(identity, row, path).statusCode();
            return status == 401 || status == 403 || status >= 500
                    ? fault(identity, row, path, status)
                    : Optional.empty();
        }
        Response refused = send(identity, row, path);
        int wanted = identity.signedIn || (identity.key.isPresent() && !identity.role.isEmpty()) ? 403 : 401;
        if (refused.statusCode() != wanted) {
            return fault(identity, row, path, refused.statusCode());
        }
        String there = row.endpoint().route().with("1");
        Response same = there.equals(path) ? refused : send(identity, row, there);
        return same.statusCode() == wanted && same.asString().equals(refused.asString())
                ? Optional.empty()
                : fault(identity, row, there, same.statusCode());
    }

    /** As {@link ApiKeyMechanism} has it: whoever may list customers may read figures. */
    private static List<String> scopes(String scope) {
        return scope.equals(Role.READ_IDS) ? List.of(Role.READ, Role.READ_IDS) : List.of(scope);
    }

    private static Optional<String> fault(Identity identity, RouteMatrix.Row row, String path, int status) {
        return Optional.of(identity.name + ": " + row.endpoint().route().verb() + " " + path + " -> " + status);
    }

    private static Response send(Identity identity, RouteMatrix.Row row, String path) {
        RequestSpecification request = given().redirects()
                .follow(false)
                .header("Accept", "*/*")
                .cookie("rapport-form", FORM_TOKEN)
                .header("X-CSRF-TOKEN", FORM_TOKEN);
        identity.key.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        if (row.endpoint().takesFiles()) {
            request.multiPart("nothing", "");
        }
        return request.request(Method.valueOf(row.endpoint().route().verb()), path);
    }

    private static String key(String scope, boolean revoked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ApiKey.Created made = ApiKey.create("matrix " + scope, scope, "test", Instant.now());
            if (revoked) {
                made.key().revoke(Instant.now());
            }
            return made.secret();
        });
    }
}
