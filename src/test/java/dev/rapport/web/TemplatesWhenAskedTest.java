package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.StringTemplateLocation;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesWhenAskedTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void parsesNothingUntilTheEngineIsReadyAndTheRealOneAfterwards() {
        TemplatesWhenAsked whenAsked = new TemplatesWhenAsked();
        Engine engine = Engine.builder()
                .addDefaults()
                .addLocator(whenAsked)
                .addLocator(TemplatesWhenAskedTest::greeting)
                .build();

        assertThat(engine.getTemplate("greeting").render()).isEmpty();
        whenAsked.forget(engine);
        assertThat(engine.getTemplate("greeting").data("name", "Ada").render()).isEqualTo("Hello Ada");
        assertThat(engine.getTemplate("nowhere")).isNull();
    }

    private static Optional<TemplateLocation> greeting(String id) {
        return id.equals("greeting") ? Optional.of(new StringTemplateLocation("Hello {name}")) : Optional.empty();
    }

    /** Asked for without its ending, a template would be looked for as that folder, found, and empty. */
    @Test
    void noTemplateHasTheNameOfAFolder() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<Path> templates = files.filter(Files::isRegularFile).toList();
            assertThat(templates).isNotEmpty().noneMatch(file -> {
                String name = file.getFileName().toString();
                return Files.isDirectory(file.resolveSibling(name.substring(0, name.lastIndexOf('.'))));
            });
        }
    }
}
