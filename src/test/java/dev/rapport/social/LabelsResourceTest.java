package dev.rapport.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
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

@QuarkusTest
@TestSecurity(user = "maria", roles = Role.SUPPORT)
class LabelsResourceTest {
    private static final String PAGE = "/social/labels";
    private static final String DAYS = "?from=2004-03-01&to=2004-03-31";

    @Inject
    DataSource database;

    @Inject
    CubeBuilder rollup;

    @BeforeEach
    void fill() throws SQLException {
        change("""
                insert into mention (key, network, brand, topic, channel_id, at, text, sentiment, frustrated, labelled_by, content)
                values ('t-1', 'x', 'Till', 'price', 4, '2004-03-08T09:30Z', 'Far too dear <b>', null, null, null, gen_random_uuid()),
                       ('t-2', 'x', 'Till', 'price', 4, '2004-03-08T09:40Z', 'Said by a machine', -1, true, 'machine:tone',
                        gen_random_uuid()),
                       ('t-3', 'forum', 'Till', null, 4, '2004-03-10T22:00Z', 'Love it', 1, false, 'import', gen_random_uuid());
                insert into post (key, network, channel_id, at, impressions, likes, shares, content)
                values ('t-p', 'x', 4, '2004-03-08T08:00Z', 1000, 17, 20, gen_random_uuid());
                insert into campaign_day (key, campaign, variant, channel_id, day, spend, impressions, clicks, delivered, content)
                values ('t-a', 'spring', 'A', 6, '2004-03-08', 12.5, 0, 50, 200, gen_random_uuid()),
                       ('t-b', 'spring', 'B', 6, '2004-03-08', 12.5, 0, 70, 200, gen_random_uuid())
                """);
    }

    @AfterEach
    void forget() throws SQLException {
        change("""
                delete from mention_label where mention_key like 't-%';
                delete from mention where key like 't-%'; delete from post where key like 't-%';
                delete from campaign_day where key like 't-%'
                """);
    }

    @Test
    void aLabelIsKeptWithWhoSetItAndTheFiguresMove() throws SQLException {
        value("net_sentiment", "0");

        Forms.sendByHtmx(PAGE, PAGE + "/" + id("t-1"), Map.of("say", "sentiment:-1"))
                .statusCode(200)
                .body(
                        containsString("maria"),
                        containsString("Far too dear &lt;b&gt;"),
                        containsString("aria-pressed=\"true\""));
        rollup.refreshAll();

        given().get("/metrics/net_sentiment.json" + DAYS).then().body("rows[0].figure.n", equalTo(3));
        assertThat(text("select labelled_by from mention where key = 't-1' and current"))
                .isNull();
        assertThat(text("select set_by || ' ' || value from mention_label where mention_key = 't-1'"))
                .isEqualTo("maria -1");
    }

    @Test
    void aPersonGoesBeforeAMachineAndUndoGivesItBack() throws SQLException {
        String action = PAGE + "/" + id("t-2");
        given().get(PAGE + "?show=machine")
                .then()
                .body(containsString("machine: tone"), containsString("Said by a machine"));

        Forms.send(PAGE, action, Map.of("say", "sentiment:1")).statusCode(303);
        assertThat(text("select sentiment::text from labelled_mention where key = 't-2'"))
                .isEqualTo("1");
        given().get(PAGE + "?show=machine").then().body(not(containsString("Said by a machine")));

        Forms.send(PAGE, action, Map.of("say", "sentiment:0")).statusCode(303);
        Forms.send(PAGE, action + "/undo", Map.of()).statusCode(303);
        assertThat(text("select sentiment::text from labelled_mention where key = 't-2'"))
                .isEqualTo("1");

        Forms.send(PAGE, action, Map.of("say", "sentiment:")).statusCode(303);
        assertThat(text("select sentiment::text from labelled_mention where key = 't-2'"))
                .isEqualTo("-1");
        assertThat(text("select count(*)::text from mention_label where mention_key = 't-2'"))
                .isEqualTo("4");
    }

