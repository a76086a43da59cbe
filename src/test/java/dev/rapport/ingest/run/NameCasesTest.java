package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Dimension;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files as people have them, brought in by what is suggested: names, sites and pages count as what they are. */
class NameCasesTest {
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31";

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void newUser() {
        user = new Suggested(uploads);
    }

    @Test
    void storesInOtherScripts() {
        user.bring("tickets.csv", """
                Ticket ID,Created At,Channel,Priority
                S1,2026-10-01 09:00:00,Store 東京,low
                S2,2026-10-02 09:00:00,Store 大阪,low
                S3,2026-10-03 09:00:00,Store 大阪,low
                S4,2026-10-03 09:00:00,Chat по-русски,low
                S5,2026-10-03 09:00:00,LINE 問い合わせ,low
                S6,2026-10-03 09:00:00,LINE 広告,low
                """);

        Map<String, Long> tickets = user.data.parts("ticket_volume", OCTOBER, Grouping.CHANNELS);
        assertThat(tickets.values()).containsExactlyInAnyOrder(1L, 2L, 1L, 1L, 1L);
        assertThat(tickets.keySet()).containsExactly("chat-2", "line", "line-2", "store", "store-2");
    }

    @Test
    void aCampaignInTwoSpellings() {
        user.bring("spend.csv", """
                Campaign,Platform,Date,Cost,Impressions,Clicks
                Spring_Sale,google,2026-10-01,100,1000,50
                """);
        user.bring("visits.csv", """
                Message ID,User ID,Event Name,Timestamp,URL
                V1,K1,,2026-10-02T10:00:00Z,https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring_sale
                V2,K2,,2026-10-02T11:00:00Z,https://www.example.com/?utm_source=Google&utm_medium=CPC&utm_campaign=Spring_Sale
                """);
        user.bring("orders.csv", """
                Order ID,User ID,Order Date,Order Total
                M1,K1,2026-10-02T10:10:00Z,300
                M2,K2,2026-10-02T11:10:00Z,200
                """);

        assertThat(user.october("roi", 0)).isEqualTo("400");
        assertThat(byPart("roi", Dimension.CAMPAIGN)).containsExactly(Map.entry("Spring_Sale", "400"));
        assertThat(user.value("roi", OCTOBER + "&campaign=SPRING_sale", 0)).isEqualTo("400");
        assertThat(user.value("sessions", OCTOBER + "&campaign=spring_sale", 0)).isEqualTo("2");
    }

    @Test
    void ownHostsAndPaymentPagesSendNobody() {
        user.bring("visits.csv", """
                Message ID,User ID,Event Name,Timestamp,URL,Referrer
                V1,K1,,2026-10-02T10:00:00Z,https://shop.example.com/cart,https://www.example.com/offers
                V2,K2,,2026-10-02T11:00:00Z,https://www.example.com/thanks,https://checkout.example.com/pay
                V3,K3,,2026-10-02T12:00:00Z,https://www.example.com/thanks,https://www.paypal.com/checkoutnow
                V4,K4,,2026-10-02T13:00:00Z,https://www.example.com/,https://example.com/
                V5,K5,,2026-10-02T14:00:00Z,https://www.example.com/?utm_source=google&utm_medium=cpc,https://www.google.com/
                V6,K5,,2026-10-02T14:10:00Z,https://www.example.com/thanks,https://www.paypal.com/checkoutnow
                V7,K6,,2026-10-02T14:10:00Z,https://www.example.com/,https://blog.example.net/
                """);

        assertThat(user.data.parts("sessions", OCTOBER, Grouping.CHANNELS))
                .containsExactly(Map.entry("direct", 4L), Map.entry("paid-search", 1L), Map.entry("referral", 1L));
    }

