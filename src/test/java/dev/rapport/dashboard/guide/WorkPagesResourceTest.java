package dev.rapport.dashboard.guide;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forty people called Ottokar bought kites in May 2001, thirty of them string as well. */
@QuarkusTest
@TestSecurity(user = "maria", roles = Role.MARKETING)
class WorkPagesResourceTest {
    private static final String MAY = "?from=2001-05-01&to=2001-05-31";

    @Inject
    DataSource database;

    @Inject
    CubeBuilder rollup;

    @BeforeEach
    void fill() {
        clean();
        run("""
                with people as (
                    insert into person (external_id, name) select 'otto-' || n, 'Ottokar' from generate_series(1, 40) n
                    returning id, external_id)
                insert into visitor (key, person_id) select 'u:' || external_id, id from people;
                insert into order_line (key, order_key, visitor_id, channel_id, at, product, amount, content)
                select visitor.key || product, visitor.key, visitor.id, channel.id, '2001-05-05T12:00Z', product, 5, gen_random_uuid()
                from visitor, channel, unnest(array['Kite', 'String']) as product
                where visitor.key like 'u:otto-%' and channel.key = 'email'
                  and (product = 'Kite' or substr(visitor.key, 8)::int <= 30);
                """);
        count();
    }

    @AfterEach
    void clean() {
        run("""
                delete from order_line where key like 'u:otto-%';
                delete from visitor where key like 'u:otto-%';
                delete from person where external_id like 'otto-%';
                delete from page_length;
                """);
        count();
    }

    private void count() {
        JdbiSetup.of(database)
                .useHandle(handle -> DirtyDays.mark(
                        handle,
                        "revenue",
                        "select unnest(array['2001-05-05T12:00Z'::timestamptz, now() - interval '40 days'])"));
        rollup.refreshAll();
    }