    @Test
    void aNewerVersionOfTheMentionKeepsWhatPeopleSaid() throws SQLException {
        Forms.send(PAGE, PAGE + "/" + id("t-3"), Map.of("say", "frustrated:true"))
                .statusCode(303);
        Forms.send(PAGE, PAGE + "/" + id("t-3"), Map.of("say", "topic:", "topic", " shop "))
                .statusCode(303);
        change("""
                update mention set current = false where key = 't-3';
                insert into mention (key, network, channel_id, at, text, sentiment, frustrated, labelled_by, content)
                values ('t-3', 'forum', 4, '2004-03-10T22:00Z', 'Love it', 0, false, 'machine:other', gen_random_uuid())
                """);

        assertThat(text("select concat_ws(' ', sentiment, frustrated, topic) from labelled_mention where key = 't-3'"))
                .isEqualTo("0 t shop");
        value("frustrated_share", "100");
    }

    @Test
    void refusesWhatCannotBeSaidAndWhoIsNotThere() throws SQLException {
        String action = PAGE + "/" + id("t-1");
        Forms.send(PAGE, action, Map.of("say", "sentiment:7"))
                .statusCode(422)
                .body(containsString("does not have this value"));
        Forms.send(PAGE, action, Map.of("say", "mood:1")).statusCode(422);
        Forms.send(PAGE, action, Map.of()).statusCode(422);
        Forms.send(PAGE, PAGE + "/999999999", Map.of("say", "sentiment:1")).statusCode(404);
        given().formParam("say", "sentiment:1").post(action).then().statusCode(400);
        assertThat(text("select count(*)::text from mention_label where mention_key = 't-1'"))
                .isEqualTo("0");
    }

    @Test
    @TestSecurity(user = "key", roles = Role.READ)
    void aKeyThatMayReadFiguresMayNotLabel() {
        given().get(PAGE).then().statusCode(403);
    }

    @Test
    void thePageOfListeningShowsToneHoursAndWhatIsNotLabelled() {
        given().get("/social" + DAYS)
                .then()
                .statusCode(200)
                .body(
                        containsString("Mentions by sentiment"),
                        containsString("Monday 09:00"),
                        containsString("1 of the mentions (33.3%)"),
                        containsString("forum"));
        given().get("/social" + DAYS + "&topic=price").then().statusCode(200);
        given().get("/metrics/mentions.csv" + DAYS + "&by=part:weekday-hour")
                .then()
                .body(containsString("1-"), containsString("3-"));
    }

    @Test
    void eachPostIsListedWithItsEngagementAndInterval() {
        given().get("/social/posts" + DAYS)
                .then()
                .statusCode(200)
                .body(containsString("3.7%"), containsString("37 ÷ 1,000"), containsString("2.7% – 5.1%"));
        given().get("/social/posts.csv" + DAYS)
                .then()
                .statusCode(200)
                .body(
                        containsString("impressions,likes,shares,comments,saves,clicks,interactions,rate,low,high"),
                        containsString(",x,,1000,17,20,0,0,0,37"));
        given().get("/social/posts" + DAYS + "&segment=plan:none")
                .then()
                .statusCode(200)
                .body(containsString("posts have no persons"));
    }

    @Test
    void thePageOfCampaignsShowsSpendAndVariants() {
        given().get("/campaigns" + DAYS)
                .then()
                .statusCode(200)
                .body(
                        containsString("spring"),
                        containsString("0.029"),
                        containsString("+10.0"),
                        containsString("better"));
        given().get("/campaigns" + DAYS + "&segment=plan:none")
                .then()
                .statusCode(200)
                .body(containsString("have no segments by their nature"));
        given().get("/metrics/spend.json" + DAYS + "&segment=plan:none")
                .then()
                .body(
                        "rows[0].figure.value",
                        equalTo(null),
                        "rows[0].figure.n",
                        equalTo(0),
                        "notes",
                        equalTo(java.util.List.of("not_by_segment")));
    }

    private void value(String metric, String value) {
        given().get("/metrics/" + metric + ".csv" + DAYS).then().body(containsString("\n" + value + ","));
    }

    private String id(String key) throws SQLException {
        return text("select id::text from mention where current and key = '" + key + "'");
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            mark(connection);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            mark(connection);
        }
        rollup.refreshAll();
    }

    private static void mark(Connection connection) throws SQLException {
        DirtyDays.mark(
                JdbiSetup.on(connection),
                "social",
                "select at from mention where key like 't-%' union all select at from post where key like 't-%'");
        DirtyDays.mark(
                JdbiSetup.on(connection),
                "campaign",
                "select day::timestamp at time zone (select zone from settings) from campaign_day where key like 't-%'");
    }
}
