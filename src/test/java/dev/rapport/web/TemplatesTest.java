package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern BEAN = Pattern.compile("\\b(?:inject|cdi):(\\w+)");
    private static final Pattern NAMESPACE = Pattern.compile("(?<=[{(= !])([a-zA-Z]+):[a-zA-Z]\\w*(?=[^{}\"<>]*})");
    private static final Pattern ROOM = Pattern.compile("dev\\.rapport\\.(\\w+)");

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

    /** What all pages share stands at the bottom, so it names nothing of a feature. */
    @ParameterizedTest
    @ValueSource(strings = {"tags", "web"})
    void sharedTemplatesNameNoFeature(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                assertThat(all(BEAN, text)).as("beans of " + file).isSubsetOf("page", "flash");
                assertThat(all(NAMESPACE, text))
                        .as("bundles and extensions of " + file)
                        .isSubsetOf("inject", "msg", "errors", "format");
                assertThat(all(ROOM, text)).as("types of " + file).isSubsetOf("web", "words");
            }
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
