package dev.rapport.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LayoutResourceTest {
    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void holdsUnderAStrictContentSecurityPolicy() {
        String page = kit();
        assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|hx-on");
        assertThat(page).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void showsAdministrationToAdministrators() {
        assertThat(kit()).contains("href=\"/imports\"", "href=\"/settings\"", "ada", "Sign out");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void keepsAdministrationFromOthers() {
        assertThat(kit()).contains("href=\"/marketing\"").doesNotContain("href=\"/imports\"");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void drawsTheThemeOfTheCookieWithoutScript() {
        String page = given().cookie("theme", "dark").get("/kit").asString();
        assertThat(page).contains("data-theme=\"dark\"");
        assertThat(kit()).doesNotContain("data-theme=\"");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void tellsCachesWhatTheAnswerDependsOn() {
        assertThat(given().get("/kit").header("Vary")).contains("HX-Request");
    }

    private static String kit() {
        return given().get("/kit").then().statusCode(200).extract().asString();
    }
}
