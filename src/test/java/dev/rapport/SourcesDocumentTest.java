package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.Catalogue;
import dev.rapport.testsupport.GetAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds that the document of what the sources promise speaks of what there is: each of its rows once, each with a state, and
 * every metric, page and test that it names.
 */
class SourcesDocumentTest {
    private static final Path DOCUMENT = Path.of("src/docs/SOURCES.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path RECOUNTS = Path.of("src/test/resources/recount");
    private static final int ROWS = 183;

    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*");
    private static final Pattern STATE =
            Pattern.compile("works(: .+)?|(partly|not yet|issue 2[24]|does not belong): .+");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    private record Row(
            int number, String expected, String state, List<String> pages, List<String> keys, List<String> tests) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(8);
            return new Row(
                    Integer.parseInt(cells[1].strip()),
                    cells[2].strip(),
                    cells[3].strip(),
                    quoted(cells[4]),
                    quoted(cells[5]),
                    Stream.of(cells[6].strip().split(",\\s*"))
                            .filter(test -> !test.isEmpty())
                            .toList());
        }

        private static List<String> quoted(String cell) {
            return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
        }

        List<String> metrics() {
            return keys.stream().filter(METRIC.asMatchPredicate()).toList();
        }
    }

    @Test
    void eachRowStandsOnceWithItsState() throws IOException {
        assertThat(rows())
                .extracting(Row::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.expected()).isNotEmpty();
            assertThat(row.state()).as("state of %d", row.number()).matches(STATE);
        });
    }

    @Test
    void whatWorksNamesAPageAndATest() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.state().startsWith("works"))
                .hasSizeGreaterThan(150)
                .allSatisfy(row ->
                        assertThat(row.tests()).as("tests of %d", row.number()).isNotEmpty());
    }

    @Test
    void metricsAreThoseOfTheCatalogue() throws IOException {
        assertThat(unknown(Row::metrics, key -> Catalogue.find(key).isPresent()))
                .isEmpty();
    }

    @Test
    void pagesAnswer() throws IOException {
        List<Predicate<String>> pages = GetAddresses.of("dev.rapport").stream()
                .map(address -> pattern(address).asMatchPredicate())
                .toList();
        assertThat(pages).hasSizeGreaterThan(50);
        assertThat(unknown(Row::pages, page -> pages.stream().anyMatch(known -> known.test(page))))
                .isEmpty();
    }

    @Test
    void testsAreThere() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(TESTS)) {
            tests = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        assertThat(unknown(Row::tests, test -> test.endsWith("Test") && tests.contains(test + ".java")))
                .isEmpty();
    }

    @Test
    void whatIsRecountedHasItsSql() throws IOException {
        assertThat(unknown(
                        row -> row.tests().contains("RecountPropertyTest") ? row.metrics() : List.of(),
                        key -> Files.exists(RECOUNTS.resolve(key + ".sql"))))
                .isEmpty();
    }

    /** The last row: how the design card wants the project to be laid out. */
    @Test
    void theTopOfTheProjectIsLaidOutAsTheCardSays() {
        assertThat(List.of("pom.xml", "src", "src-web", "docker", "README.md"))
                .allMatch(name -> Files.exists(Path.of(name)));
    }

    /** What rows name and there is not, with their numbers. */
    private static List<String> unknown(Function<Row, List<String>> named, Predicate<String> known) throws IOException {
        return rows().stream()
                .flatMap(
                        row -> named.apply(row).stream().filter(known.negate()).map(name -> row.number() + ": " + name))
                .toList();
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(ROW.asMatchPredicate())
                .map(Row::of)
                .toList();
    }

    /** Of an address whose placeholders may be anything, also a placeholder. */
    private static Pattern pattern(String address) {
        Matcher placeholder = PLACEHOLDER.matcher(address);
        StringBuilder regex = new StringBuilder();
        int end = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(address.substring(end, placeholder.start())))
                    .append("[^/]+");
            end = placeholder.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(address.substring(end))).toString());
    }
}
