package dev.rapport.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares all that a page says with a file: nothing may come, go or change its words unseen. The data lies in a time in which no
 * other test does anything. {@code -Drapport.pages.renew=true} writes the files anew, to be looked at and committed.
 */
@QuarkusTest
@TestSecurity(user = "sam", roles = "support")
class WholePagesResourceTest {
    private static final Path PAGES = Path.of("src", "test", "resources", "pages");
    private static final String MAY = "from=2001-05-01&to=2001-05-31&compare=previous";

    @Inject
    DataSource database;

    @Inject
    CubeBuilder cube;

    @BeforeEach
    void fill() throws SQLException {
        clean();
        execute("""
                insert into ticket (key, channel_id, created_at, resolved_at, content)
                select 'whole-' || n, id, at, case when n % 4 > 0 then at + n * interval '1 hour' end, gen_random_uuid()
                from generate_series(1, 400) as n, channel,
                     lateral (select '2001-01-02T10:00Z'::timestamptz + n * interval '9 hours' as at) as moment
                where key = case when n % 3 = 0 then 'email' else 'chat' end
                """);
        count();
    }

    @AfterEach
    void clean() throws SQLException {
        execute("delete from ticket where key like 'whole-%'");
        count();
    }

    private void count() throws SQLException {
        try (var connection = database.getConnection()) {
            DirtyDays.mark(
                    JdbiSetup.on(connection),
                    "support",
                    "select '2001-01-01T12:00Z'::timestamptz + n * interval '1 day' from generate_series(0, 200) n");
        }
        cube.refreshAll();
    }

    @ParameterizedTest
    @CsvSource({"overview, /overview", "support, /support", "metric, /metrics/ticket_volume"})
    void saysWhatItsFileSays(String name, String address) throws IOException {
        List<String> said = text(given().header("HX-Request", "true")
                .header("Accept-Language", "en-GB")
                .get(address + "?" + MAY)
                .asString());
        Path file = PAGES.resolve(name + ".txt");
        if (Boolean.getBoolean("rapport.pages.renew")) {
            Files.createDirectories(PAGES);
            Files.write(file, said);
        }
        List<String> expected = Files.readAllLines(file);
        int line = 0;
        while (line < Math.min(said.size(), expected.size()) && said.get(line).equals(expected.get(line))) {
            line++;
        }
        assertThat(around(said, line))
                .as("%s, from its line %d; -Drapport.pages.renew=true takes it over", file, line + 1)
                .isEqualTo(around(expected, line));
    }

    private static List<String> around(List<String> lines, int line) {
        return lines.subList(Math.max(0, line - 3), Math.min(lines.size(), line + 5));
    }

    /**
     * One line for each piece of text, of the page's own part. Other tests leave groups of segments, and decide when figures
     * were last computed.
     */
    private static List<String> text(String page) {
        return page.replaceAll("(?s)^.*<main[^>]*>|</main>.*$", "")
                .replaceAll(
                        "(?s)<script.*?</script>|<svg.*?</svg>|<nav[^>]*aria-label=\"Segment group\".*?</nav>"
                                + "|<div[^>]*data-counting.*?</div></div>",
                        " ")
                .replaceAll("<[^>]*>", "\n")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("\\d{1,2} \\w+ 20[2-9]\\d, \\d\\d:\\d\\d", "(a moment)"))
                .toList();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
