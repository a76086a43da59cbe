package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which row is which: sources, keys, figures that add up. Files are brought in as a new user would. */
class WhichRowTest {
    @TempDir
    Path folder;

    private Suggested user;
    private TestImports imports;

    @BeforeEach
    void begin() {
        user = new Suggested(folder);
        imports = user.data.imports;
    }

    @Test
    void ticketsOfTwoDesksAreFour() {
        user.bring("freshdesk.csv", """
                Ticket ID,Subject,Created At,Channel
                1,Old desk: parcel,2024-03-01 09:00:00,Email
                2,Old desk: login,2024-03-01 10:00:00,Phone
                """);
        var other = user.bring("zendesk.csv", """
                Ticket Number,Subject,Created date,Contact type
                1,New desk: invoice,2024-03-20 09:00,Mail
                2,New desk: refund,2024-03-20 10:00,Mail
                """);
        assertThat(other.counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        assertThat(user.value("ticket_volume", "from=2024-03-01&to=2024-03-31", 0))
                .isEqualTo("4");
        assertThat(sources()).isEqualTo("Earlier imports, freshdesk, zendesk");
        imports.undo(other.id());
        assertThat(sources()).isEqualTo("Earlier imports, freshdesk");
    }

    @Test
    void spendOfTwoPlatformsOnOneDayIsBoth() {
        user.bring("google.csv", "Day,Campaign,Impr.,Clicks,Cost\n2024-03-04,Brand,1000,50,100.00\n");
        user.bring("meta.csv", """
                Day,"Campaign name",Impressions,"Link clicks","Amount spent (EUR)"
                2024-03-04,Brand,3000,60,40.00
                """);
        assertThat(user.value("spend", "from=2024-03-01&to=2024-03-31", 0)).isEqualTo("140");
    }

    @Test
    void spendSplitByDeviceAddsUp() {
        String file = """
                Campaign,Day,Device,Cost,Impressions,Clicks
                Brand,2026-10-01,Mobile,60.00,1000,50
                Brand,2026-10-01,Desktop,40.00,500,20
                Brand,2026-10-02,Mobile,30.00,400,10
                Brand,2026-10-02,Desktop,20.00,300,10
                """;
        var report = user.bring("ads.csv", file);
        assertThat(report.counts()).isEqualTo("4 read, 2 stored, 0 known, 0 rejected, 2 added");
        assertThat(user.october("spend", 0)).isEqualTo("150");
        assertThat(imports.text("select sum(clicks) || '/' || sum(impressions) from campaign_day where current"))
                .isEqualTo("90/2200");
        assertThat(user.bring("ads.csv", file).counts()).isEqualTo("4 read, 0 stored, 2 known, 0 rejected, 2 added");
        var later = user.bring("ads.csv", file.replace("20.00", "25.00"));
        assertThat(later.counts()).isEqualTo("4 read, 0 stored, 1 known, 0 rejected, 1 replaced, 2 added");
        assertThat(user.october("spend", 0)).isEqualTo("155");
        assertThat(imports.text("select key || ' ' || (changes ->> 'spend') from import_replaced"))
                .isEqualTo("brand|||2026-10-02 [\"50.000000\", \"55.000000\"]");
        imports.undo(later.id());
        assertThat(imports.number("select sum(spend)::int from campaign_day where current"))
                .isEqualTo(150);
    }

    @Test
    void aFileThatASpreadsheetHasSavedAgainStoresNoPostTwice() {
        String file = """
                Tweet id,Tweet permalink,Tweet text,time,impressions,retweets,replies,likes
                1764567890123456789,https://twitter.com/e/status/1764567890123456789,Spring,2026-10-04 08:12 +0000,1203.0,3.0,1.0,12.0
                1764567890123456790,https://twitter.com/e/status/1764567890123456790,Reply,2026-10-05 10:00 +0000,203.0,0.0,0.0,1.0
                """;
        assertThat(user.bring("tweets.csv", file).counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        assertThat(imports.text("select string_agg(distinct network, ' ') from post"))
                .isEqualTo("X");
        var again = user.bring("re-saved.csv", file.replaceAll("(?m)^17645678901234567\\d\\d", "1.76457E+18"));
        assertThat(again.message()).isEqualTo("QUESTIONS|SAME_KEY:");
        assertThat(imports.number("select count(*) from post")).isEqualTo(2);
    }

    @Test
    void figuresByAgeOfAnotherToolAddUpToo() {
        user.bring("meta.csv", """
                Campaign name,Reporting starts,Age,Amount spent (EUR),Impressions,Link clicks
                Autumn,2026-10-03,18-24,10.00,100,5
                Autumn,2026-10-03,25-34,15.00,200,6
                """);
        assertThat(user.october("spend", 0)).isEqualTo("25");
    }

    @Test
    void figuresByHourAddUpToo() {
        user.bring("hours.csv", """
                Campaign,Day,Hour,Cost,Impressions,Clicks
                Brand,2026-10-01,0,1.50,10,1
                Brand,2026-10-01,1,2.50,20,2
                Brand,2026-10-01,1,2.50,20,2
                """);
        assertThat(imports.text("select spend::text from campaign_day")).isEqualTo("6.500000");
        assertThat(user.october("spend", 1)).isEqualTo("6.5");
    }

    @Test
    void oneDayCorrectedIsAskedAbout() {
        String file = "Day,Campaign,Impr.,Clicks,Cost\n2026-10-04,Brand,1000,50,100.00\n";
        user.bring("google.csv", file);
        var open = user.bring("google.csv", file.replace("100.00", "90.00"));
        assertThat(open.message()).isEqualTo("QUESTIONS|SOURCE:google");
        var same = user.bring("google.csv", file.replace("100.00", "90.00"), Map.of("SOURCE:google", "google"));
        assertThat(same.counts()).isEqualTo("1 read, 0 stored, 0 known, 0 rejected, 1 replaced");
        assertThat(user.october("spend", 0)).isEqualTo("90");
        user.bring("google.csv", file.replace("100.00", "7.00"), Map.of("SOURCE:google", "google 2"));
        assertThat(user.october("spend", 0)).isEqualTo("97");
    }

    @Test
    void aTicketThatComesAgainReplacesItself() {
        user.bring("1.csv", """
                Ticket Number,Customer Number,Created At,Closed At,Channel
                T1,C1,2026-10-05 10:00,2026-10-05 12:00,email
                T2,C1,2026-10-05 10:00,2026-10-05 12:00,email
                """);
        var again = user.bring("2.csv", """
                Ticket Number,Customer Number,Created At,Closed At,Channel
                T1,C1,2026-10-05 10:00,,phone
                """);
        assertThat(again.counts()).isEqualTo("1 read, 0 stored, 0 known, 0 rejected, 1 replaced");
        assertThat(imports.text("""
                select string_agg(t.key || c.key || (resolved_at is null), ' ' order by t.key)
                from ticket t join channel c on c.id = channel_id where current
                """)).isEqualTo("T1\u001f1phonetrue T2\u001f1emailfalse");
        assertThat(imports.text("select key || ' ' || former_id || ' ' || changes::text from import_replaced"))
                .startsWith("T1 1 {")
                .contains("\"channel\": [\"E-mail\", \"Phone\"]");
    }

    @Test
    void twoShopsGiveOneNumberToTwoOrders() {
        String header = "Order ID,Customer,Order Date,Order Total\n";
        user.bring("north.csv", header + "1001,N1,2026-10-01,100\n");
        user.bring("south.csv", header + "1001,S1,2026-10-02,50\n");
        assertThat(user.october("orders", 0)).isEqualTo("2");
        assertThat(user.october("revenue", 0)).isEqualTo("150");
        assertThat(user.october("aov", 0)).isEqualTo("75");
    }

    @Test
    void ordersWithoutAKeyComeOnce() {
        String file = "Order ID,Customer,Order Date,Order Total\nD1,C1,2026-10-01,100\nD2,C2,2026-10-02,50\n";
        user.bring("orders.csv", file);
        var again = user.bring("orders-again.csv", file + "D3,C3,2026-10-03,25\n");
        assertThat(again.counts()).isEqualTo("3 read, 1 stored, 2 known, 0 rejected");
        assertThat(user.october("revenue", 0)).isEqualTo("175");
        var changed = user.bring("orders.csv", file.replace("50", "60"));
        assertThat(changed.message()).isEqualTo("QUESTIONS|NO_KEY:");
        assertThat(user.october("revenue", 0)).isEqualTo("175");
    }

    @Test
    void twoSubscriptionsOfOneCustomerWithoutNumbersAreTwo() {
        String mapping = """
                {"target": "subscriptions", "fields": {"customer": {"columns": ["who"]}, "plan": {"columns": ["plan"]},
                  "started": {"columns": ["from"]}, "ended": {"columns": ["to"]}, "amount": {"columns": ["month"]}}}
                """;
        String file = "who,plan,from,to,month\nC1,basic,2026-01-01,,10\nC1,pro,2026-02-01,,30\n";
        assertThat(imports.bring(file, mapping).counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        var ended = imports.bring(file.replace("2026-01-01,", "2026-01-01,2026-02-01"), mapping);
        assertThat(ended.counts()).isEqualTo("2 read, 0 stored, 1 known, 0 rejected, 1 replaced");
        assertThat(
                        imports.text(
                                "select string_agg(plan || (ended_at is null), ' ' order by plan) from subscription where current"))
                .isEqualTo("basicfalse protrue");
    }

    @Test
    void anAnswerIsKnownBySurveyAndStart() {
        String mapping = """
                {"target": "responses", "fields": {"key": {"columns": ["respondent"]}, "survey": {"columns": ["survey"]},
                  "at": {"columns": ["start"]}, "score": {"columns": ["score"]}}}
                """;
        var first = imports.bring("""
                respondent,survey,start,score
                1,Spring,2026-03-01 10:00,4
                1,Effort,2026-03-01 10:00,2
                1,Spring,2026-06-01 10:00,5
                """, mapping);
        assertThat(first.counts()).isEqualTo("3 read, 3 stored, 0 known, 0 rejected");
        var edited = imports.bring("respondent,survey,start,score\n1,Spring,2026-03-01 10:00,1\n", mapping);
        assertThat(edited.counts()).isEqualTo("1 read, 0 stored, 0 known, 0 rejected, 1 replaced");
        assertThat(imports.text("select string_agg(score::text, ' ' order by score) from response where current"))
                .isEqualTo("1 2 5");
    }

    @Test
    void whatWasThereBeforeIsASourceToo() {
        imports.text("""
                insert into ticket (key, channel_id, created_at, content)
                select 'T' || n, 1, '2026-10-01T10:00Z'::timestamptz + n * interval '1 hour', md5('x')::uuid
                from generate_series(1, 20) n returning 1
                """);
        var again = user.bring("desk.csv", """
                Ticket Number,Subject,Created At,Channel
                T1,a,2026-10-01 11:00,email
                T2,b,2026-10-01 12:00,email
                """);
        assertThat(again.counts()).isEqualTo("2 read, 0 stored, 0 known, 0 rejected, 2 replaced");
        assertThat(imports.number("select count(*) from ticket where current")).isEqualTo(20);
        assertThat(sources()).isEqualTo("Earlier imports");
    }

    @Test
    void theNextFileOfItsKindIsOfTheSameSource() {
        String header = "Ticket Number,Subject,Created At,Channel\n";
        user.bring("tickets-2026-09.csv", header + "T1,a,2026-09-01 11:00,email\n");
        user.bring("tickets-2026-10.csv", header + "T2,b,2026-10-01 11:00,email\n");
        assertThat(sources()).isEqualTo("Earlier imports, tickets");
    }

    private String sources() {
        return imports.text("select string_agg(name, ', ' order by id) from source");
    }
}
