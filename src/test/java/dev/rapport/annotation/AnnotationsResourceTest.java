package dev.rapport.annotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.rapport.team.Role;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSecurity(user = "maria", roles = Role.MARKETING)
class AnnotationsResourceTest {
    private static final String PAGE = "/annotations";

    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> Annotation.deleteAll());
    }

    @Test
    void addsChangesAndRemovesANote() {
        Forms.sendByHtmx(
                        PAGE,
                        PAGE,
                        Map.of("kind", "launch", "title", "Version 4 <b>", "first", "2003-05-05", "channel", "chat"))
                .statusCode(200)
                .body(containsString("Version 4 &lt;b&gt;"), containsString("May 5, 2003"), containsString("Chat"));
        int id = only().id;
        assertThat(only().createdBy).isEqualTo("maria");

        Forms.send(
                        PAGE + "/" + id,
                        PAGE + "/" + id,
                        Map.of("kind", "outage", "title", "Chat down", "first", "2003-05-05", "last", "2003-05-07"))
                .statusCode(303);
        assertThat(only().lastDay).isEqualTo("2003-05-07");
        assertThat(only().channelId).isNull();

        Forms.send(PAGE, PAGE + "/" + id + "/removal", Map.of()).statusCode(303);
        given().get(PAGE).then().body(containsString("Nothing noted yet"));
    }

    @ParameterizedTest
    @CsvSource({
        "2003-05-05,, 1",
        "2003-05-01, 2003-05-31, 1",
        "2003-04-01, 2003-05-01, 1",
        "2003-05-31, 2003-06-30, 1",
        "2003-04-30,, 0",
        "2003-06-01,, 0"
    })
    void chartsInRangeShowIt(String first, String last, int shown) {
        add(first, last == null ? "" : last, "");
        for (String page : new String[] {"/metrics/page_views", "/metrics/ticket_volume"}) {
            String html = given().get(page + "?from=2003-05-01&to=2003-05-31").asString();
            assertThat(html.split("mark mark--outage", -1)).as(page).hasSize(shown + 1);
            assertThat(html.contains("\"text\":\"Down\"")).isEqualTo(shown == 1);
        }
    }

    @Test
    void aNoteOfOneChannelIsShownWhereThatChannelIs() {
        add("2003-05-05", "", "chat");
        String page = "/metrics/ticket_volume?from=2003-05-01&to=2003-05-31&grain=day";
        given().get(page).then().body(containsString("mark--outage"), containsString("{\"at\":4,\"text\":\"Down\"}"));
        given().get(page + "&channel=chat").then().body(containsString("mark--outage"));
        given().get(page + "&channel=email").then().body(not(containsString("mark--outage")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2003-05-05, '', Say what happened",
        "Down, 2003-02-30, '', Give a day",
        "Down, 2003-05-05, 2003-05-04, Give a day",
        "Down, +999999999-01-01, '', Give a day",
        "Down, '', 2003-05-04, Give a day"
    })
    void refusesWhatIsNoNote(String title, String first, String last, String said) {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("kind", "launch", "title", title, "first", first, "last", last))
                .statusCode(422)
                .body(containsString(said));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Annotation.count()))
                .isZero();
    }

    @Test
    void knowsOnlyWhatThereIs() {
        given().get(PAGE + "/999999").then().statusCode(404);
        Forms.send(PAGE, PAGE + "/999999/removal", Map.of()).statusCode(404);
        Forms.send(PAGE, PAGE, Map.of("title", "Down", "first", "2003-05-05", "channel", "pigeon"))
                .statusCode(422)
                .body(containsString("There is no such channel"));
        Forms.send(PAGE, PAGE, Map.of("title", "Down", "first", "2003-05-05", "kind", "party"))
                .statusCode(422)
                .body(containsString("There is no such kind"));
    }

    @Test
    void canBeTakenAway() {
        add("2003-05-05", "", "chat");
        given().get(PAGE).then().body(containsString("href=\"/annotations.csv\" class=\"download\""));
        given().get(PAGE + ".csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"annotations.csv\"")
                .contentType(containsString("text/csv"))
                .body(containsString("\r\n2003-05-05,2003-05-05,outage,Down,chat,maria\r\n"));
    }

    @Test
    @TestSecurity(user = "key", roles = Role.READ)
    void keysMayReadThemAndNotAddAny() {
        given().get(PAGE + ".csv").then().statusCode(200);
        given().get(PAGE).then().statusCode(403);
    }

    private static void add(String first, String last, String channel) {
        Forms.send(
                        PAGE,
                        PAGE,
                        Map.of("kind", "outage", "title", "Down", "first", first, "last", last, "channel", channel))
                .statusCode(303);
    }

    private static Annotation only() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Annotation.<Annotation>findAll().firstResult());
    }
}
