package dev.rapport.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.rapport.testsupport.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ada", roles = Role.ADMIN)
class SettingsResourceTest {
    private static final String PAGE = "/settings";

    @AfterEach
    void asBefore() {
        QuarkusTransaction.requiringNew().run(() -> {
            Settings settings = Settings.current();
            settings.zone = "UTC";
            settings.weekStart = 1;
            settings.currency = "EUR";
            settings.customerRule = "auto";
            settings.churnWindowDays = 90;
        });
    }

    @Test
    void keepsHowDaysWeeksAndMoneyAreReported() {
        Forms.send(PAGE, "/settings/reporting", Map.of("zone", "Europe/Berlin", "weekStart", "7", "currency", "CHF"))
                .statusCode(303)
                .header("Location", endsWith("/settings"));

        Settings settings = current();
        assertThat(settings.zone).isEqualTo("Europe/Berlin");
        assertThat(settings.weekStart).isEqualTo(7);
        assertThat(settings.currency).isEqualTo("CHF");
        given().get(PAGE).then().body(containsString("UTC, Monday, EUR → Europe/Berlin, Sunday, CHF"));
    }

    @Test
    void refusesWhatIsNoZoneWeekdayOrCurrency() {
        Forms.sendByHtmx(PAGE, "/settings/reporting", Map.of("zone", "+02:00", "weekStart", "8", "currency", "EURO"))
                .statusCode(422)
                .body(not(containsString("<html")))
                .body(containsString("Choose a time zone from the list"))
                .body(containsString("Choose a day of the week"))
                .body(containsString("Choose a currency"));

        assertThat(current().zone).isEqualTo("UTC");
    }

    @Test
    void keepsWhetherAgentsAreNamed() {
        Forms.send(PAGE, "/settings/agents", Map.of("agents", "hidden")).statusCode(303);
        assertThat(current().agentsHidden).isTrue();
        given().get(PAGE).then().body(containsString("names of agents changed"));
        for (String odd : new String[] {"numbered", "", "HIDDEN"}) {
            Forms.send(PAGE, "/settings/agents", Map.of("agents", odd))
                    .statusCode(422)
                    .body(containsString("Choose whether agents are named."));
        }
        assertThat(current().agentsHidden).isTrue();
        Forms.send(PAGE, "/settings/agents", Map.of("agents", "shown")).statusCode(303);
        assertThat(current().agentsHidden).isFalse();
    }

    @Test
    void keepsWhoCountsAsACustomer() {
        Forms.sendByHtmx(PAGE, "/settings/customers", Map.of("customerRule", "orders", "churnWindow", "180"))
                .statusCode(200)
                .body(containsString("Saved."));

        assertThat(current().customerRule).isEqualTo("orders");
        assertThat(current().churnWindowDays).isEqualTo(180);
    }

    @Test
    void keepsWhatATicketCosts() {
        Forms.send(PAGE, "/settings/support", Map.of("costPerTicket", "7,50")).statusCode(303);
        assertThat(current().costPerTicket).isEqualByComparingTo("7.5");
        Forms.send(PAGE, "/settings/support", Map.of("costPerTicket", "-1"))
                .statusCode(422)
                .body(containsString("An amount like"));
        Forms.send(PAGE, "/settings/support", Map.of("costPerTicket", "")).statusCode(303);
        assertThat(current().costPerTicket).isNull();
    }

    @Test
    void keepsHowLargeTheCompanyIs() {
        Forms.send(PAGE, "/settings/benchmarks", Map.of("companySize", "large")).statusCode(303);
        assertThat(current().companySize).isEqualTo("large");
        Forms.send(PAGE, "/settings/benchmarks", Map.of("companySize", "huge"))
                .statusCode(422)
                .body(containsString("Choose a size from the list"));
        Forms.send(PAGE, "/settings/benchmarks", Map.of("companySize", "small")).statusCode(303);
        assertThat(current().companySize).isEqualTo("small");
    }

    @Test
    void refusesAWindowThatIsNoNumberOfDays() {
        Forms.send(PAGE, "/settings/customers", Map.of("customerRule", "nobody", "churnWindow", "0"))
                .statusCode(422)
                .body(containsString("<html"))
                .body(containsString("from 1 to 3650"))
                .body(containsString("Choose who counts"));
    }

    @Test
    @TestSecurity(
            user = "maria",
            roles = {Role.MARKETING, Role.SUPPORT})
    void isForAdministratorsOnly() {
        given().get(PAGE).then().statusCode(403);
    }

    private static Settings current() {
        return QuarkusTransaction.requiringNew().call(Settings::current);
    }
}
