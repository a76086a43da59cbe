package dev.rapport.revenue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.rapport.db.JdbiSetup;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four who subscribed before 1999, two of whom left in it; no other test has anything in these years. */
@QuarkusTest
@TestSecurity(user = "maria", roles = Role.SUPPORT)
class ReasonsResourceTest {
    private static final String YEAR = "?from=1999-01-01&to=1999-12-31&compare=none";
    private static final String CHURN = "/metrics/churn_rate.json" + YEAR;

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        change("""
                with people as (
                    insert into person (external_id, name) select 'why-' || n, 'Why ' || n from generate_series(1, 4) n
                    returning id, external_id)
                insert into visitor (key, person_id) select 'u:' || external_id, id from people;
                insert into subscription (key, visitor_id, channel_id, plan, amount, started_at, ended_at, reason, content)
                select visitor.key, visitor.id, 1, 'pro', 10, '1998-02-01T12:00Z',
                       case when visitor.key in ('u:why-1', 'u:why-2') then timestamptz '1999-05-10T12:00Z'
                            else timestamptz '2000-05-10T12:00Z' end,
                       case when visitor.key = 'u:why-1' then 'Price' end, gen_random_uuid()
                from visitor where visitor.key like 'u:why-%';
                insert into known_name (kind, key, name) values ('reason', 'price', 'Price') on conflict do nothing
                """);
    }

    @AfterEach
    void forget() throws SQLException {
        change("""
                delete from reason_stated where visitor_key like 'u:why-%';
                delete from reason_meaning;
                delete from known_name where kind = 'reason';
                delete from subscription where key like 'u:why-%';
                delete from visitor where key like 'u:why-%';
                delete from person where external_id like 'why-%'
                """);
    }

    @Test
    void whatIsSaidOnACustomersPageCountsBeforeTheFileUntilItIsTakenBack() throws SQLException {
        String page = "/customers/" + person(1);
        given().get(page).then().statusCode(200).body(containsString("Price"), containsString("subscription pro"));
        churn("Price", "25");

        Forms.sendByHtmx(
                        page,
                        page + "/reasons",
                        Map.of("about", "left", "reason", " Moved  away ", "day", "1999-06-01"))
                .statusCode(200)
                .body(containsString("Moved away"), containsString("maria"), containsString("is saved"));
        churn("Price", "0");
        churn("moved away!", "25");
        given().get("/metrics/churn_rate.csv" + YEAR + "&by=part:reason")
                .then()
                .body(containsString("Moved away,"), not(containsString("Price,")));
        given().get("/metrics/churn_rate/rows" + YEAR + "&reason=Moved away")
                .then()
                .body(containsString("why-1"), not(containsString("why-2")), not(containsString("why-3")));
        given().get(page).then().body(containsString("happening--reason"));

        // the same day again: the word before is ended, not overwritten
        Forms.send(page, page + "/reasons", Map.of("about", "left", "reason", "PRICE", "day", "1999-06-01"))
                .statusCode(303);
        churn("Price", "25");
        assertThat(text("select string_agg(reason || ' ' || current, ', ' order by id) from reason_stated"))
                .isEqualTo("Moved away false, Price true");

        String id = text("select id::text from reason_stated where current");
        Forms.sendByHtmx(page, page + "/reasons/" + id + "/removal", Map.of())
                .statusCode(200)
                .body(containsString("is taken back"), not(containsString("maria, ")));
        assertThat(text("select string_agg(action, ', ' order by id) from audit_entry where detail like 'why-1%'"))
                .isEqualTo("reason said, reason said, reason taken back");
    }

    @Test
    void whatIsNoReasonOrNoDayIsRefusedAndKept() throws SQLException {
        String page = "/customers/" + person(2);
        refused(page, "left", "   ", "1999-06-01", "Give a reason");
        refused(page, "left", "?!...", "1999-06-01", "Give a reason");
        refused(page, "left", "x".repeat(301), "1999-06-01", "Give a reason");
        refused(page, "left", "no\u0000thing", "1999-06-01", "Give a reason");
        refused(page, "left", "price", "2999-06-01", "not one to come");
        refused(page, "left", "price", "yesterday", "Give a day");
        refused(page, "left", "price", "1999-02-30", "Give a day");
        refused(page, "gone", "price", "1999-06-01", "Choose what it is about");
        assertThat(text("select count(*)::text from reason_stated")).isEqualTo("0");
        Forms.send(
                        page,
                        "/customers/999999999/reasons",
                        Map.of("about", "left", "reason", "price", "day", "1999-06-01"))
                .statusCode(404);
        Forms.send(page, page + "/reasons/1/removal", Map.of()).statusCode(404);
    }

    private static void refused(String page, String about, String reason, String day, String why) {
        Forms.sendByHtmx(page, page + "/reasons", Map.of("about", about, "reason", reason, "day", day))
                .statusCode(422)
                .body(containsString(why), not(containsString("is saved")));
    }

    @Test
    @TestSecurity(user = "mark", roles = Role.MARKETING)
    void whoMayNotSeeCustomersSaysNothingOfThem() throws SQLException {
        given().get("/customers/" + person(2) + "/reasons").then().statusCode(403);
        given().redirects().follow(false).get("/settings/reasons").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void oneReasonIsSaidToBeAnotherAndNoCirclesAre() throws SQLException {
        String page = "/settings/reasons";
        String customer = "/customers/" + person(2);
        Forms.send(
                        customer,
                        customer + "/reasons",
                        Map.of("about", "left", "reason", "Too expensive", "day", "1999-05-11"))
                .statusCode(303);
        churn("Price", "25");

        Forms.sendByHtmx(page, page, Map.of("said", "too expensive.", "means", "price"))
                .statusCode(200)
                .body(containsString("counts as"));
        churn("Price", "50");
        given().get(customer).then().body(containsString("counts as price"));

        refusedMeaning(page, "PRICE!", "price", "as itself");
        refusedMeaning(page, "Too Expensive", "value", "already");
        refusedMeaning(page, "price", "value", "Others count as this reason");
        refusedMeaning(page, "dear", "too expensive", "counts as another itself");
        refusedMeaning(page, "", "price", "Give a reason");

        String id = text("select id::text from reason_meaning");
        Forms.sendByHtmx(page, page + "/" + id, Map.of("said", "Too expensive", "means", "Money"))
                .statusCode(204);
        churn("money", "25");
        Forms.sendByHtmx(page, page + "/" + id + "/removal", Map.of()).statusCode(200);
        churn("too expensive", "25");
        churn("money", "0");
    }

    private static void refusedMeaning(String page, String said, String means, String why) {
        Forms.sendByHtmx(page, page, Map.of("said", said, "means", means))
                .statusCode(422)
                .body(containsString(why));
    }

    private static void churn(String reason, String percent) {
        given().queryParam("reason", reason)
                .get(CHURN)
                .then()
                .statusCode(200)
                .body("rows[0].figure.value.toString()", equalTo(percent));
    }

    private int person(int number) throws SQLException {
        return Integer.parseInt(text("select id::text from person where external_id = 'why-" + number + "'"));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return JdbiSetup.on(connection).select(sql).mapTo(String.class).one();
        }
    }
}
