package dev.rapport.target;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import dev.rapport.team.AuditEntry;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSecurity(user = "maria", roles = Role.MARKETING)
class TargetsResourceTest {
    private static final String PAGE = "/targets";

    @Inject
    DataSource database;

    @Inject
    CubeBuilder rollup;

    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> Target.deleteAll());
    }

    @Test
    void setsChangesAndRemovesATarget() {
        Forms.sendByHtmx(PAGE, PAGE, fields("csat", "80", Map.of("channel", "chat")))
                .statusCode(200)
                .body(containsString("at least 80%"), containsString("Chat"), containsString("The target is set."));
        Target set = only();
        assertThat(set.createdBy).isEqualTo("maria");
        assertThat(set.bound).isEqualTo("at-least");

        Forms.send(PAGE + "/" + set.id, PAGE + "/" + set.id, fields("churn_rate", "4.5", Map.of("span", "month")))
                .statusCode(303);
        assertThat(only().value).isEqualByComparingTo(new BigDecimal("4.5"));
        assertThat(only().bound).isEqualTo("at-most");
        assertThat(only().channelId).isNull();

        Forms.send(PAGE, PAGE + "/" + set.id + "/removal", Map.of()).statusCode(303);
        given().get(PAGE).then().body(containsString("No targets yet"));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> AuditEntry.count("action in ('target set', 'target changed', 'target removed')")))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void cardsChartsTablesAndFilesSayIt() {
        String page = "/metrics/page_views";
        String period = "?from=2003-05-01&to=2003-05-31";
        String before = given().get(page + period).then().extract().header("ETag");
        Forms.send(PAGE, PAGE, fields("page_views", "31", Map.of("span", "month", "from", "2003-01-01")))
                .statusCode(303);

        given().header("If-None-Match", before == null ? "" : before)
                .get(page + period)
                .then()
                .statusCode(200)
                .body(
                        containsString("Target 31 missed"),
                        containsString("at least 31, since Jan 1, 2003"),
                        containsString("\"target\":[1"),
                        containsString("aim--missed"));
        given().get(page + ".csv" + period)
                .then()
                .body(
                        containsString("band,benchmark,target,target_from,met,unfinished"),
                        containsString(",31,2003-01-01,false,false"));
        var json = given().get(page + ".json" + period).then().extract().jsonPath();
        assertThat(json.getString("rows[0].target.state")).isEqualTo("missed");
        assertThat(json.getString("rows[0].target.bound")).isEqualTo("at-least");
        assertThat(json.getBoolean("rows[0].target.met")).isFalse();
        given().get(page + period + "&channel=chat").then().body(not(containsString("Target 31")));
    }

    @Test
    void theCardsOfADashboardSayIt() throws SQLException {
        run("insert into ticket (key, channel_id, created_at, content)"
                + " select 'aim-1', id, '2003-06-05T12:00Z', gen_random_uuid() from channel where key = 'chat'");
        try {
            Forms.send(PAGE, PAGE, fields("ticket_volume", "1", Map.of("span", "month", "bound", "at-least")))
                    .statusCode(303);
            given().get("/support?from=2003-06-01&to=2003-06-30")
                    .then()
                    .body(
                            containsString("Target 1 met"),
                            containsString(
                                    "/metrics/ticket_volume.csv?from=2003-06-01&amp;to=2003-06-30&amp;by=channel\" download"));
        } finally {
            run("delete from ticket where key = 'aim-1'");
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            DirtyDays.mark(JdbiSetup.on(connection), "support", "select '2003-06-05T12:00Z'::timestamptz");
        }
        rollup.refreshAll();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 80, '', '', Choose a metric",
        "csat, many, '', '', Give a number",
        "csat, '1,200', '', '', Give a number",
        "resolution_time, 8, '', '', Give a number",
        "revenue, 100, '', '', say for how long",
        "ticket_volume, 100, month, '', Neither direction is better",
        "csat, 80, '', 2003-02-30, Give a day"
    })
    void refusesWhatIsNoTarget(String metric, String value, String span, String from, String said) {
        Map<String, String> extra = new HashMap<>(Map.of("span", span));
        if (!from.isEmpty()) {
            extra.put("from", from);
        }
        Forms.sendByHtmx(PAGE, PAGE, fields(metric, value, extra))
                .statusCode(422)
                .body(containsString(said));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Target.count())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "channel, pigeon, There is no such channel",
        "segment, plan:moon, There is no such segment",
        "bound, sideways, choose at least or at most"
    })
    void namesTheChoiceThatThereIsNot(String field, String value, String said) {
        Forms.sendByHtmx(PAGE, PAGE, fields("csat", "80", Map.of(field, value)))
                .statusCode(422)
                .body(containsString(said));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Target.count())).isZero();
    }

    @Test
    void oneDayHasOneTarget() {
        Forms.send(PAGE, PAGE, fields("csat", "80", Map.of())).statusCode(303);
        Forms.send(PAGE, PAGE, fields("csat", "90", Map.of()))
                .statusCode(422)
                .body(containsString("There is a target for the same metric"));
        Forms.send(PAGE, PAGE, fields("csat", "90", Map.of("channel", "chat"))).statusCode(303);
        int id = QuarkusTransaction.requiringNew()
                .call(() -> Target.<Target>find("channelId is not null").firstResult().id);
        Forms.send(PAGE + "/" + id, PAGE + "/" + id, fields("csat", "85", Map.of()))
                .statusCode(422);
        Forms.send(PAGE + "/" + id, PAGE + "/" + id, fields("csat", "85", Map.of("channel", "chat")))
                .statusCode(303);
    }

    @Test
    void knowsOnlyWhatThereIs() {
        given().get(PAGE + "/999999").then().statusCode(404);
        Forms.send(PAGE, PAGE + "/999999/removal", Map.of()).statusCode(404);
        Forms.send(PAGE, PAGE, fields("csat", "80", Map.of("channel", "pigeon")))
                .statusCode(422);
        Forms.send(PAGE, PAGE, fields("csat", "80", Map.of("segment", "plan:pigeon")))
                .statusCode(422);
        given().formParam("metric", "csat").post(PAGE).then().statusCode(400);
    }

    @Test
    void canBeTakenAway() {
        Forms.send(PAGE, PAGE, fields("csat", "80", Map.of("channel", "chat"))).statusCode(303);
        given().get(PAGE).then().body(containsString("href=\"/targets.csv\" class=\"download\""));
        given().get(PAGE + ".csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"targets.csv\"")
                .contentType(containsString("text/csv"))
                .body(containsString("\r\ncsat,at-least,80,percent,,2003-01-01,chat,,maria,,\r\n"));
    }

    @Test
    @TestSecurity(user = "key", roles = Role.READ)
    void keysMayReadThemAndNotSetAny() {
        given().get(PAGE + ".csv").then().statusCode(200);
        given().get(PAGE).then().statusCode(403);
    }

    private static Map<String, String> fields(String metric, String value, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of("metric", metric, "value", value, "from", "2003-01-01"));
        fields.putAll(more);
        return fields;
    }

    private static Target only() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Target.<Target>findAll().firstResult());
    }
}
