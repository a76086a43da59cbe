package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

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
