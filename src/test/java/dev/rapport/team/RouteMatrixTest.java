package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.Endpoints;
import dev.rapport.testsupport.Endpoints.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint and every role, with the answer that is wanted. {@code routes.txt} is what people have agreed to: a new endpoint,
 * role or scope fails here until its answers stand there. {@code -Drapport.routes.renew=true} writes what the code says; read the
 * difference before you commit it. {@link RouteMatrixResourceTest} asks the running application.
 */
class RouteMatrixTest {
    @Test
    void theCodeSaysWhatTheMatrixSays() throws IOException {
        List<String> code = RouteMatrix.ofCode();
        if (Boolean.getBoolean("rapport.routes.renew")) {
            Files.write(Path.of("src/test/resources/routes.txt"), code);
        }
        assertThat(RouteMatrix.lines()).containsExactlyElementsOf(code);
    }

    @Test
    void everyRoleAndScopeStandsInIt() {
        assertThat(RouteMatrix.roles()).containsExactlyInAnyOrderElementsOf(RouteMatrix.rolesOfCode());
        for (String role : RouteMatrix.rolesOfCode()) {
            assertThat(RouteMatrix.rows().stream().filter(row -> row.may(role)))
                    .as(role)
                    .isNotEmpty();
        }
    }

    /** Nobody is let in by a word that is no role, which would be let in by nobody or, worse, by a role to come. */
    @Test
    void noEndpointNamesARoleThatThereIsNot() {
        assertThat(Endpoints.all().stream()
                        .map(Endpoint::roles)
                        .flatMap(List::stream)
                        .distinct())
                .isSubsetOf(RouteMatrix.rolesOfCode());
    }

    /** What a key may do, so that a key that leaks does not more: it reads or it sends, and changes nothing else. */
    @Test
    void keysReadOrSendAndNothingElse() {
        assertThat(RouteMatrix.rows().stream()
                        .filter(row -> row.may(Role.READ) || row.may(Role.READ_IDS))
                        .map(row -> row.endpoint().route().verb()))
                .containsOnly("GET");
        assertThat(RouteMatrix.rows().stream()
                        .filter(row -> row.may(Role.INGEST))
                        .map(row -> row.endpoint().route().template()))
                .allMatch(path -> path.startsWith("/api/imports"));
        assertThat(new TreeSet<>(RouteMatrix.scopes())).containsExactly(Role.INGEST, Role.READ, Role.READ_IDS);
        assertThat(Stream.concat(RouteMatrix.scopes().stream(), RouteMatrix.rolesOfPeople().stream()))
                .containsExactlyInAnyOrderElementsOf(RouteMatrix.rolesOfCode());
    }
}
