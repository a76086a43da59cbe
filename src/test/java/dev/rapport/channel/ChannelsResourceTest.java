package dev.rapport.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

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
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class ChannelsResourceTest {
    private static final String PAGE = "/settings/channels";
    private static final String RULES = "/settings/channel-rules";

    @Inject
    DataSource database;

    @Test
    void saysWhichRuleWouldTakeAVisit() {
        given().header("HX-Request", "true")
                .queryParam("url", "https://shop.example/?utm_medium=cpc&utm_source=google")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(not(containsString("<html")))
                .body(containsString("Paid search, by rule"));
        given().queryParam("url", "https://shop.example/?utm_source=zzz")
                .get(PAGE)
                .then()
                .body(containsString("<html"), containsString("Other, because no rule matches"));
    }

    @Test
    void aRuleIsAddedFirstMovedChangedAndRemovedAndVisitsFollow() throws SQLException {
        Arrival podcast = Arrival.read("https://shop.example/?utm_source=acme&utm_medium=podcast", null);
        int source = QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return new TrafficSources(JdbiSetup.on(connection)).id(podcast);
            }
        });
        assertThat(channelOf(source)).isEqualTo("other");

        Forms.send(RULES + "/new", RULES, Map.of("channel", "affiliate", "mediums", "Podcast, podcasts"))
                .statusCode(303);
        ChannelRule rule = stored(() -> ChannelRule.inOrder().get(0));
        assertThat(rule.utmMediums).containsExactly("podcast", "podcasts");
        assertThat(channelOf(source)).isEqualTo("affiliate");

        Forms.sendByHtmx(PAGE, RULES + "/" + rule.id + "/position", Map.of("direction", "down"))
                .statusCode(200)
                .body(containsString("The rule is moved. 0 ways"));
        assertThat(stored(() -> ChannelRule.inOrder().get(1).id)).isEqualTo(rule.id);

        Forms.sendByHtmx(
                        RULES + "/" + rule.id,
                        RULES + "/" + rule.id,
                        Map.of("channel", "video", "mediums", "podcast", "referrer", "none"))
                .statusCode(204)
                .header("HX-Redirect", PAGE);
        assertThat(channelOf(source)).isEqualTo("video");

        Forms.send(PAGE, RULES + "/" + rule.id + "/removal", Map.of()).statusCode(303);
        assertThat(channelOf(source)).isEqualTo("other");
    }

    @Test
    void refusesARuleThatTakesEverythingOrCanNeverMatch() {
        Forms.sendByHtmx(RULES + "/new", RULES, Map.of("channel", "email", "mediums", " , "))
                .statusCode(422)
                .body(containsString("would take every visit"));
        Forms.sendByHtmx(
                        RULES + "/new",
                        RULES,
                        Map.of("channel", "nowhere", "hosts", "https://a.example/x", "clickIds", "xyzclid"))
                .statusCode(422)
                .body(containsString("Choose a channel"))
                .body(containsString("must be host names"))
                .body(containsString("not recognised"));
        Forms.sendByHtmx(RULES + "/new", RULES, Map.of("channel", "a\0b", "mediums", "x"))
                .statusCode(422)
                .body(containsString("Choose a channel"));
    }

    @Test
    void aChannelIsAddedRenamedAndMoved() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Partner shops", "aliases", "Partners, Resale"))
                .statusCode(200)
                .body(containsString("Partner shops"));
        Channel added = stored(() -> Channel.withKey("partner-shops").orElseThrow());
        assertThat(added.aliases).containsExactly("partners", "resale");

        Forms.send(PAGE + "/" + added.id, PAGE + "/" + added.id, Map.of("name", "Resellers", "aliases", "partners"))
                .statusCode(303);
        assertThat(stored(() -> Channel.withKey("partner-shops").orElseThrow()).name)
                .isEqualTo("Resellers");

        List<String> before =
                stored(() -> Channel.inOrder().stream().map(each -> each.key).toList());
        Forms.send(PAGE, PAGE + "/" + added.id + "/position", Map.of("direction", "up"))
                .statusCode(303);
        List<String> after =
                stored(() -> Channel.inOrder().stream().map(each -> each.key).toList());
        assertThat(after.indexOf("partner-shops")).isEqualTo(before.indexOf("partner-shops") - 1);
    }

    @Test
    void refusesASpellingThatIsAnotherChannel() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("name", "Letters", "aliases", "Newsletter"))
                .statusCode(422)
                .body(containsString("&quot;newsletter&quot; is another channel already"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().get(PAGE + "/30000").then().statusCode(404);
        given().get(PAGE + "/99999999").then().statusCode(404);
        given().get(RULES + "/99999999").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "maria", roles = Role.MARKETING)
    void isForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
        given().get(RULES + "/new").then().statusCode(403);
    }

    private static String channelOf(int source) {
        return stored(() -> Channel.withId(TrafficSource.withId(source).orElseThrow().channelId)
                .orElseThrow()
                .key);
    }

    private static <T> T stored(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(read::get);
    }
}
