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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class ProductUseResourceTest {
    private static final String PAGE = "/settings/product";

    @Test
    void marksAndUnmarksEventsAndPages() {
        Forms.sendByHtmx(PAGE, PAGE, Map.of("kind", "page", "value", "/caf%C3%A9/<b>*"))
                .statusCode(200)
                .body(containsString("/café/&lt;b&gt;*"));
        Forms.sendByHtmx(PAGE, PAGE, Map.of("kind", "event", "value", "report_made"))
                .statusCode(200)
                .body(containsString("report_made counts as product use now"));
        assertThat(marks()).containsExactly("report_made", "/café/<b>*");

        Forms.sendByHtmx(PAGE, PAGE, Map.of("kind", "event", "value", " report_made "))
                .body(containsString("This is marked already."));
        assertThat(marks()).hasSize(2);

        for (int id : ids()) {
            Forms.send(PAGE, PAGE + "/" + id + "/removal", Map.of()).statusCode(303);
        }
        assertThat(marks()).isEmpty();
        given().get(PAGE).then().statusCode(200).body(containsString("Every visit counts as product use"));
    }

    @Test
    void refusesWhatMarksNothingOrEverything() {
        refused(Map.of("kind", "page", "value", "*"), "This is every page.");
        refused(Map.of("kind", "page", "value", "/**"), "This is every page.");
        refused(Map.of("kind", "page", "value", "app"), "or a path that begins with / or *");
        refused(Map.of("kind", "event", "value", ""), "Give an event’s name");
        refused(Map.of("kind", "event", "value", "x".repeat(201)), "Give an event’s name");
        refused(Map.of("kind", "person", "value", "x"), "Mark an event or a page.");
        assertThat(marks()).isEmpty();
        Forms.send(PAGE, PAGE + "/99999/removal", Map.of()).statusCode(404);
    }

    @Test
    void choosesWhoseUseCounts() {
        Forms.sendByHtmx(PAGE, PAGE + "/people", Map.of("who", "customers"))
                .statusCode(200)
                .body(containsString("<option value=\"customers\" selected"));
        assertThat(customersOnly()).isTrue();
        Forms.sendByHtmx(PAGE, PAGE + "/people", Map.of("who", "no such")).statusCode(200);
        assertThat(customersOnly()).isFalse();
    }

    @Test
    @TestSecurity(user = "vera", roles = Role.MARKETING)
    void isForAdministrators() {
        given().get(PAGE).then().statusCode(403);
    }

    private static void refused(Map<String, String> form, String sentence) {
        Forms.sendByHtmx(PAGE, PAGE, form).body(containsString(sentence)).body(not(containsString("counted anew")));
    }

    private static List<String> marks() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ProductMark.inOrder().stream().map(ProductMark::value).toList());
    }

    private static List<Integer> ids() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ProductMark.inOrder().stream().map(mark -> mark.id).toList());
    }

    private static boolean customersOnly() {
        return QuarkusTransaction.requiringNew().call(() -> Settings.current().productCustomersOnly);
    }
}
