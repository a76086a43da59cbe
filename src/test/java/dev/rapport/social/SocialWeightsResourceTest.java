package dev.rapport.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class SocialWeightsResourceTest {
    private static final String PAGE = "/settings/social";

    @Test
    void keepsWeightsFrom0To100() {
        given().get(PAGE).then().statusCode(200).body(containsString("Social engagement"));
        weigh("2,5", "100", "0", "1.25", "0.5").statusCode(200).body(containsString("The weights are saved."));
        assertThat(stored()).isEqualTo("⟦likes:2.5⟧, ⟦shares:100⟧, ⟦comments:0⟧, ⟦saves:1.25⟧, ⟦clicks:0.5⟧");

        for (String bad : new String[] {"", "-1", "101", "100.5", "1.234", "one", "1e2", "NaN"}) {
            weigh("1", "1", bad, "1", "0").statusCode(422).body(containsString("Give a number from 0 to 100"));
        }
        assertThat(stored()).startsWith("⟦likes:2.5⟧");

        weigh("1", "1", "1", "1", "0").statusCode(200);
        assertThat(stored()).isEqualTo("⟦likes:1⟧, ⟦shares:1⟧, ⟦comments:1⟧, ⟦saves:1⟧, ⟦clicks:0⟧");
    }

    @Test
    @TestSecurity(user = "vera", roles = Role.MARKETING)
    void isForAdministrators() {
        given().get(PAGE).then().statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse weigh(
            String likes, String shares, String comments, String saves, String clicks) {
        return Forms.sendByHtmx(
                PAGE,
                PAGE,
                Map.of("likes", likes, "shares", shares, "comments", comments, "saves", saves, "clicks", clicks));
    }

    private static String stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> SocialWeightsForm.of(Settings.current()).text());
    }
}