    @Test
    void campaignsAsPeopleWriteThem() {
        user.bring("visits.csv", """
                Message ID,User ID,Event Name,Timestamp,URL
                U0,K0,,2026-10-01T10:00:00Z,https://www.example.com/?utm_source=facebook.com&utm_medium=social
                U1,K1,,2026-10-02T10:00:00Z,https://www.example.com/?utm_source=facebook.com
                U2,K2,,2026-10-03T10:00:00Z,https://www.example.com/?utm_source=Facebook%20Ads&utm_medium=Paid%20Social
                U3,K3,,2026-10-04T10:00:00Z,https://www.example.com/?utm_source=fb&utm_medium=paid+social
                U4,K4,,2026-10-05T10:00:00Z,https://www.example.com/?utm_source=newsletter&utm_medium=E-Mail
                U5,K5,,2026-10-06T10:00:00Z,https://www.example.com/?utm_source=google.com&utm_medium=organic
                U6,K6,,2026-10-07T10:00:00Z,https://www.example.com/?utm_source=google.com
                U7,K7,,2026-10-08T10:00:00Z,https://www.example.com/?utm_source=instagram_stories&utm_medium=cpc
                U8,K8,,2026-10-09T10:00:00Z,https://www.example.com/?utm_source=chatgpt.com
                U9,K9,,2026-10-01T10:00:00Z,https://www.example.com/?utm_source=google&utm_source=bing&utm_medium=cpc
                U10,K10,,2026-10-02T10:00:00Z,https://www.example.com/?utm_source=linkedin.com&utm_medium=cpc
                """);

        assertThat(user.data.parts("sessions", OCTOBER, Grouping.CHANNELS))
                .containsExactly(
                        Map.entry("ai-assistants", 1L),
                        Map.entry("email", 1L),
                        Map.entry("organic-search", 2L),
                        Map.entry("paid-search", 1L),
                        Map.entry("paid-social", 4L),
                        Map.entry("social", 2L));
    }

    @Test
    void aPageInManySpellings() {
        user.bring("visits.csv", """
                Message ID,User ID,Event Name,Timestamp,URL
                V1,K1,,2026-10-02T10:00:00Z,https://www.example.com/caf%c3%a9/
                V2,K1,,2026-10-02T10:01:00Z,https://www.example.com/café
                V3,K2,,2026-10-02T10:02:00Z,https://www.example.com//caf%C3%A9?x=1
                V4,K2,,2026-10-02T10:03:00Z,https://www.example.com/other
                """);

        assertThat(byPart("page_views", Dimension.PAGE))
                .containsExactly(Map.entry("/café", "3"), Map.entry("/other", "1"));
        assertThat(user.value("page_views", OCTOBER + "&page-path=/caf%C3%A9/", 0))
                .isEqualTo("3");
    }

    @Test
    void aNameThatLooksLikeAnotherIsAskedAbout() {
        String tickets = """
                Ticket ID,Created At,Channel,Priority
                1,2026-10-01 09:00:00,Telehpone,low
                2,2026-10-02 09:00:00,Kiosk,low
                3,2026-10-03 09:00:00,kiosk,low
                """;

        var held = user.bring("tickets.csv", tickets);
        assertThat(held.state() + " " + held.message()).isEqualTo("failed QUESTIONS|LIKE_CHANNEL:Telehpone");
        assertThat(user.data.imports.number("select count(*) from channel where position = 1000"))
                .isZero();

        user.bring("tickets.csv", tickets, Map.of("LIKE_CHANNEL:Telehpone", "Phone", "NEW_CHANNEL:Kiosk", "In person"));
        assertThat(user.data.parts("ticket_volume", OCTOBER, Grouping.CHANNELS))
                .containsExactly(Map.entry("in-person", 2L), Map.entry("phone", 1L));
    }

    @Test
    void manyNewChannelsAreAskedAboutOnce() {
        StringBuilder tickets = new StringBuilder("Ticket ID,Created At,Channel,Priority\n");
        for (String name : new String[] {"Berlin", "Wien", "Roma", "Oslo", "Porto", "Sofia"}) {
            tickets.append(name).append(",2026-10-01 09:00:00,").append(name).append(",low\n");
        }

        assertThat(user.bring("tickets.csv", tickets.toString()).message()).isEqualTo("QUESTIONS|NEW_CHANNELS:");
        assertThat(user.bring("tickets.csv", tickets.toString(), Map.of("NEW_CHANNELS:", "yes"))
                        .stored())
                .isEqualTo(6);
        assertThat(user.bring("more.csv", tickets.toString().replace("-10-01", "-10-02"))
                        .state())
                .as("known ones are not asked about")
                .isEqualTo("done");
    }

    private Map<String, String> byPart(String metric, Dimension dimension) {
        Map<String, String> values = new TreeMap<>();
        user.data.metrics.ask(metric, user.data.slice(OCTOBER), Grouping.parts(dimension)).rows().stream()
                .filter(row -> row.key().part().isPresent())
                .forEach(row -> row.figure()
                        .value()
                        .ifPresent(value -> values.put(
                                row.key().part().orElseThrow(),
                                value.setScale(0, RoundingMode.HALF_UP).toPlainString())));
        return values;
    }
}