    @Test
    void offersAreCountedInTheSlice() {
        given().get("/offers" + MAY)
                .then()
                .statusCode(200)
                .body(
                        containsString("Kite"),
                        containsString("75.0%"),
                        containsString("/offers.csv"),
                        not(containsString("NOT_FOUND")));
        given().get("/offers.csv" + MAY)
                .then()
                .body(
                        containsString("bought,product,buyers,both,share,low,high,all_buyers,all_bought,stands\r\n"),
                        containsString("\r\nKite,String,40,30,75,"),
                        containsString("\r\nString,Kite,30,30,100,"));
        given().get("/offers.json" + MAY)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "rows.find { it.bought == 'Kite' }.product", equalTo("String"),
                        "rows.find { it.bought == 'Kite' }.buyers", equalTo(40),
                        "rows.find { it.bought == 'Kite' }.both", equalTo(30),
                        "rows.find { it.bought == 'Kite' }.share", equalTo(75),
                        "rows.find { it.bought == 'Kite' }.stands", instanceOf(Boolean.class));
        given().get("/offers.json" + MAY + "&channel=chat").then().body("rows.size()", equalTo(0));
        given().get("/offers.json" + MAY + "&segment=plan:moon").then().statusCode(400);
        given().get("/offers.csv" + MAY + "&channel=chat").then().body(not(containsString("Kite")));
        given().get("/offers" + MAY + "&segment=plan:moon").then().statusCode(400);
    }

    @Test
    void whatSegmentsPreferIsAPageAFileAndJson() {
        given().get("/preferred" + MAY)
                .then()
                .statusCode(200)
                .body(
                        containsString("Kite"),
                        containsString("index 100"),
                        containsString("/preferred.csv"),
                        not(containsString("NOT_FOUND")));
        given().get("/preferred" + MAY + "&of=viewed-category&by=channel")
                .then()
                .statusCode(200)
                .body(containsString("Nobody bought or looked at anything"));
        given().get("/preferred.csv" + MAY + "&by=channel")
                .then()
                .body(
                        containsString(
                                "name,channel,part,people,share,low,high,part_of_everybody,everybody,index,verdict"),
                        containsString("\r\nString,email,30,40,75,"),
                        containsString(",30,40,100,\r\n"));
        given().get("/preferred.json" + MAY + "&by=channel")
                .then()
                .statusCode(200)
                .body(containsString("\"part_of_everybody\":30"), containsString("\"everybody\":40"));
        given().get("/preferred" + MAY + "&of=moon").then().statusCode(400);
        given().get("/preferred" + MAY + "&by=segment:moon").then().statusCode(400);
        given().get("/metrics/orders/parts/product" + MAY)
                .then()
                .statusCode(200)
                .body(containsString("Kite"), containsString("orders do not add up to the total"));
    }

    @Test
    @TestSecurity(
            user = "maria",
            roles = {Role.MARKETING, Role.PERSONAL_DATA})
    void aCustomersPageOpensWithOffers() {
        int person = JdbiSetup.of(database)
                .withHandle(handle -> handle.select("select id from person where external_id = 'otto-35'")
                        .mapTo(Integer.class)
                        .one());
        run("update order_line set at = now() - interval '40 days' where key like 'u:otto-%'");
        count();
        given().get("/customers/" + person)
                .then()
                .statusCode(200)
                .body(containsString("30 of 39 who bought Kite bought it too"));
    }

    @Test
    void linksAreAPageAFileAndJson() {
        given().get("/pages/links" + MAY)
                .then()
                .statusCode(200)
                .body(containsString("No clicks of links here"), not(containsString("NOT_FOUND")));
        given().get("/pages/links.csv" + MAY)
                .then()
                .statusCode(200)
                .body(containsString("page,link,views,clicked,rate,low,high"));
        given().get("/pages/links.json" + MAY).then().statusCode(200).body(containsString("\"rows\":[]"));
        given().get("/metrics/link_ctr/parts/link" + MAY)
                .then()
                .statusCode(200)
                .body(containsString("By link or button"));
        given().get("/metrics/link_ctr/rows" + MAY).then().statusCode(200).body(not(containsString("NOT_FOUND")));
    }

    @Test
    void pagesToWorkOnAreAPageAndAFile() {
        given().get("/pages" + MAY)
                .then()
                .statusCode(200)
                .body(containsString("How this is told"), not(containsString("NOT_FOUND")));
        given().get("/pages.csv" + MAY)
                .then()
                .statusCode(200)
                .body(containsString(
                        "page,views,exits,onward,timed,median_seconds,words,usual_seconds,deep,deep_left,signals"));
        given().get("/pages.json" + MAY).then().statusCode(200).body("rows", instanceOf(java.util.List.class));
        given().get("/pages.json?period=zqz").then().statusCode(400);
        given().get("/pages?period=zqz").then().statusCode(400);
        Forms.send("/targets", "/pages/lengths", Map.of("lengths", "/a 100")).statusCode(403);
    }

    @Test
    @TestSecurity(user = "ada", roles = Role.ADMIN)
    void wordsOfPagesAreReplacedOrRefused() {
        Forms.send("/pages", "/pages/lengths", Map.of("lengths", "/a 100\n/b 200"))
                .statusCode(303);
        Forms.send("/pages", "/pages/lengths", Map.of("lengths", "/a 7\n/b many"))
                .statusCode(422)
                .body(containsString("This line says no page and words: /b many"), containsString("/a 7"));
        given().get("/pages").then().body(containsString("/a 100\n/b 200"));
    }

    @Test
    void whoLeftIsAPartOfTheScoresPage() {
        given().get("/metrics/health_score").then().body(containsString("hx-get=\"/metrics/health_score/left\""));
        given().get("/metrics/health_score/left")
                .then()
                .statusCode(200)
                .body(containsString("90 to 100"), not(containsString("NOT_FOUND")));
        given().get("/metrics/health_score/left.csv")
                .then()
                .statusCode(200)
                .body(containsString("score,scored,seen,customers,left,share,low,high\r\nhealthy,"));
        given().get("/metrics/health_score/left.json")
                .then()
                .statusCode(200)
                .body("rows[0].score", equalTo("healthy"), "rows[0].customers", instanceOf(Integer.class));
        given().get("/metrics/churn_rate/what-if.json?points=2")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("rows.size()", greaterThan(0));
        given().get("/metrics/churn_rate/what-if.json?points=many").then().statusCode(400);
    }

    private void run(String sql) {
        JdbiSetup.of(database).useHandle(handle -> handle.execute(sql));
    }
}
