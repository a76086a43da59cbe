package dev.rapport.dashboard.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments and the load of support, in a time in which no other test does anything. */
@QuarkusTest
@TestSecurity(user = "maria", roles = Role.MARKETING)
class SupportPagesResourceTest {
    private static final String JULY = "from=2003-07-01&to=2003-07-31";

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        execute("""
                insert into survey (key, name, kind, scale_min, scale_max) values ('july', 'July', 'nps', 0, 10);
                insert into response (key, survey_id, channel_id, at, score, comment, content)
                select 'july-' || n, survey.id, channel.id, '2003-07-05T10:00Z'::timestamptz + n * interval '1 minute',
                       case when n > 1 then n % 11 end, case n when 7 then 'Slow <refund>' else 'Comment ' || n end,
                       gen_random_uuid()
                from generate_series(1, 60) as n, survey, channel where survey.key = 'july' and channel.key = 'chat';
                insert into ticket (key, channel_id, created_at, content)
                select 'july-t', id, '2003-07-05T10:00Z', gen_random_uuid() from channel where key = 'chat'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("""
                delete from response where key like 'july-%';
                delete from survey where key = 'july';
                delete from ticket where key = 'july-t';
                insert into dirty_day (family, day, marked) values ('support', '2003-07-05', nextval('rollup_mark'))
                on conflict (family, day) do update set marked = excluded.marked
                """);
    }

    @Test
    void commentsAreReadAPageAtATimeAndSearched() {
        given().get("/comments?" + JULY)
                .then()
                .statusCode(200)
                .body(containsString("1–50 of 60"), containsString("Comment 60"), not(containsString("Comment 9<")));
        given().get("/comments?" + JULY + "&page=2").then().body(containsString("51–60 of 60"));
        given().get("/comments?" + JULY + "&q=refu")
                .then()
                .body(containsString("1–1 of 1"), containsString("Slow &lt;refund&gt;"));
        given().get("/comments?" + JULY + "&tone=none").then().body(containsString("1–1 of 1"));
        given().header("HX-Request", "true")
                .get("/comments?" + JULY + "&tone=bad&q=nothing")
                .then()
                .statusCode(200)
                .body(containsString("No comments here"), not(containsString("<html")));
        given().get("/comments?" + JULY + "&tone=angry").then().statusCode(400);
        String csv = given().get("/comments.csv?" + JULY + "&q=comment").asString();
        assertThat(csv.split("\r\n")).hasSize(60);
    }

    @Test
    void loadIsShownByChannelAndCampaign() {
        for (String by : new String[] {"channel", "campaign"}) {
            given().get("/support/load?" + JULY + "&source=" + by)
                    .then()
                    .statusCode(200)
                    .body(containsString("Not known"), containsString("Set what a ticket costs"));
            String csv = given().get("/support/load.csv?" + JULY + "&source=" + by)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv).contains(",unknown,1,0,,");
        }
        given().get("/support/load?source=weather").then().statusCode(400);
        given().get("/support?" + JULY).then().statusCode(200);
        given().get("/metrics/contact_repeat_rate?" + JULY).then().statusCode(200);
        given().get("/metrics/review_count?" + JULY).then().statusCode(200);
        given().get("/metrics/tickets_per_100_customers?" + JULY)
                .then()
                .statusCode(200)
                .body(containsString("Tickets per 100 customers"));
    }

    @Test
    void whoAnswersIsShownByAgentAndHourUnlessASettingForbidsIt() throws SQLException {
        execute("""
                update ticket_record set assignee = 'Marta Example', team = 'First line', priority = 'urgent',
                    first_response_at = '2003-07-05T12:00Z' where key = 'july-t'
                """);
        given().get("/support/work?" + JULY)
                .then()
                .statusCode(200)
                .body(
                        containsString("Marta Example"),
                        containsString("agent=Marta"),
                        containsString("Most is left waiting"));
        given().get("/support/work?" + JULY + "&part=team&map=first_response_time")
                .then()
                .statusCode(200)
                .body(containsString("First line"), not(containsString("Marta Example")), containsString("2 h"));
        given().get("/support/work?" + JULY + "&part=priority").then().body(containsString("urgent"));
        given().get("/support/work?" + JULY + "&part=issue-type&map=csat")
                .then()
                .body(containsString("not named"));
        String csv = given().get("/support/work.csv?" + JULY)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.split("\r\n")).hasSize(1 + 7 * 24);
        given().get("/support/work.json?" + JULY)
                .then()
                .statusCode(200)
                .body("rows.size()", equalTo(7 * 24), "rows[0].weekday", equalTo(1), "rows[0].hour", equalTo(0));
        given().get("/support/work.json?" + JULY + "&part=page").then().statusCode(400);
        assertThat(csv).contains("weekday,hour,tickets_created,first_replies,tickets_resolved,asked_not_answered");
        for (String bad : new String[] {"part=page", "part=", "map=nps", "agent=a&agent=b", "part=agent&part=team"}) {
            given().get("/support/work?" + JULY + "&" + bad).then().statusCode(bad.equals("part=") ? 200 : 400);
        }
        given().get("/metrics/revenue.csv?by=part:agent").then().statusCode(400);
        given().get("/metrics/ticket_volume.csv?by=part:nobody").then().statusCode(400);

        String[] addresses = {
            "/support/work?" + JULY,
            "/metrics/ticket_volume/parts/agent?" + JULY,
            "/metrics/ticket_volume.csv?by=part:agent&" + JULY,
            "/metrics/ticket_volume.json?by=part:agent&" + JULY,
            "/metrics/ticket_volume/rows?" + JULY,
            "/metrics/ticket_volume/rows.csv?" + JULY
        };
        for (String address : addresses) {
            given().get(address).then().statusCode(200).body(containsString("Marta Example"));
        }
        execute("update settings set agents_hidden = true");
        try {
            for (String address : addresses) {
                given().get(address).then().statusCode(200).body(not(containsString("Marta Example")));
            }
            given().get(addresses[0]).then().body(containsString("Names of agents are not shown"));
            given().get(addresses[1]).then().body(containsString("Names of agents are not shown"));
        } finally {
            execute("update settings set agents_hidden = false");
        }
    }

    @Test
    void voicesByTopicAndPromotersToThank() throws SQLException {
        execute("""
                insert into person (external_id) values ('july-fan'), ('july-gone');
                insert into visitor (key, person_id) select 'u:' || external_id, id from person where external_id like 'july-%';
                insert into response (key, survey_id, visitor_id, channel_id, at, score, comment, topic, feature, content)
                select 'july-p' || n, survey.id, visitor.id, channel.id, at::timestamptz, score, 'Praise ' || n, 'checkout',
                       'Till', gen_random_uuid()
                from (values (1, 'fan', '2003-07-06T10:00Z', 9), (2, 'fan', '2003-07-07T10:00Z', 10),
                             (3, 'gone', '2003-07-07T10:00Z', 10), (4, 'gone', '2003-08-07T10:00Z', 2)) as r(n, who, at, score)
                join visitor on visitor.key = 'u:july-' || who, survey, channel
                where survey.key = 'july' and channel.key = 'chat'
                """);
        try {
            given().get("/promoters?" + JULY)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("july-fan"),
                            containsString("Praise 2"),
                            not(containsString("Praise 1")),
                            not(containsString("july-gone")));
            String csv = given().get("/promoters.csv?" + JULY)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv).contains("july-fan").doesNotContain("july-gone");
            assertThat(csv.split("\r\n")).hasSize(2);
            String[] titles = csv.split("\r\n")[0].replace("\uFEFF", "").split(",");
            given().get("/promoters.json?" + JULY)
                    .then()
                    .statusCode(200)
                    .body("rows.size()", equalTo(1), "rows[0].person", equalTo("july-fan"))
                    .body("rows[0].keySet().size()", equalTo(titles.length));
            given().get("/promoters.json?" + JULY + "&state=odd").then().statusCode(400);
            given().get("/promoters?" + JULY + "&state=contacted").then().body(not(containsString("july-fan")));
            given().get("/promoters?" + JULY + "&state=odd").then().statusCode(400);
            execute("""
                    insert into follow_up (response_key, state, owner, outcome, changed_by, changed_at)
                    values ('july-p2', 'closed', 'Maria', 'invited', 'maria', now())
                    """);
            given().get("/promoters?" + JULY + "&state=closed")
                    .then()
                    .body(containsString("july-fan"), containsString("Invited to a review or reference"));
            String id = csv.split("\r\n")[1].split(",")[0];
            given().get("/follow-ups/" + id + "?" + JULY)
                    .then()
                    .statusCode(200)
                    .body(containsString("/promoters?" + JULY.replace("&", "&amp;")), containsString("Promoter"));
            given().get("/voice?" + JULY)
                    .then()
                    .statusCode(200)
                    .body(containsString("checkout"), containsString("not named"), containsString("topic=checkout"));
            given().get("/voice?" + JULY + "&part=feature").then().body(containsString("Till"));
            given().get("/voice?" + JULY + "&part=agent").then().statusCode(200);
            given().get("/voice?part=weather").then().statusCode(400);
            given().get("/promoters?page=0").then().statusCode(400);
            given().get("/comments?" + JULY + "&topic=checkout").then().body(containsString("1–3 of 3"));
            for (String metric :
                    new String[] {"nps", "csat", "ces", "nps_answers", "comment_count", "contacts_per_problem"}) {
                given().get("/metrics/" + metric + "?" + JULY).then().statusCode(200);
            }
            given().get("/metrics/nps_answers/parts/score?" + JULY).then().statusCode(200);
            given().get("/metrics/comment_count/parts/score?" + JULY)
                    .then()
                    .statusCode(200)
                    .body(containsString("not named"));
        } finally {
            execute("""
                    delete from follow_up where response_key = 'july-p2';
                    delete from response where key like 'july-p%';
                    delete from visitor where key like 'u:july-%';
                    delete from person where external_id like 'july-%'
                    """);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
