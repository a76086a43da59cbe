package dev.rapport.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares all that a page says with a file: nothing may come, go or change its words unseen. The data lies in a time in which no
 * other test does anything. What a page says is left in {@code target/pages}, to be looked at and taken over.
 */
@QuarkusTest
@TestSecurity(user = "sam", roles = "support")
class WholePagesResourceTest {
    private static final String MAY = "from=2001-05-01&to=2001-05-31&compare=previous";

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        clean();
        execute("""
                insert into ticket (key, channel_id, created_at, content)
                select 'whole-' || n, id, '2001-05-05T10:00Z'::timestamptz + n * interval '5 hours', gen_random_uuid()
                from generate_series(1, 40) as n, channel where key = 'chat'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("delete from ticket where key like 'whole-%'");
    }

    @ParameterizedTest
    @CsvSource({"catalogue, /catalogue", "overview, /overview", "metric, /metrics/backlog"})
    void saysWhatItsFileSays(String name, String address) throws IOException {
        String page = given().header("HX-Request", "true")
                .header("Accept-Language", "en-GB")
                .get(address + "?" + MAY)
                .asString();
        String text = text(page);
        Path said = Path.of("target", "pages", name + ".txt");
        Files.createDirectories(said.getParent());
        Files.writeString(said, text);
        try (var expected = getClass().getResourceAsStream("/pages/" + name + ".txt")) {
            assertThat(expected).as("src/test/resources/pages/%s.txt", name).isNotNull();
            assertThat(text).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** One line for each piece of text; when figures were computed last depends on other tests. */
    private static String text(String page) {
        return page.replaceAll("(?s)<script.*?</script>|<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", "\n")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.matches("\\d{1,2} \\w+ 20[2-9]\\d, \\d\\d:\\d\\d") ? "(a moment)" : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
