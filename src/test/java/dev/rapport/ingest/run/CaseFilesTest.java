package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.Grouping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files that came out wrong, brought in as a new user would, give the figure that is right, or ask. */
@Tag("real-data")
class CaseFilesTest {
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31";
    private static final String MARCH = "from=2024-03-01&to=2024-03-31";

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void lookForFiles() {
        Assumptions.assumeTrue(RealData.folder().isPresent(), "no folder with real data");
        Assumptions.assumeTrue(Files.isDirectory(cases()), "no folder with cases");
        user = new Suggested(uploads);
    }

    private static Path cases() {
        return RealData.folder().orElseThrow().resolveSibling("cases");
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(cases().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestImports.Report bring(String name, String... answers) {
        Map<String, String> said = new LinkedHashMap<>();
        Arrays.stream(answers).map(answer -> answer.split("=")).forEach(pair -> said.put(pair[0], pair[1]));
        TestImports.Report report = user.bring(name.substring(name.lastIndexOf('/') + 1), file(name), said);
        assertThat(report.state()).as(name + ": " + report.message()).isEqualTo("done");
        return report;
    }

    /** Nothing is asked, and the figure is right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reports/04-mysql-zero-date/tickets.csv | ticket_volume | 0 | 5",
                "reports/04-mysql-zero-date/tickets.csv | resolution_rate | 0 | 60",
                "reports/09-reopened-ticket-keeps-close-date/tickets.csv | ticket_volume | 0 | 3",
                "reports/09-reopened-ticket-keeps-close-date/tickets.csv | resolution_rate | 2 | 33.33",
                "reports/09-reopened-ticket-keeps-close-date/tickets.csv | backlog | 0 | 2",
                "reports/10-csat-asked-on-ten/csat.csv | csat | 0 | 50",
                "reports/11-answers-with-their-label/csat.csv | csat | 0 | 50",
                "reports/12-names-in-other-scripts/tickets.csv | ticket_volume | 0 | 6",
                "reports/19-dates-as-written-elsewhere/es.csv | revenue | 0 | 30",
                "reports/19-dates-as-written-elsewhere/nnbsp.csv | revenue | 0 | 30",
                "reports/21-report-with-title-and-total/ads.csv | spend | 2 | 30.00",
                "reports/21-report-with-title-and-total/ads.csv | ctr | 0 | 10",
                "reports/37-reply-dated-without-time/tickets.csv | ticket_volume | 0 | 4",
                "reports/37-reply-dated-without-time/tickets.csv | resolution_rate | 0 | 100",
                "reports/38-two-surveys-of-one-ticket/answers.csv | csat | 0 | 50",
                "reports/38-two-surveys-of-one-ticket/answers.csv | ces | 0 | 4",
                "reports/43-bot-answers-first/tickets.csv | first_response_time | 0 | 14400",
                "reports/48-spend-split-by-device/ads.csv | spend | 0 | 150",
                "reports/48-spend-split-by-device/ads.csv | ctr | 2 | 4.09",
                "reports/48-spend-split-by-device/meta.csv | spend | 0 | 25",
                "reports/51-tickets-taken-for-people/tickets.csv | ticket_volume | 0 | 1",
                "reports/07-refund-rows/orders.csv | revenue | 0 | 120",
                "reports/07-refund-rows/orders.csv | orders | 0 | 3",
            })
    void octoberIsRight(String name, String metric, int decimals, String value) {
        bring(name);
        assertThat(user.value(metric, OCTOBER, decimals)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exports/01-qualtrics/NPS_March_March 6, 2024_09.30.csv | nps | 0 | 0",
                "exports/02-surveymonkey/Customer feedback.csv | nps | 0 | 0",
                "exports/02-surveymonkey/Customer feedback.csv | csat | 2 | 66.67",
                "exports/07-google-ads/Campaign report by day.csv | spend | 2 | 4328.20",
                "exports/08-meta-ads/by day.csv | spend | 2 | 1513.66",
                "exports/15-zendesk/export-2024-03-31-0930-12345.csv | ticket_volume | 0 | 3",
                "exports/15-zendesk/export-2024-03-31-0930-12345.csv.zip | ticket_volume | 0 | 3",
                "exports/28-servicenow/incident-small.csv | ticket_volume | 0 | 1",
            })
    void marchIsRight(String name, String metric, int decimals, String value) {
        bring(name);
        assertThat(user.value(metric, MARCH, decimals)).isEqualTo(value);
    }

    @Test
    void formsAreRightOverTwoMonths() {
        bring("exports/03-google-forms/Customer feedback (Responses).csv");
        String both = "from=2024-03-01&to=2024-04-30";
        assertThat(user.value("csat", both, 2)).isEqualTo("66.67");
        assertThat(user.value("nps", both, 0)).isEqualTo("0");
    }

    /** What the file does not say is asked; answered, the figure is right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reports/01-ip-column-decides-decimals/orders.csv | DECIMAL:Order Total=. | 16639",
                "reports/03-thousands-point-only/umsatz.csv | DECIMAL:Order Total=, | 15749",
                "reports/06-mixed-currencies/orders.csv | CURRENCY:USD=out;CURRENCY:JPY=out | 150",
            })
    void whatIsOpenIsAsked(String name, String answers, String revenue) {
        assertThat(user.look(file(name)).asked()).contains(answers.split(";")[0].split("=")[0]);
        bring(name, answers.split(";"));
        assertThat(user.value("revenue", OCTOBER, 0)).isEqualTo(revenue);
    }

    @Test
    void allTwelveGermanMonths() {
        bring("reports/20-months-named-in-german/tickets.csv");
        assertThat(user.value("ticket_volume", "from=2025-12-01&to=2026-12-31", 0))
                .isEqualTo("12");
    }

    @Test
    void fiveChannelsInTheirOwnLetters() {
        bring("reports/12-names-in-other-scripts/tickets.csv");
        assertThat(user.data.parts("ticket_volume", OCTOBER, Grouping.CHANNELS).values())
                .containsExactlyInAnyOrder(1L, 2L, 1L, 1L, 1L);
    }

    @Test
    void oneCampaignHoweverItIsWritten() {
        bring("reports/14-campaign-name-case/visits.csv");
        bring("reports/14-campaign-name-case/orders.csv");
        bring("reports/14-campaign-name-case/spend.csv");
        assertThat(user.value("roi", OCTOBER, 0)).isEqualTo("400");
    }

    @Test
    void knownRowsAreNoNews() {
        bring("reports/16-same-orders-file-twice/orders.csv");
        assertThat(bring("reports/16-same-orders-file-twice/orders-again.csv").counts())
                .isEqualTo("3 read, 1 stored, 2 known, 0 rejected");
        assertThat(user.value("revenue", OCTOBER, 0)).isEqualTo("175");
    }

    @Test
    void monthlyRevenueOfWhatIsPaidByTheYear() {
        bring("reports/18-annual-free-and-plan-change/subscriptions.csv");
        String november = "from=2026-11-01&to=2026-11-29";
        assertThat(user.value("mrr", november, 0)).isEqualTo("400");
        assertThat(user.value("paying_customers", november, 0)).isEqualTo("4");
        assertThat(user.value("churn_rate", november, 0)).isEqualTo("0");
        assertThat(user.value("mrr", OCTOBER, 0)).isEqualTo("240");
    }

    @Test
    void twoDesksAndTwoPlatforms() {
        bring("exports/40-two-sources/freshdesk.csv");
        bring("exports/40-two-sources/zendesk.csv");
        bring("exports/40-two-sources/google.csv");
        bring("exports/40-two-sources/meta.csv");
        String all = "from=2020-01-01&to=2026-11-29";
        assertThat(user.value("ticket_volume", all, 0)).isEqualTo("4");
        assertThat(user.value("spend", all, 0)).isEqualTo("140");
    }

    @Test
    void oneWeekLaterTheSameTickets() {
        bring("exports/17-jira/Jira.csv");
        bring("exports/17-jira/Jira next week.csv");
        assertThat(user.value("ticket_volume", "from=2020-01-01&to=2026-11-29", 0))
                .isEqualTo("2");
    }

    @Test
    void onePersonByNumberAndAddress() {
        for (String name : new String[] {"1-orders", "2-tickets", "3-people"}) {
            bring("reports/30-one-person-number-and-email/" + name + ".csv");
        }
        assertThat(user.value("contact_repeat_rate", OCTOBER, 0)).isEqualTo("100");
    }

    @Test
    void bothInTheOrdersFile() {
        bring("reports/30b-both-in-the-orders-file/1-orders.csv");
        bring("reports/30b-both-in-the-orders-file/2-tickets.csv");
        assertThat(user.value("contact_repeat_rate", OCTOBER, 0)).isEqualTo("100");
    }

    @Test
    void subscriptionsOfJanuary() {
        bring("exports/21-stripe/subscriptions.csv");
        assertThat(user.value("mrr", "from=2024-01-01&to=2024-01-31", 0)).isEqualTo("20");
    }

    @Test
    void noTweetTwice() {
        bring("exports/25-x/tweet_activity_metrics_example_20240301_20240401_en.csv");
        long tweets = user.data.imports.number("select count(*) from post where current");
        byte[] damaged = file("exports/25-x/re-saved by Excel.csv");
        try {
            user.bring("re-saved by Excel.csv", damaged, Map.of());
        } catch (AssertionError asked) {
            assertThat(asked.getMessage()).contains("cannot start");
        }
        assertThat(user.data.imports.number("select count(*) from post where current"))
                .isEqualTo(tweets);
    }
}
