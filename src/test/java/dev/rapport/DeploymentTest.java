package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds what stands in {@code docker} against the Compose Specification and against what an operator is promised: small
 * rights, bounds, a database that nobody else reaches, images by their full version. It needs no Docker.
 */
class DeploymentTest {
    private static final Path DOCKER = Path.of("docker");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The schema calls itself by half an address. */
    private static final SchemaLocation NAME = SchemaLocation.of("https://compose-spec.io/compose-spec.json");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern FULL_VERSION = Pattern.compile("[\\w./-]+:\\d+(\\.\\d+)+[\\w.-]*");

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "caddy.yaml"})
    void isAComposeFile(String file) throws IOException {
        assertThat(schema().validate(read(file))).isEmpty();
    }

    @Test
    void theSchemaFindsWhatIsNone() throws IOException {
        ObjectNode wrong = read("compose.yaml");
        ((ObjectNode) wrong.at("/services/rapport")).put("pid_limits", 3);
        assertThat(schema().validate(wrong)).isNotEmpty();
    }

    @Test
    void everyContainerHasSmallRightsAndBounds() throws IOException {
        both().get("services").properties().forEach(service -> {
            JsonNode said = service.getValue();
            assertThat(said.path("read_only").asBoolean()).as(service.getKey()).isTrue();
            assertThat(said.path("cap_drop").toString()).as(service.getKey()).isEqualTo("[\"ALL\"]");
            assertThat(said.path("security_opt").toString())
                    .as(service.getKey())
                    .contains("no-new-privileges:true");
            assertThat(said.has("mem_limit")).as(service.getKey()).isTrue();
            assertThat(said.has("pids_limit")).as(service.getKey()).isTrue();
            assertThat(said.has("stop_grace_period")).as(service.getKey()).isTrue();
            assertThat(said.path("tmpfs"))
                    .as(service.getKey())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.asText()).contains(":size="));
            assertThat(said.has("privileged")).as(service.getKey()).isFalse();
        });
    }

    @Test
    void nobodyOutsideReachesTheDatabase() throws IOException {
        JsonNode all = both();
        assertThat(all.at("/networks/data/internal").asBoolean()).isTrue();
        assertThat(all.at("/services/database/networks").toString()).isEqualTo("[\"data\"]");
        assertThat(all.at("/services/database").has("ports")).isFalse();
        for (String service : List.of("rapport", "keycloak")) {
            assertThat(all.at("/services/" + service + "/ports"))
                    .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
    }

    /** Each has a role of its own in PostgreSQL, which owns one database and is no superuser. */
    @Test
    void rapportAndKeycloakHaveARoleEach() throws IOException {
        JsonNode all = both();
        assertThat(all.at("/services/rapport/environment/QUARKUS_DATASOURCE_USERNAME")
                        .asText())
                .isEqualTo("rapport");
        assertThat(all.at("/services/keycloak/environment/KC_DB_USERNAME").asText())
                .isEqualTo("keycloak");
        String roles = Files.readString(DOCKER.resolve("postgres/roles.sh"));
        for (String role : List.of("rapport", "keycloak")) {
            assertThat(roles)
                    .contains("create role " + role + " login nosuperuser nocreatedb nocreaterole")
                    .contains("create database " + role + " owner " + role);
        }
    }

    @Test
    void imagesAreNamedByTheirFullVersion() throws IOException {
        String files = files();
        List<String> images = Pattern.compile("(?:image|_IMAGE): (\\S+?)\\$\\{\\w+_DIGEST:\\+@")
                .matcher(files)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(images).hasSize(4).allSatisfy(image -> assertThat(image).matches(FULL_VERSION));
        assertThat(Pattern.compile("(?:image|_IMAGE): ").matcher(files).results())
                .hasSize(images.size());
        for (String dockerfile : List.of("Dockerfile", "keycloak/Dockerfile")) {
            String said = Files.readString(DOCKER.resolve(dockerfile));
            assertThat(images).anySatisfy(image -> assertThat(said).contains("_IMAGE=" + image + "\n"));
        }
    }

    /** What a client says of itself is not passed on, and of Keycloak only what people sign in by is reached. */
    @Test
    void theProxySaysForWhomARequestComes() throws IOException {
        String caddy = Files.readString(DOCKER.resolve("Caddyfile"));
        assertThat(caddy)
                .contains("header Strict-Transport-Security \"max-age=31536000; includeSubDomains\"")
                .contains("@sign-on path /realms/rapport/* /resources/*\n")
                .contains("respond 404");
        // Caddy sets the other three by itself; Rapport and Keycloak believe these as well.
        for (String header : List.of("Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Ssl")) {
            assertThat(caddy).contains("header_up -" + header + "\n");
        }
        assertThat(Pattern.compile("reverse_proxy [^\n]+\\{\n\\s+import from-here")
                        .matcher(caddy)
                        .results())
                .hasSize(Pattern.compile("\\breverse_proxy\\b")
                        .matcher(caddy)
                        .results()
                        .toList()
                        .size());
    }

    /** What compose asks for stands in the example, so that nobody looks for a name. */
    @Test
    void whatMustBeSetStandsInTheExample() throws IOException {
        String example = Files.readString(DOCKER.resolve(".env.example"));
        String files = files();
        assertThat(Pattern.compile("\\$\\{(\\w+):\\?}").matcher(files).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "="));
        assertThat(Pattern.compile("(?m)^#?([A-Z_]+)=")
                        .matcher(example)
                        .results()
                        .map(found -> found.group(1)))
                .allSatisfy(name -> assertThat(VARIABLE.matcher(files).results().map((MatchResult m) -> m.group(1)))
                        .contains(name));
    }

    private static String files() throws IOException {
        return Files.readString(DOCKER.resolve("compose.yaml")) + Files.readString(DOCKER.resolve("caddy.yaml"));
    }

    private static ObjectNode both() throws IOException {
        ObjectNode all = read("compose.yaml");
        merge(all, read("caddy.yaml"));
        return all;
    }

    private static void merge(ObjectNode into, JsonNode more) {
        more.properties().forEach(entry -> {
            JsonNode there = into.get(entry.getKey());
            if (there instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue());
            } else if (there instanceof ArrayNode array && entry.getValue() instanceof ArrayNode items) {
                array.addAll(StreamSupport.stream(items.spliterator(), false).toList());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static ObjectNode read(String file) throws IOException {
        Map<String, Object> said = new Yaml().load(Files.readString(DOCKER.resolve(file)));
        return JSON.valueToTree(said);
    }

    private static Schema schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DeploymentTest.class.getResourceAsStream("/compose/compose-spec.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(NAME, JSON.readTree(in));
        }
    }
}
