package dev.rapport.team;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import dev.rapport.testsupport.BrowserProfile;
import dev.rapport.testsupport.Browsing;
import dev.rapport.testsupport.KeycloakAdmin;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(BrowserProfile.class)
class SignInBrowserTest extends Browsing {

    @ParameterizedTest
    @CsvSource({"maria,/marketing", "samir,/support", "ada,/overview"})
    void everyoneLandsOnTheirPageAndLeaves(String person, String landing) {
        signInAs(person);
        assertThat(page).hasURL(at(landing));

        String copied = session().value;
        assertThat(statusWith(copied)).isNotEqualTo(302);

        signOut();
        assertThat(statusWith(copied)).isEqualTo(302);
        page.navigate(at("/"));
        assertThat(button("Sign In")).isVisible();
    }

    @Test
    void theCookieIsARandomIdOutOfScriptsReach() {
        signInAs("ada");
        Cookie session = session();

        assertThat(session.value).matches("[A-Za-z0-9_-]{43}");
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite.name()).isEqualTo("LAX");
    }

    @Test
    void aNewLoginGetsANewSession() {
        signInAs("ada");
        String first = session().value;
        signOut();
        signInAs("ada");

        assertThat(session().value).isNotEqualTo(first);
    }

    @Test
    void whatKeycloakEndsIsOverHere() throws InterruptedException {
        signInAs("samir");
        String copied = session().value;

        new KeycloakAdmin().logOut("samir");

        for (int i = 0; i < 50 && statusWith(copied) != 302; i++) {
            Thread.sleep(100);
        }
        assertThat(statusWith(copied)).isEqualTo(302);
    }

    private Cookie session() {
        return context.cookies(at("/")).stream()
                .filter(cookie -> cookie.name.equals("q_session"))
                .findFirst()
                .orElseThrow();
    }

    private int statusWith(String session) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("Accept", "text/html")
                .cookie("q_session", session)
                .get(at("/settings/api-keys"))
                .statusCode();
    }
}
