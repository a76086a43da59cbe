package dev.rapport.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds that nothing the build uses has a grave hole that is known: the application, tests, demo, Keycloak, Quarkus' own build
 * and Maven's plugins. Maven writes what it resolved to {@code target/coordinates}, not with {@code -Dfast}.
 */
class DependenciesTest {
    private static final Path ADVISORIES = Path.of("src/test/resources/advisories/advisories.tsv");
    private static final Path EXEMPT = Path.of("src/test/resources/advisories/exempt.tsv");
    private static final Path RESOLVED = Path.of("target/coordinates");
    private static final Pattern KEYCLOAK = Pattern.compile("<keycloak.version>([^<]+)<");
    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    @TempDir
    private Path folder;

    @Test
    void nothingGraveIsUsed() throws IOException {
        Assumptions.assumeTrue(Files.exists(RESOLVED.resolve("plugins.txt")), "-Dfast does not write what is resolved");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        AdvisoryFile known = AdvisoryFile.of(ADVISORIES);
        List<Coordinate> application = new ArrayList<>();
        List<Coordinate> tests = new ArrayList<>();
        for (String line : Files.readAllLines(RESOLVED.resolve("project.txt"))) {
            Coordinate.read(line).ifPresent(line.contains(":test") ? tests::add : application::add);
        }
        List<Coordinate> build = Stream.concat(read("plugins.txt").stream(), read("quarkus.txt").stream())
                .filter(used -> !application.contains(used))
                .distinct()
                .toList();
        List<Coordinate> keycloak = keycloak(known);
        // A list that could not be read would find nothing.
        assertThat(application)
                .hasSizeGreaterThan(150)
                .anyMatch(used -> used.name().equals("io.netty:netty-handler"));
        assertThat(tests).hasSizeGreaterThan(50);
        assertThat(build).hasSizeGreaterThan(150);
        assertThat(keycloak).isNotEmpty();

        say("%d advisories as of %s; looked at: application %d, tests and demo %d, Keycloak, build %d"
                .formatted(known.count(), known.read(), application.size(), tests.size(), build.size()));
        if (known.old(today)) {
            say("WARNING: the advisories are older than %d days; CONTRIBUTING says how to renew them"
                    .formatted(AdvisoryFile.DAYS));
        }
        List<AdvisoryFile.Hit> hits = new ArrayList<>();
        hits.addAll(said("application", known.hits(application)));
        hits.addAll(said("tests and demo", known.hits(tests)));
        hits.addAll(said("Keycloak", known.hits(keycloak)));
        hits.addAll(said("build", known.hits(build)));
        assertThat(unexcused(hits, today)).isEmpty();
        assertThat(Exempt.of(EXEMPT))
                .as("exceptions that something needs")
                .allMatch(exempt -> hits.stream().anyMatch(exempt::of));
    }

