package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds that the documents of trust speak of what there is: each promise and each requirement of ASVS once, with a state, and
 * tests and their methods that exist.
 */
class TrustDocumentTest {
    private static final Path PROMISES = Path.of("src/docs/TRUST.md");
    private static final Path REQUIREMENTS = Path.of("src/docs/ASVS.md");
    private static final int LEVELS_1_AND_2 = 253;

    private static final Pattern PROMISE = Pattern.compile("\\| ([RS]\\d+) \\|(.*)\\|");
    private static final Pattern REQUIREMENT =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) ?\\|");
    private static final Pattern STATE = Pattern.compile("met|partly|not met|n/a");
    /** A test, perhaps with a method; or one more method of the test before it. */
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)?(?:\\.(\\w+))?`");

    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    @Test
    void eachPromiseStandsOnceWithItsState() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(PROMISES)) {
            var row = PROMISE.matcher(line);
            if (row.matches()) {
                names.add(row.group(1));
                String[] cells = row.group(2).split("\\|", -1);
                assertThat(cells).as(row.group(1)).hasSize(4);
                assertThat(cells[3].strip()).as("state of %s", row.group(1)).isNotEmpty();
            }
        }
        assertThat(names)
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.rangeClosed(1, 20).mapToObj(n -> "R" + n),
                                IntStream.rangeClosed(1, 16).mapToObj(n -> "S" + n))
                        .toList());
    }

    @Test
    void eachRequirementStandsOnceWithItsState() throws IOException {
        List<String> lines = Files.readAllLines(REQUIREMENTS).stream()
                .filter(line -> line.matches("\\| \\d.*"))
                .toList();
        Set<String> numbers = new TreeSet<>();
        for (String line : lines) {
            var row = REQUIREMENT.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            assertThat(numbers.add(row.group(1))).as(row.group(1)).isTrue();
            assertThat(row.group(3)).as(row.group(1)).matches(STATE);
            if (!row.group(3).equals("n/a") && !row.group(3).equals("met")) {
                assertThat(row.group(4).strip() + row.group(2))
                        .as("why %s is not", row.group(1))
                        .isNotBlank();
            }
        }
        assertThat(numbers).hasSize(LEVELS_1_AND_2);
    }

    @Test
    void testsAreThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path document : List.of(PROMISES, REQUIREMENTS)) {
            String test = "";
            for (var named : TEST.matcher(Files.readString(document)).results().toList()) {
                test = named.group(1) == null ? test : named.group(1);
                Set<String> methods = methods(test);
                if (methods.isEmpty() || named.group(2) != null && !methods.contains(named.group(2))) {
                    missing.add(document.getFileName() + ": " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> methods(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path file = files.filter(found -> found.endsWith(test + ".java"))
                    .findFirst()
                    .orElse(null);
            return file == null
                    ? Set.of()
                    : METHOD.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet());
        }
    }
}
