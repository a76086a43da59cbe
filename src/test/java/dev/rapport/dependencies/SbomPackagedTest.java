package dev.rapport.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds that the list of parts that the build leaves has every jar of the packaged application, and what browsers load. */
class SbomPackagedTest {
    private static final Path SBOM = Path.of("target/rapport-sbom.json");
    private static final Path JARS = Path.of("target/quarkus-app/lib");

    @Test
    void namesEveryJarOfTheApplication() throws IOException {
        Set<String> named = components().stream()
                .map(part ->
                        part.path("group").asText() + "." + part.path("name").asText() + "-"
                                + part.path("version").asText() + ".jar")
                .collect(Collectors.toSet());
        List<String> jars;
        try (Stream<Path> files = Files.list(JARS)) {
            jars = files.map(file -> file.getFileName().toString().replaceFirst("^modified-", ""))
                    .toList();
        }
        assertThat(jars).hasSizeGreaterThan(150);
        assertThat(named).containsAll(jars);
    }

    @Test
    void namesWhatBrowsersLoad() throws IOException {
        assertThat(components()).extracting(part -> part.path("name").asText()).contains("htmx.org", "echarts");
    }

    private static List<JsonNode> components() throws IOException {
        JsonNode sbom = new ObjectMapper().readTree(SBOM.toFile());
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        return StreamSupport.stream(sbom.path("components").spliterator(), false)
                .toList();
    }
}
