package dev.rapport.ingest.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.rapport.team.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoDataResourceTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    @Inject
    DataSource database;

    @Inject
    DemoImport demoImport;

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void removesTheDemoDataOnceConfirmed() throws Exception {
        execute("""
                with job as (insert into import_job (kind, file_name, state, created_by)
                             values ('demo', 'demo data', 'done', 'test') returning id)
                insert into person (external_id, import_id) select 'demo-page-test', id from job
                """);
        demoImport.forget();
        assertThat(demoImport.isPresent()).isTrue();
        Response page = given().get("/demo-data");
        page.then().statusCode(200).body(containsString("Remove demo data"));

        post(page, "no").then().statusCode(422).body(containsString("Tick the box"));
        assertThat(demoImport.isPresent()).isTrue();

        post(page, "yes").then().statusCode(303);
        given().get("/demo-data").then().body(containsString("There is no demo data here."));
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from person where external_id = 'demo-page-test'")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void isForAdministratorsOnly() {
        given().get("/demo-data").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void aFormWithoutItsTokenIsRefused() {
        given().formParam("sure", "yes").post("/demo-data").then().statusCode(400);
    }

    private static Response post(Response page, String sure) {
        Matcher token = TOKEN.matcher(page.asString());
        assertThat(token.find()).isTrue();
        return given().cookies(page.cookies())
                .redirects()
                .follow(false)
                .formParam("csrf-token", token.group(1))
                .formParam("sure", sure)
                .post("/demo-data");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
