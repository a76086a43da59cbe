package dev.rapport.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.rapport.db.JdbiSetup;
import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class ChannelMergesResourceTest {
    private static final String PAGE = "/settings/channel-merges/";

    @Inject
    DataSource database;

    @Test
    void whatWasInOneChannelIsInTheOtherAndItsNameFindsTheOther() throws SQLException {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        short kiosk = id("Kiosk " + mark);
        short shop = id("Corner shop " + mark);
        text("insert into ticket_record (key, channel_id, created_at, content) values ('" + mark + "', " + kiosk
                + ", '2026-03-04T10:00Z', gen_random_uuid()) returning key");
        short sources = QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                TrafficSources known = new TrafficSources(JdbiSetup.on(connection));
                known.ids(List.of(
                        new Arrival(kiosk, "s" + mark, "", "", "", ""),
                        new Arrival(shop, "s" + mark, "", "", "", ""),
                        new Arrival(kiosk, "t" + mark, "", "", "", "")));
                return (short) 3;
            }
        });
        assertThat(sources).isEqualTo((short) 3);

        given().get(PAGE + kiosk).then().body(containsString("1 ticket<"), containsString("2 ways of arriving"));
        Forms.sendByHtmx(PAGE + kiosk, PAGE + kiosk + "/removal", Map.of())
                .statusCode(422)
                .body(containsString("merge it into another channel"));
        Forms.sendByHtmx(PAGE + kiosk, PAGE + kiosk, Map.of("into", key(kiosk)))
                .statusCode(422)
                .body(containsString("Choose another channel"));
        Forms.send(PAGE + kiosk, PAGE + kiosk, Map.of("into", key(shop))).statusCode(303);

        assertThat(text("select channel_id::text from ticket where key = '" + mark + "'"))
                .isEqualTo(String.valueOf(shop));
        assertThat(text(
                        "select string_agg(utm_source || ' ' || given_channel_id, ',' order by utm_source) from traffic_source"
                                + " where utm_source like '_" + mark + "'"))
                .isEqualTo("s%1$s %2$d,t%1$s %2$d".formatted(mark, shop));
        assertThat(id("kiosk  " + mark)).isEqualTo(shop);
        assertThat(
                        text(
                                "select string_agg(family, ',') from dirty_day where family = 'support' and day = '2026-03-04'"))
                .isIn("support", "null");
        assertThat(text("select action || ' ' || detail from audit_entry where detail like '%" + mark
                        + "' order by id desc limit 1"))
                .isEqualTo("channel merged Kiosk %1$s → Corner shop %1$s".formatted(mark));
        given().get(PAGE + kiosk).then().statusCode(404);
    }

    @Test
    void aChannelOfWhichNothingSpeaksIsRemoved() throws SQLException {
        short booth = id("Booth " + UUID.randomUUID());
        given().get(PAGE + booth).then().body(containsString("Nothing speaks of it."));

        Forms.send(PAGE + booth, PAGE + booth + "/removal", Map.of()).statusCode(303);

        given().get(PAGE + booth).then().statusCode(404);
    }

    @Test
    void whatRulesGoByStays() throws SQLException {
        short direct = Short.parseShort(text("select id::text from channel where key = 'direct'"));
        given().get(PAGE + direct).then().body(containsString("it cannot be merged"));
        Forms.sendByHtmx("/settings/channels", PAGE + direct, Map.of("into", "email"))
                .statusCode(422)
                .body(containsString("it cannot be merged"));
        Forms.sendByHtmx("/settings/channels", PAGE + direct + "/removal", Map.of())
                .statusCode(422);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws SQLException {
        short stall = id("Stall " + UUID.randomUUID());
        given().redirects()
                .follow(false)
                .formParam("into", "email")
                .post(PAGE + stall)
                .then()
                .statusCode(400);
        given().redirects().follow(false).post(PAGE + stall + "/removal").then().statusCode(400);
        given().get(PAGE + stall).then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void isForAdministratorsOnly() {
        given().get(PAGE + "1").then().statusCode(403);
    }

    private short id(String name) throws SQLException {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return new ChannelNames(JdbiSetup.on(connection)).id(name);
            }
        });
    }

    private String key(short channel) throws SQLException {
        return text("select key from channel where id = " + channel);
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        }
    }
}
