package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that a class is known by its simple name alone: no two files of the project have the same. */
class NamesTest {
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"), Path.of("src/demo/java"), Path.of("src/bench/java"), Path.of("src/test/java"));

    @Test
    void no_simple_name_stands_twice() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path source : SOURCES) {
            if (Files.isDirectory(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    byName.putAll(merged(byName, files.filter(NamesTest::isClass)));
                }
            }
        }

        assertThat(byName).hasSizeGreaterThan(500);
        assertThat(byName.values()).filteredOn(files -> files.size() > 1).isEmpty();
    }

    private static Map<String, List<Path>> merged(Map<String, List<Path>> known, Stream<Path> files) {
        return Stream.concat(known.values().stream().flatMap(List::stream), files)
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
    }

    private static boolean isClass(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }
}
