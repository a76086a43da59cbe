package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlFileTest {
    private static final Path FILES = Path.of("src/main/resources/sql");
    private static final Pattern USE = Pattern.compile("SqlFile\\s*\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void everyFileIsUsedAndEveryUseHasItsFile() throws IOException {
        assertThat(used()).isEqualTo(written());
    }

    @Test
    void everyFileSaysSomething() throws IOException {
        assertThat(written()).allSatisfy(name -> assertThat(SqlFile.of(name)).isNotBlank());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SqlFile.of("cube/nothing")).hasMessageContaining("cube/nothing");
    }

    private static Set<String> written() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> FILES.relativize(file).toString().replaceFirst("\\.sql$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(file)).results().forEach(use -> used.add(use.group(1)));
            }
        }
        return used;
    }
}