    @Test
    void aBadCoordinateIsFound() throws IOException {
        AdvisoryFile known = AdvisoryFile.of(ADVISORIES);
        List<Coordinate> bad = List.of(
                new Coordinate("org.apache.logging.log4j:log4j-core", "2.14.1"),
                new Coordinate("org.apache.logging.log4j:log4j-core", "2.12.2"),
                new Coordinate("org.postgresql:postgresql", "42.7.10"));
        assertThat(known.hits(bad))
                .extracting(AdvisoryFile.Hit::toString)
                .containsExactly(
                        "CRITICAL org.apache.logging.log4j:log4j-core:2.14.1 GHSA-jfh8-c2jp-5v3q a logged text loads and runs code"
                                + " (mended in 2.15.0)",
                        "HIGH org.postgresql:postgresql:42.7.10 CVE-2026-42198 a server makes the driver work without end while it"
                                + " signs on (mended in 42.7.11)");
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 2.3, '', 1.9, false",
        "2.0, 2.3, '', 2.0, true",
        "2.0, 2.3, '', 2, true",
        "2.0, 2.3, '', 2.2.9, true",
        "2.0, 2.3, '', 2.3-SNAPSHOT, true",
        "2.0, 2.3, '', 2.3-rc1, true",
        "2.0, 2.3, '', 2.3, false",
        "2.0, 2.3, '', 2.3.0.Final, false",
        "2.0, 2.3, '', 2.10, false",
        "0, 2.10, '', 2.9, true",
        "0, '', 2.3, 2.3, true",
        "0, '', 2.3, 2.3.1, false",
        "0, '', '', 99, true",
        "4.2.0.Alpha1, 4.2.15.Final, '', 4.2.0.Beta1, true",
        "4.2.0.Alpha1, 4.2.15.Final, '', 4.1.137.Final, false",
        "3.28.0, 3.33.2.1, '', 3.33.2, true",
        "3.28.0, 3.33.2.1, '', 3.33.2.1, false",
        "1.0, 33.8.0-jre, '', 33.5.0-jre, true",
    })
    void rangesGoByMavensOrder(String introduced, String fixed, String last, String version, boolean hit) {
        Advisory range = new Advisory("X", "", Severity.HIGH, "a:b", introduced, fixed, last, "");
        assertThat(range.hits(new Coordinate("a:b", version))).isEqualTo(hit);
        assertThat(range.hits(new Coordinate("a:c", version))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "   io.netty:netty-handler:jar:4.1.137.Final:compile -- module io.netty.handler | io.netty:netty-handler:4.1.137.Final",
                "   a.b:c:jar:linux-x86_64:1.2:test | a.b:c:1.2",
                "      org.ow2.asm:asm:jar:9.9.1 | org.ow2.asm:asm:9.9.1",
                "│  │  ├─ io.quarkus:quarkus-rest-dev:3.33.2 (compile) | io.quarkus:quarkus-rest-dev:3.33.2",
                "The following files have been resolved: | ''",
            })
    void linesOfMavenAreRead(String line, String coordinate) {
        assertThat(Coordinate.read(line).map(Coordinate::toString).orElse("")).isEqualTo(coordinate);
    }

    @Test
    void packagesOfNpmGoByTheirOwnName() {
        Advisory range = new Advisory("X", "", Severity.HIGH, "npm:echarts", "0", "6.0.1", "", "");
        assertThat(range.hits(new Coordinate("org.mvnpm:echarts", "6.0.0"))).isTrue();
        assertThat(range.hits(new Coordinate("org.webjars.npm:echarts", "6.0.1")))
                .isFalse();
    }

    @Test
    void anExceptionNeedsAReasonAndEnds() {
        AdvisoryFile.Hit hit = new AdvisoryFile.Hit(
                new Advisory("X", "", Severity.CRITICAL, "a:b", "0", "", "", ""), new Coordinate("a:b", "1"));
        Exempt exempt = Exempt.read("X\ta:b\t1\t2026-12-31\twhy");
        assertThat(exempt.of(hit) && exempt.holds(DAY)).isTrue();
        assertThat(exempt.holds(LocalDate.parse("2027-01-01"))).isFalse();
        assertThat(Exempt.read("X\ta:b\t2\t2026-12-31\twhy").of(hit)).isFalse();
        assertThatThrownBy(() -> Exempt.read("X\ta:b\t1\t2026-12-31\t ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsOldIsSaid() throws IOException {
        AdvisoryFile known = AdvisoryFile.of(List.of("# read: 2026-11-30"));
        assertThat(known.old(LocalDate.parse("2026-12-30"))).isFalse();
        assertThat(known.old(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(AdvisoryFile.of(ADVISORIES).count()).isGreaterThan(20);
    }

    @Test
    void theArchiveOfOsvIsRead() throws IOException {
        String advisory = """
                {"id": "GHSA-1", "aliases": ["CVE-2026-1"], "summary": "A hole\\nof two lines",
                 "database_specific": {"severity": "MODERATE"},
                 "affected": [
                  {"package": {"ecosystem": "Maven", "name": "a:b"}, "ranges": [{"type": "ECOSYSTEM", "events": [
                    {"introduced": "0"}, {"fixed": "1.2"}, {"introduced": "2.0"}, {"last_affected": "2.4"}, {"introduced": "3"}]}]},
                  {"package": {"ecosystem": "Maven", "name": "a:c"}, "versions": ["1.0", "1.1"]},
                  {"package": {"ecosystem": "npm", "name": "echarts"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "5"}]}]},
                  {"package": {"ecosystem": "Maven", "name": "other:one"}, "versions": ["1.0"]}]}
                """;
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("GHSA-1.json"));
            out.write(advisory.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("GHSA-2.json"));
            out.write(advisory.replace("{\"id\"", "{\"withdrawn\": \"2026-01-01\", \"id\"")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("advisories.tsv");
        AdvisoryFile.write(file, DAY, List.of("of OSV"), OsvArchive.read(zip, Set.of("a:b", "a:c", "npm:echarts")));
        assertThat(Files.readString(file)).isEqualTo("""
                        # read: 2026-11-30
                        # of OSV
                        GHSA-1\tCVE-2026-1\tMODERATE\ta:b\t0\t1.2\t\tA hole of two lines
                        GHSA-1\tCVE-2026-1\tMODERATE\ta:b\t2.0\t\t2.4\tA hole of two lines
                        GHSA-1\tCVE-2026-1\tMODERATE\ta:b\t3\t\t\tA hole of two lines
                        GHSA-1\tCVE-2026-1\tMODERATE\ta:c\t1.0\t\t1.0\tA hole of two lines
                        GHSA-1\tCVE-2026-1\tMODERATE\ta:c\t1.1\t\t1.1\tA hole of two lines
                        GHSA-1\tCVE-2026-1\tMODERATE\tnpm:echarts\t5\t\t\tA hole of two lines
                        """);
        assertThat(OsvArchive.ranges(
                        new ObjectMapper()
                                .readTree(
                                        "{\"affected\": [{\"package\": {\"name\": \"a:b\"}, \"versions\": [\"1\"]}]}"),
                        Set.of("a:b")))
                .as("what does not say how bad it is")
                .extracting(Advisory::severity)
                .containsExactly(Severity.HIGH);
    }

    /** Not a test: writes the file anew from OSV's archives, of which -Drapport.osv= names one or more, with commas between. */
    @Test
    @EnabledIfSystemProperty(named = "rapport.osv", matches = ".+")
    void renews() throws IOException {
        AdvisoryFile before = AdvisoryFile.of(ADVISORIES);
        Set<String> names =
                new TreeSet<>(before.ranges().stream().map(Advisory::name).collect(Collectors.toSet()));
        for (String list : List.of("project.txt", "plugins.txt", "quarkus.txt")) {
            read(list).stream().map(Coordinate::advised).forEach(names::add);
        }
        List<Advisory> ranges = new ArrayList<>();
        for (String archive : System.getProperty("rapport.osv").split(",")) {
            ranges.addAll(OsvArchive.read(Path.of(archive), names));
        }
        AdvisoryFile.write(
                ADVISORIES,
                LocalDate.now(ZoneOffset.UTC),
                List.of(
                        "All that OSV's archives have of the %d packages that the build used that day."
                                .formatted(names.size()),
                        "id, CVE, severity, package, introduced, fixed, last affected, what"),
                ranges);
    }

    private static List<AdvisoryFile.Hit> said(String where, List<AdvisoryFile.Hit> hits) {
        hits.forEach(hit -> say(where + ": " + hit));
        return hits;
    }

    private static List<AdvisoryFile.Hit> unexcused(List<AdvisoryFile.Hit> hits, LocalDate today) throws IOException {
        List<Exempt> exempt =
                Exempt.of(EXEMPT).stream().filter(one -> one.holds(today)).toList();
        return hits.stream()
                .filter(hit -> hit.advisory().severity().grave())
                .filter(hit -> exempt.stream().noneMatch(one -> one.of(hit)))
                .toList();
    }

    /** Keycloak is one file to Maven; its parts have its version. */
    private static List<Coordinate> keycloak(AdvisoryFile known) throws IOException {
        Matcher version = KEYCLOAK.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return known.ranges().stream()
                .map(Advisory::name)
                .filter(name -> name.startsWith("org.keycloak:"))
                .distinct()
                .map(name -> new Coordinate(name, version.group(1)))
                .toList();
    }

    private static List<Coordinate> read(String list) throws IOException {
        return Files.readAllLines(RESOLVED.resolve(list)).stream()
                .map(Coordinate::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void say(String text) {
        System.out.println("Dependencies: " + text);
    }
}
