package dev.rapport.dashboard.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.dashboard.Asked;
import dev.rapport.dashboard.FactRows;
import dev.rapport.dashboard.RowPage;
import dev.rapport.query.RowColumn;
import dev.rapport.team.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a time in which no other test does anything. */
@QuarkusTest
class FactRowsExportResourceTest {
    private static final String PERIOD = "from=2003-05-01&to=2003-05-31";

    @Inject
    DataSource database;

    @Inject
    FactRows rows;

    @BeforeEach
    void fill() throws SQLException {
        execute("""
                insert into ticket (key, channel_id, subject, created_at, content)
                select 'rows-' || n, channel.id, case n when 1 then '=cmd()' else 'Ticket "' || n || '"' end,
                       '2003-05-05T10:00Z'::timestamptz + n * interval '1 minute', gen_random_uuid()
                from generate_series(1, 120) as n join channel on key = 'chat'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("delete from ticket where key like 'rows-%'");
    }

    @Test
    @TestSecurity(user = "sven", roles = Role.SUPPORT)
    void allRowsAsATable() {
        String csv = given().get("/metrics/ticket_volume/rows.csv?" + PERIOD + "&channel=chat")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"ticket-volume_rows_2003-05-01_2003-05-31_chat.csv\""))
                .extract()
                .asString();
        assertThat(csv).startsWith("\uFEFFcreated_at,key,person,channel,issue_type,");
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(121);
        assertThat(lines[1])
                .isEqualTo("2003-05-05T12:00:00Z,rows-120,,Chat,,,\"Ticket \"\"120\"\"\",,,,0,open,true,true,");
        assertThat(lines[120]).isEqualTo("2003-05-05T10:01:00Z,rows-1,,Chat,,,'=cmd(),,,,0,open,true,true,");
    }

    @Test
    void theFirstRowsForAPage() {
        RowPage page = rows.page("ticket_volume", Asked.slice(PERIOD), 50).orElseThrow();
        assertThat(page.rows()).hasSize(50);
        assertThat(page.total()).isEqualTo(120);
        assertThat(page.isCut()).isTrue();
        assertThat(page.columns().get(0)).isEqualTo(RowColumn.CREATED_AT);
        assertThat(page.rows().get(0).get(0)).isEqualTo("2003-05-05 14:00");
        assertThat(rows.page("nobody_knows", Asked.slice(PERIOD), 50)).isEmpty();
    }

    @Test
    @TestSecurity(user = "sven", roles = Role.SUPPORT)
    void refusesWhatItDoesNotUnderstand() {
        given().get("/metrics/ticket_volume/rows.csv?channel=fax").then().statusCode(400);
        given().get("/metrics/no_such_metric/rows.csv").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "till", roles = Role.INGEST)
    void isNotForKeysThatSendFacts() {
        given().get("/metrics/ticket_volume/rows.csv").then().statusCode(403);
    }

    @Test
    void isNotForStrangers() {
        given().accept("text/csv").get("/metrics/ticket_volume/rows.csv").then().statusCode(401);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
