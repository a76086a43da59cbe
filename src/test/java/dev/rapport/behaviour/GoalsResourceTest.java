package dev.rapport.behaviour;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class GoalsResourceTest {
    private static final String PAGE = "/settings/goals";

    @Inject
    DataSource database;

    @Inject
    GoalQueries queries;

    @Test
    void arrivesByACampaignOrInAChannel() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Spring ads", "kind", "campaign", "value", "spring*"))
                .statusCode(200)
                .body(containsString("campaign <code>spring*</code>"));
        assertThat(goal("spring-ads").orElseThrow().campaignPattern).isEqualTo("spring*");
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Came by mail", "kind", "channel", "value", "E-Mail"))
                .statusCode(200)
                .body(containsString("channel <code>email</code>"));
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "x", "kind", "channel", "value", "no such"))
                .body(containsString("There is no channel of this name."));
        for (String key : new String[] {"spring-ads", "came-by-mail"}) {
            Forms.send(PAGE, PAGE + "/" + goal(key).orElseThrow().id + "/removal", Map.of())
                    .statusCode(303);
        }
    }

    @Test
    void refusesAGoalThatEveryPageReaches() {
        for (String everything : new String[] {"*", "/*", "/**"}) {
            Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "All of it", "kind", "page", "value", everything))
                    .body(containsString("This is every page"));
        }
        assertThat(goal("all-of-it")).isEmpty();
    }

    @Test
    void addsChangesAndRemovesAGoal() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Brochure <b>", "kind", "event", "value", "brochure"))
                .statusCode(200)
                .body(containsString("Brochure &lt;b&gt;"));
        int id = goal("brochure-b").orElseThrow().id;

        Forms.send(PAGE + "/" + id, PAGE + "/" + id, Map.of("name", "Brochure", "kind", "page", "value", "/brochure*"))
                .statusCode(303);
        Goal changed = goal("brochure-b").orElseThrow();
        assertThat(changed.eventName).isNull();
        assertThat(changed.pagePattern).isEqualTo("/brochure*");

        Forms.send(PAGE, PAGE + "/" + id + "/default", Map.of()).statusCode(303);
        assertThat(QuarkusTransaction.requiringNew().call(Settings::current).defaultGoalId)
                .isEqualTo(id);

        Forms.sendByHtmx(PAGE, PAGE + "/" + id + "/removal", Map.of())
                .statusCode(200)
                .body(containsString("is removed"));
        assertThat(goal("brochure-b")).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(Settings::current).defaultGoalId)
                .isNull();
        given().get("/settings").then().body(containsString("goal removed"), containsString("Brochure (/brochure*)"));
    }

    @Test
    void refusesAGoalWithoutNameOrWithAPathThatIsNone() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", " ", "kind", "page", "value", "pricing"))
                .statusCode(422)
                .body(not(containsString("<html")))
                .body(containsString("Give the goal a name"), containsString("begins with / or *"));
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Brochure", "kind", "party", "value", "brochure"))
                .statusCode(422)
                .body(containsString("reached by an event, by a page or by an arrival"));
    }

    @Test
    void countsWhatItWouldMatch() {
        given().header("HX-Request", "true")
                .get(PAGE + "/matches?kind=event&value=never_happens")
                .then()
                .statusCode(200)
                .body(containsString("Happened 0 times"));
    }

    @Test
    void theDaysOfSessionsThatReachAGoalAreMarked() {
        QuarkusTransaction.begin();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into event_name (name) values ('brochure_100%'), ('brochure_1000');
                    insert into page (path) values ('/goal_page/a'), ('/goalXpage/a');
                    insert into person (external_id) values ('goals-1');
                    insert into visitor (key, person_id) select 'u:goals-1', id from person where external_id = 'goals-1';
                    insert into event (visitor_id, message_id, at, kind, name_id, page_id)
                    select v.id, gen_random_uuid(), at::timestamptz, kind, n.id, p.id
                    from visitor v, (values
                        ('2026-03-02T00:10Z', 3, 'brochure_100%', null),
                        ('2026-03-05T10:00Z', 3, 'brochure_1000', null),
                        ('2026-03-07T10:00Z', 1, 'brochure_1000', '/goal_page/a'),
                        ('2026-03-08T10:00Z', 1, 'brochure_1000', '/goalXpage/a')) as e(at, kind, name, path)
                    join event_name n on n.name = e.name left join page p on p.path = e.path
                    where v.key = 'u:goals-1';
                    insert into session (visitor_id, started_at, ended_at, person_id, day, channel_id, page_views, events)
                    select v.id, s.began::timestamptz, s.ended::timestamptz, v.person_id, s.began::date, 1, 1, 1
                    from visitor v, (values
                        ('2026-03-01T23:50Z', '2026-03-02T00:20Z'), ('2026-03-05T10:00Z', '2026-03-05T10:00Z'),
                        ('2026-03-07T10:00Z', '2026-03-07T10:00Z'), ('2026-03-08T10:00Z', '2026-03-08T10:00Z'))
                        as s(began, ended)
                    where v.key = 'u:goals-1';
                    delete from dirty_day
                    """);
            queries.markDays("brochure_100%", null);
            assertThat(dirtyDays(statement)).isEqualTo("behaviour 2026-03-01");

            queries.markDays(null, "/goal_page*");
            assertThat(dirtyDays(statement)).isEqualTo("behaviour 2026-03-01, behaviour 2026-03-07");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static String dirtyDays(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery("select string_agg(family || ' ' || day, ', ' order by day) from dirty_day")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aGoalThatIsNotThereIsNotFound() {
        given().get(PAGE + "/999999").then().statusCode(404);
        Forms.send(PAGE, PAGE + "/999999/removal", Map.of()).statusCode(404);
    }

    @Test
    @TestSecurity(user = "sam", roles = Role.SUPPORT)
    void isForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
    }

    private static Optional<Goal> goal(String key) {
        return QuarkusTransaction.requiringNew().call(() -> Goal.withKey(key));
    }
}
