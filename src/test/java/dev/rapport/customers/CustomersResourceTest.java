package dev.rapport.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred and twenty customers called Zebedee, who ordered in July 2002, in which no other test does anything. */
@QuarkusTest
@TestSecurity(user = "sam", roles = Role.SUPPORT)
class CustomersResourceTest {
    private static final String LIST = "/customers/list";
    private static final Pattern PERSON = Pattern.compile("href=\"/customers/([0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Inject
    DataSource database;

    @Inject
    CubeBuilder rollup;

    @Inject
    CustomerStates states;

    @BeforeEach
    void fill() throws SQLException {
        run("""
                with people as (
                    insert into person (external_id, name, email)
                    select 'zeb-' || n, 'Zebedee <' || n || '>', 'zeb' || n || '@example.org' from generate_series(1, 120) n
                    returning id, external_id)
                insert into visitor (key, person_id) select 'u:' || external_id, id from people;
                insert into order_line (key, order_key, visitor_id, channel_id, at, product, amount, content)
                select visitor.key, visitor.key, visitor.id, channel.id, '2002-07-05T12:00Z'::timestamptz + interval '1 second' * visitor.id,
                       'Rolls', substr(visitor.key, 7)::int % 39 + 1, gen_random_uuid()
                from visitor join channel on channel.key = case when visitor.id % 2 = 0 then 'email' else 'chat' end
                where visitor.key like 'u:zeb-%';
                insert into ticket (key, visitor_id, channel_id, subject, created_at, content)
                select visitor.key, visitor.id, channel.id, 'The <b>drawer</b> is stuck', '2002-07-06T12:00Z', gen_random_uuid()
                from visitor, channel where visitor.key = 'u:zeb-7' and channel.key = 'chat';
                insert into person_trait (visitor_id, trait, value)
                select id, 'industry', 'circus' from visitor where key = 'u:zeb-7';
                """);
        count();
    }

    @AfterEach
    void clean() throws SQLException {
        run("""
                delete from person_trait where visitor_id in (select id from visitor where key like 'u:zeb-%');
                delete from ticket where key like 'u:zeb-%';
                delete from order_line where key like 'u:zeb-%';
                delete from visitor where key like 'u:zeb-%';
                delete from person where external_id like 'zeb-%';
                """);
        count();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void count() throws SQLException {
        try (var connection = database.getConnection()) {
            for (String family : List.of("revenue", "support")) {
                DirtyDays.mark(
                        JdbiSetup.on(connection),
                        family,
                        "select '2002-07-05T12:00Z'::timestamptz + n * interval '1 day'"
                                + " from generate_series(0, 1) n");
            }
        }
        rollup.refreshAll();
        states.refreshNow();
    }

    @Test
    void pagesByKeyShowEverybodyOnceInOrder() {
        List<String> found = new ArrayList<>();
        String url = LIST + "?q=zebedee";
        while (!url.isEmpty()) {
            String html = given().urlEncodingEnabled(false)
                    .get(url)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            Matcher person = PERSON.matcher(html);
            while (person.find()) {
                found.add(person.group(1));
            }
            Matcher next = NEXT.matcher(html);
            url = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(found).hasSize(120).doesNotHaveDuplicates();
        String csv = given().get(LIST + ".csv?q=zebedee").asString();
        List<String> rows = csv.lines().skip(1).toList();
        assertThat(rows).hasSize(120);
        assertThat(rows.stream().map(row -> row.split(",")[0]).toList()).isEqualTo(found);
        assertThat(rows.get(0)).contains(",39,1,2002-07-05T12:");
        assertThat(csv).doesNotContain("@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "last-active", "orders", "tickets", "last-score", "health"})
    void canBeSortedByEachColumnBothWays(String sort) {
        String down = given().get(LIST + "?q=zebedee&sort=" + sort).asString();
        String up = given().get(LIST + "?q=zebedee&dir=asc&sort=" + sort).asString();

        assertThat(down).contains("aria-sort=\"descending\"");
        assertThat(up).contains("aria-sort=\"ascending\"");
        assertThat(down).isNotEqualTo(up);
        given().urlEncodingEnabled(false)
                .get(next(up))
                .then()
                .statusCode(200)
                .body(containsString("Zebedee"), containsString("First page"));
    }

    private static String next(String html) {
        Matcher next = NEXT.matcher(html);
        assertThat(next.find()).isTrue();
        return next.group(1).replace("&amp;", "&");
    }

    @Test
    void channelsOfThePeriodAndSegmentsNarrowIt() {
        String july = LIST + "?q=zebedee&from=2002-07-01&to=2002-07-31";
        given().get(july).then().body(containsString("120 people"));
        given().get(july + "&channel=email&channel=chat").then().body(containsString("120 people"));
        given().get(july + "&channel=sms").then().body(containsString("0 people"));
        given().get(LIST + "?q=zebedee&from=2002-08-01&to=2002-08-31&channel=email")
                .then()
                .body(containsString("0 people"));
        given().get(july + "&segment=plan:none").then().body(containsString("120 people"));
        given().get(LIST + "?q=zeb-11").then().body(containsString("11 people"));
        given().get(LIST + "?q=%25").then().body(containsString("0 people"));
        for (String who : List.of("customers", "healthy", "watch", "at-risk")) {
            given().get(LIST + "?q=zebedee&who=" + who)
                    .then()
                    .body(containsString("0 people"), containsString("aria-current=\"true\">"));
        }
    }

    @Test
    void aCustomersPageTellsTheirStory() {
        int seven = seven();
        given().get("/customers/" + seven)
                .then()
                .statusCode(200)
                .body(
                        containsString("Zebedee &lt;7&gt;"),
                        containsString("zeb7@example.org"),
                        containsString("The &lt;b&gt;drawer&lt;/b&gt; is stuck"),
                        containsString("Rolls"),
                        containsString("circus"),
                        containsString("No customer just now"),
                        containsString("First seen"),
                        not(containsString("NOT_FOUND")),
                        not(containsString("The <b>drawer")));
        given().header("HX-Request", "true")
                .get("/customers/" + seven + "?kind=order")
                .then()
                .statusCode(200)
                .body(containsString("Rolls"), not(containsString("stuck")), not(containsString("<html")));
        given().get("/customers/" + seven + "?before=0~0").then().body(containsString("Nothing has happened yet"));
        given().get("/customers/" + seven + "?kind=secret").then().statusCode(400);
        given().get("/customers/" + seven + "?before=now").then().statusCode(400);
    }

    @Test
    void aCustomersPageCanBeTakenAway() {
        String page = "/customers/" + seven();
        given().get(page).then().body(containsString("href=\"" + page + ".csv\" class=\"download\""));
        String all = given().get(page + ".csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("customer_" + seven() + ".csv"))
                .extract()
                .asString();
        assertThat(all)
                .startsWith(
                        "\uFEFFtime,until,kind,channel,text,detail,amount\r\n,,fact,,value,,8\r\n,,fact,,orders,,1\r\n")
                .contains(
                        ",,trait,,industry,circus,\r\n",
                        "2002-07-06T12:00:00Z,,ticket,Chat,The <b>drawer</b> is stuck,",
                        ",order,",
                        ",Rolls,")
                .doesNotContain("@example.org");
        assertThat(given().get(page + ".csv?kind=order").asString().lines()).hasSize(2);
        given().get(page + ".csv?kind=secret").then().statusCode(400);
        given().get("/customers/999999999.csv").then().statusCode(404);
    }

    private int seven() {
        Matcher person = PERSON.matcher(given().queryParam("q", "<7>").get(LIST).asString());
        assertThat(person.find()).isTrue();
        return Integer.parseInt(person.group(1));
    }

    @Test
    void whoIsNotThereIsNotFound() {
        given().get("/customers/999999999").then().statusCode(404);
        given().get("/customers/0").then().statusCode(404);
        given().get("/customers/9999999999").then().statusCode(404);
        given().get("/customers/anna").then().statusCode(404);
    }

    @Test
    void addressesAreLookedForByAFormAndNeverInAUrl() {
        given().get(LIST + "?q=zeb7@example.org").then().statusCode(400);
        Forms.send(LIST, LIST + "/by-email", Map.of("email", "ZEB7@example.org"))
                .statusCode(303)
                .header("Location", endsWith("/customers/" + seven()));
        Forms.send(LIST, LIST + "/by-email", Map.of("email", "nobody@example.org"))
                .statusCode(303)
                .header("Location", endsWith(LIST));
        given().formParam("email", "zeb7@example.org")
                .post(LIST + "/by-email")
                .then()
                .statusCode(400);
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void marketingSeesFiguresAndNoNames() {
        for (String page : List.of(LIST, LIST + ".csv", "/customers/1", "/customers/1.csv")) {
            given().get(page).then().statusCode(403);
        }
        given().get("/customers").then().statusCode(200).body(not(containsString("href=\"/customers/list")));
    }

    @Test
    @TestSecurity(
            user = "maria",
            roles = {Role.MARKETING, Role.PERSONAL_DATA})
    void marketingWithThePermissionSeesCustomers() {
        given().get(LIST + "?q=zeb-7").then().statusCode(200).body(containsString("Zebedee &lt;7&gt;"));
        given().get("/customers/" + seven()).then().statusCode(200).body(containsString("zeb7@example.org"));
        given().get("/customers").then().body(containsString("href=\"/customers/list"));
        given().get(LIST + ".csv?q=zebedee&csv=semicolon")
                .then()
                .statusCode(200)
                .body(
                        containsString("person;customer_number;name;value;orders;"),
                        containsString(";zeb-7;Zebedee <7>;8;1;"));
        given().get(LIST + ".csv?csv=tab").then().statusCode(400).body(containsString("csv"));
        given().cookie("csv", "semicolon")
                .get(LIST + ".csv?q=zebedee")
                .then()
                .body(containsString("person;customer_number;"));
        given().cookie("csv", "semicolon")
                .get(LIST + ".csv?q=zebedee&csv=comma")
                .then()
                .body(containsString("person,customer_number,"));
    }

    @Test
    @TestSecurity(
            user = "key",
            roles = {Role.READ, Role.READ_IDS})
    void aKeyListsNumbersWithoutNames() {
        given().get(LIST + ".csv")
                .then()
                .statusCode(200)
                .body(
                        containsString("person,customer_number,value,orders,"),
                        containsString(",zeb-7,8,1,"),
                        not(containsString("Zebedee")));
        given().get(LIST + ".csv?q=zebedee").then().statusCode(400);
        for (String page : List.of(LIST, "/customers/1", "/customers/1.csv")) {
            given().get(page).then().statusCode(403);
        }
    }

    @Test
    @TestSecurity(user = "key", roles = Role.READ)
    void keysSeeNoNames() {
        for (String page : List.of(LIST, LIST + ".csv", "/customers/1", "/customers/1.csv")) {
            given().get(page).then().statusCode(403);
        }
    }
}
