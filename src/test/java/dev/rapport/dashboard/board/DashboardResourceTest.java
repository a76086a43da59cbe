package dev.rapport.dashboard.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DashboardResourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/marketing",
                "/support",
                "/customers",
                "/metrics/csat?channel=email&segment=plan:none&period=last-quarter",
                "/metrics/ticket_volume/rows",
                "/metrics/retention_cohort/rows",
                "/metrics/churn_rate/rows",
                "/metrics/ticket_volume/heat",
                "/metrics/ticket_volume/parts/issue-type",
                "/metrics/ticket_volume?issue-type=billing",
                "/metrics/ticket_volume/movement?compare=previous",
                "/metrics/churn_rate/what-if?points=2",
                "/preferences",
                "/my-metrics",
                "/guide",
                "/guide?aim=keep&stage=loyalty",
                "/guide/mistakes",
                "/pages",
                "/offers",
                "/preferred",
                "/pages/links",
                "/metrics/health_score/left",
                "/cohorts",
                "/product",
                "/journey",
                "/campaigns",
                "/social",
                "/comments",
                "/support/load",
                "/support/work",
                "/voice",
                "/promoters",
                "/targets",
                "/cohorts?grain=month&activity=order&period=last-12-months",
                "/catalogue"
            })
    @TestSecurity(user = "mia", roles = "marketing")
    void everyPageHoldsUnderTheContentSecurityPolicy(String url) {
        String page = page(url).then().statusCode(200).extract().asString();
        assertThat(page).contains("<!DOCTYPE html>").doesNotContain("NOT_FOUND");
        assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|hx-on");
        assertThat(page.replaceAll("<script type=\"application/json\"", ""))
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    @TestSecurity(user = "sam", roles = "support")
    void answersTheFragmentToHtmxAndThePageToAll() {
        Response fragment = given().header("HX-Request", "true").get("/support?channel=email");
        assertThat(fragment.statusCode()).isEqualTo(200);
        assertThat(fragment.asString()).contains("id=\"content\"").doesNotContain("<!DOCTYPE html>", "id=\"filters\"");
        assertThat(fragment.header("Vary")).contains("HX-Request");
        assertThat(fragment.header("HX-Push-Url")).isEqualTo("/support?channel=email");
        Response page = page("/support?channel=email");
        assertThat(page.asString()).contains("<!DOCTYPE html>", "id=\"filters\"", "id=\"content\"");
        assertThat(page.header("HX-Push-Url")).isNull();
    }

    @Test
    @TestSecurity(user = "sam", roles = "support")
    void answersTheWholePageWhenTheBrowserGoesBack() {
        String page = given().header("HX-Request", "true")
                .header("HX-History-Restore-Request", "true")
                .get("/support")
                .asString();
        assertThat(page).contains("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel=pigeon", "grain=blink", "segment=plan", "from=2026-02-30&to=2026-03-01"})
    @TestSecurity(user = "mia", roles = "marketing")
    void refusesWhatCannotBeAskedByTheNameOfItsParameter(String query) {
        Response refused = page("/marketing?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource({
        "/marketing?trend=sessions&trend=revenue, trend",
        "/metrics/csat?group=plan&group=region, group",
        "/metrics/csat/movement.csv?group=plan&group=region, group",
        "/metrics/csat.csv?header=yes, header",
        "/metrics/csat.csv?csv=tab, csv",
        "/guide?aim=fame, aim",
        "/guide?stage=grave, stage",
        "/metrics/csat.csv?header=true&header=false, header",
        "/journey.csv?by=channel&by=total, by",
        "/journey/drop-offs?step=abc, step",
        "/journey/drop-offs?step=1&step=2, step",
        "/journey/drop-offs.csv?step=abc, step",
        "/journey/drop-offs.csv, step",
        "/comments?tone=good&tone=bad, tone",
        "/comments?page=1&page=2, page",
        "/follow-up?state=open&state=closed, state",
        "/follow-up?owner=%00, owner",
        "/support/load?source=channel&source=campaign, source",
        "/social/labels?page=abc, page",
        "/social/labels?show=moon, show",
        "/customers/list?sort=value&sort=name, sort",
        "/customers/1?kind=visit&kind=order, kind"
    })
    @TestSecurity(user = "ada", roles = "admin")
    void doesNotGuessWhatIsMeant(String url, String parameter) {
        Response refused =
                given().accept("text/html, */*").urlEncodingEnabled(false).get(url);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains(parameter + ": ");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void leadsToAUsualPeriodWithTheSliceKept() {
        String page = page("/metrics/csat?segment=plan:none&channel=chat").asString();
        assertThat(page)
                .contains(
                        "<a href=\"/metrics/csat?channel=chat&amp;segment=plan:none&amp;period=last-quarter\">Last quarter</a>",
                        "<a href=\"/metrics/csat?channel=chat&amp;segment=plan:none\" aria-current=\"true\">Last 30 days</a>");
        assertThat(page("/metrics/csat?segment=plan:none&period=last-quarter").asString())
                .contains("href=\"/metrics/csat.csv?segment=plan:none&amp;period=last-quarter&amp;by=channel\"");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void saysThatSpendHasNoSegmentsInsteadOfNoData() {
        assertThat(page("/metrics/spend").asString())
                .contains("this cannot be told apart by segment")
                .doesNotContain("/metrics/spend/heat");
        assertThat(page("/metrics/revenue").asString())
                .contains("/metrics/revenue/heat")
                .doesNotContain("<div class=\"card__body muted\">");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void holdsOnToStepsOnlyWhenTheyWereChosen() {
        assertThat(page("/metrics/csat").asString()).doesNotContain("value=\"day\" selected");
        assertThat(page("/metrics/csat?grain=week").asString()).contains("value=\"week\" selected");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void refusesChoicesOfThePageThatDoNotExist() {
        assertThat(page("/marketing?trend=moon").statusCode()).isEqualTo(400);
        assertThat(page("/marketing?group=moon").statusCode()).isEqualTo(400);
        assertThat(page("/metrics/moon").statusCode()).isEqualTo(404);
        assertThat(page("/metrics/moon/heat").statusCode()).isEqualTo(404);
        assertThat(page("/metrics/csat/heat?group=moon").statusCode()).isEqualTo(400);
        assertThat(page("/metrics/ticket_volume/parts/moon").statusCode()).isEqualTo(404);
        assertThat(page("/metrics/ticket_volume/parts/campaign").statusCode()).isEqualTo(400);
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void keepsTheSliceInItsLinks() {
        String page =
                page("/metrics/bounce_rate?channel=email&period=last-90-days").asString();
        assertThat(page)
                .contains(
                        "href=\"/support?channel=email&amp;period=last-90-days\"",
                        "/metrics/bounce_rate/rows?channel=email&amp;period=last-90-days",
                        "/metrics/bounce_rate.csv?channel=email&amp;period=last-90-days&amp;by=bucket",
                        "Remove filter: E-mail");
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void showsCohortsOfAQuarterUnlessAskedOtherwise() {
        assertThat(page("/cohorts").asString()).contains("/cohorts.csv?period=last-90-days");
    }

    @Test
    @TestSecurity(user = "sam", roles = "support")
    void offersTheOptionsThatTheMetricUnderstands() {
        String page = page("/metrics/resolution_time?stat=p90").asString();
        assertThat(page)
                .contains("<option value=\"p90\" selected>90th percentile</option>", "name=\"waiting\"")
                .doesNotContain("name=\"unit\"");
    }

    @Test
    @TestSecurity(user = "ivy", roles = "nobody")
    void isNotForPeopleWithoutARole() {
        assertThat(page("/overview").statusCode()).isEqualTo(403);
        assertThat(page("/metrics/csat").statusCode()).isEqualTo(403);
        assertThat(page("/catalogue").statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "key", roles = "read")
    void keysReadTheCatalogueAsAFile() {
        Response file = given().get("/catalogue.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("catalogue.csv");
        assertThat(file.asString())
                .contains("key,name,topic,unit,better,formula,benchmark,sources,teams,stage,causes,remedies\r\n")
                .contains("\r\nbounce_rate,Bounce rate,Site,percent,");
        assertThat(page("/catalogue").statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "mia", roles = "marketing")
    void takesAQueryForWhatItIsAndNotForMarkup() {
        Response refused = page("/marketing?channel=<script>alert(1)</script>");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).doesNotContain("<script>alert");
    }

    private static Response page(String url) {
        return given().accept("text/html").urlEncodingEnabled(true).get(url);
    }
}
