package dev.rapport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.testsupport.BrowserProfile;
import dev.rapport.testsupport.Browsing;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job, as three people do it: a file in, figures by channel, segment and period, the CSV out. */
@QuarkusTest
@TestProfile(BrowserProfile.class)
class MainJobBrowserTest extends Browsing {
    private static final LocalDate QUARTER = quarterStart().minusMonths(3);

    @Test
    void aFileComesInAndItsFiguresGoOut() throws IOException {
        signInAs("ada");
        importResponses();
        readsSatisfactionOfEnterpriseByChannel("ada");
        signOut();

        signInAs("maria");
        assertThat(link("Imports")).hasCount(0);
        readsSatisfactionOfEnterpriseByChannel("maria");
        signOut();

        signInAs("samir");
        readsSatisfactionOfEnterpriseByChannel("samir");
        signOut();
    }

    @Test
    void pagesAreAccessibleInLightAndDark() {
        signInAs("ada");
        for (String path : List.of("/overview", "/metrics/nps", "/catalogue", "/imports", "/settings", "/cohorts")) {
            page.navigate(at(path));
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa")).analyze().getViolations().stream()
                                    .map(violation -> path + ": " + violation.getId() + " " + violation.getNodes())
                                    .toList())
                    .isEmpty();
        }
    }

    private void importResponses() {
        link("Imports").click();
        page.locator("input[type=file]").setInputFiles(new FilePayload("answers.csv", "text/csv", answers()));
        button("Upload").click();
        // A form that stands there is not yet one that its script listens to.
        page.getByLabel("What is in the file?").waitFor();
        page.waitForLoadState(LoadState.LOAD);
        change(() -> page.getByLabel("What is in the file?").selectOption("responses"));
        assertThat(page.getByLabel("Score: Column of the file", exactly()).first())
                .hasValue("score");
        // 17 is on no usual scale, and one row in nine is many.
        change(() ->
                page.getByLabel("On which scale was “After contact” asked?").selectOption("1-5"));
        change(() -> page.getByLabel("Many rows cannot be stored").selectOption("yes"));
        change(() -> page.locator("[name='trait.column']").first().selectOption("plan"));
        button("Start import").click();
        assertThat(page.locator("#stored")).hasText("8");
        assertThat(page.locator("#rejected")).hasText("1");
        assertThat(page.getByText("is outside the survey’s scale")).isVisible();
        waitForFigures();
    }

    /** Figures follow their facts within seconds, not at once. */
    private void waitForFigures() {
        page.navigate(at("/metrics/csat?period=last-quarter"));
        page.waitForCondition(() -> {
            boolean there = page.locator(".figure__value--large").textContent().contains("%");
            if (!there) {
                page.waitForTimeout(300);
                page.reload();
            }
            return there;
        });
    }

    /** The form comes back from the server after each change. */
    private void change(Runnable what) {
        page.waitForResponse(response -> response.url().endsWith("/mapping"), what);
        page.waitForCondition(() ->
                page.locator(".htmx-request, .htmx-swapping, .htmx-settling").count() == 0);
    }

    private void open(String menu) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(menu))
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** Enterprise customers, last quarter: chat 3 of 4, phone 1 of 2; on chat 1 of 2 the quarter before. */
    private void readsSatisfactionOfEnterpriseByChannel(String person) throws IOException {
        page.navigate(at("/metrics/csat"));
        open("Last 30 days");
        page.getByLabel("Last quarter").check();
        page.waitForURL(Pattern.compile(".*period=last-quarter.*"));
        open("Segments");
        page.getByLabel("enterprise", exactly()).check();
        page.waitForURL(Pattern.compile(".*segment=plan(:|%3A)enterprise.*"));

        Locator byChannel = page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("By channel").setExact(true));
        Locator chat = byChannel.locator("tr").filter(new Locator.FilterOptions().setHasText("Chat"));
        assertThat(chat).containsText("75.0%");
        assertThat(byChannel.locator("tr").filter(new Locator.FilterOptions().setHasText("Phone")))
                .containsText("50.0%");
        assertThat(page.locator(".figure__value--large")).hasText("66.7%");

        var download = page.waitForDownload(() -> byChannel
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("CSV"))
                .click());
        assertThat(download.suggestedFilename())
                .startsWith("csat_")
                .endsWith(".csv")
                .contains("enterprise");
        List<NamedCsvRecord> rows = rows(Files.readString(download.path()));
        assertThat(sum(rows, "numerator")).as(person).isEqualByComparingTo("4");
        assertThat(sum(rows, "denominator")).as(person).isEqualByComparingTo("6");

        open("Channels");
        page.getByLabel("Chat", exactly()).check();
        page.waitForURL(Pattern.compile(".*channel=chat.*"));
        assertThat(page.locator(".figure__value--large")).hasText("75.0%");
        page.goBack();
        assertThat(page.locator(".figure__value--large")).hasText("66.7%");
    }

    private static List<NamedCsvRecord> rows(String csv) {
        assertThat(csv).startsWith("\uFEFF");
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }

    private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.getField(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static byte[] answers() {
        String now = QUARTER.plusDays(20) + "T10:00:00Z";
        String before = QUARTER.minusDays(20) + "T10:00:00Z";
        String text = """
                response id;customer number;survey;survey kind;channel;answered at;score;plan
                r1;c1;After contact;csat;Chat;%1$s;5;enterprise
                r2;c2;After contact;csat;Chat;%1$s;5;enterprise
                r3;c3;After contact;csat;Chat;%1$s;4;enterprise
                r4;c4;After contact;csat;Chat;%1$s;1;enterprise
                r5;c1;After contact;csat;Phone;%1$s;5;enterprise
                r6;c2;After contact;csat;Phone;%1$s;2;enterprise
                r7;c9;After contact;csat;Chat;%1$s;1;free
                r8;c1;After contact;csat;Chat;%2$s;1;enterprise
                r9;c2;After contact;csat;Chat;%2$s;17;enterprise
                """.formatted(now, before);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LocalDate quarterStart() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
    }
}
