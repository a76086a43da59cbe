package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are one when their letters are: nothing is dropped, and case and blanks do not matter. */
class ImportedNamesTest {
    private static final String SPEND = """
            {"target": "campaign-days", "fields": {"campaign": {"columns": ["campaign"]}, "day": {"columns": ["day"]},
              "spend": {"columns": ["spend"]}}}
            """;
    private static final String VISITS = """
            {"target": "events", "fields": {"customer": {"columns": ["user"]}, "at": {"columns": ["time"]},
              "url": {"columns": ["url"]}}}
            """;
    private static final String TICKETS = """
            {"target": "tickets", "fields": {"key": {"columns": ["id"]}, "created": {"columns": ["time"]},
              "channel": {"columns": ["channel"]}, "issue_type": {"columns": ["type"]}}}
            """;
    private static final String ANSWERS = """
            {"target": "responses", "fields": {"key": {"columns": ["id"]}, "at": {"columns": ["time"]},
              "survey": {"columns": ["survey"]}, "score": {"columns": ["score"]}}}
            """;

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void database() {
        imports = new TestImports(folder);
    }

    @Test
    void storesInTheScriptsOfTheWorldAreChannelsOfTheirOwn() {
        imports.bring("""
                id,time,channel,type
                S1,2026-10-01 09:00:00,Store 東京,a
                S2,2026-10-02 09:00:00,Store 大阪,a
                S3,2026-10-03 09:00:00,Store 大阪,a
                S4,2026-10-03 09:00:00,Chat по-русски,a
                S5,2026-10-03 09:00:00,LINE 問い合わせ,a
                S6,2026-10-03 09:00:00,LINE 広告,a
                """, TICKETS);

        assertThat(tickets("c.name", "join channel c on c.id = channel_id"))
                .isEqualTo("Chat по-русски 1, LINE 問い合わせ 1, LINE 広告 1, Store 大阪 2, Store 東京 1");
        assertThat(imports.text("select string_agg(key, ' ' order by key) from channel where position = 1000"))
                .isEqualTo("chat-2 line line-2 store store-2");
    }

    @Test
    void oneIssueTypeInManySpellingsIsOne() {
        imports.bring("""
                id,time,channel,type
                1,2026-10-01 09:00:00,chat,Billing
                2,2026-10-02 09:00:00,chat,BILLING
                3,2026-10-03 09:00:00,chat,billing 2
                """, TICKETS);
        int second = imports.bring("""
                id,time,channel,type
                4,2026-10-01 09:00:00,chat,bILLING
                5,2026-10-01 09:00:00,chat,ＢＩＬＬＩＮＧ
                6,2026-10-01 09:00:00,chat,Straße
                7,2026-10-01 09:00:00,chat,STRASSE
                """, TICKETS).id();

        assertThat(tickets("issue_type", "")).isEqualTo("Billing 4, Straße 2, billing 2 1");
        imports.undo(second);
        assertThat(tickets("issue_type", "")).isEqualTo("Billing 2, billing 2 1");
        assertThat(imports.text("select string_agg(key, ',' order by key) from known_name"))
                .isEqualTo("billing,billing 2");
    }

    @Test
    void aCampaignIsOneInSpendVisitsAndOrders() {
        imports.bring("campaign,day,spend\nSpring_Sale,2026-10-01,100\n", SPEND);
        imports.bring("""
                user,time,url
                K1,2026-10-02T10:00:00Z,https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring_sale
                K2,2026-10-02T11:00:00Z,https://www.example.com/?utm_source=Google&utm_medium=CPC&utm_campaign=Spring_Sale
                K3,2026-10-02T11:00:00Z,https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=%20SPRING_SALE+
                K4,2026-10-02T11:00:00Z,https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring+sale
                """, VISITS);

        assertThat(imports.text("select string_agg(utm_campaign, ', ' order by utm_campaign) from traffic_source"))
                .isEqualTo("Spring_Sale, spring sale");
        assertThat(imports.number("select count(*) from event e join traffic_source s on s.id = e.source_id"
                        + " where utm_campaign = 'Spring_Sale'"))
                .isEqualTo(3);
    }

    @Test
    void surveysAreToldApartBySignsAndFoundInAnySpelling() {
        var report = imports.bring("""
                id,time,survey,score
                1,2026-10-01,C#,5
                2,2026-10-01,C++,4
                3,2026-10-01,c++,3
                4,2026-10-01,調査 一,2
                5,2026-10-01,調査 二,1
                """, ANSWERS);

        assertThat(report.counts()).isEqualTo("5 read, 5 stored, 0 known, 0 rejected");
        assertThat(imports.text("""
                select string_agg(name || ' ' || key || ' ' || scores, ', ' order by id) from survey join (
                    select survey_id, string_agg(score::text, '+' order by score) as scores from response group by 1
                ) as answers on survey_id = survey.id
                """)).matches("C# c 5, C\\+\\+ c-2 3\\+4, 調査 一 x-[0-9a-f]{8} 2, 調査 二 x-[0-9a-f]{8} 1");
        assertThat(imports.bring("id,time,survey,score\n6,2026-10-02,Ｃ＋＋,1\n", ANSWERS)
                        .stored())
                .isEqualTo(1);
        assertThat(imports.number("select count(*) from survey")).isEqualTo(4);
    }

    @Test
    void aPageIsOneHoweverItsAddressIsWritten() throws Exception {
        String visits = """
                user,time,url
                K1,2026-10-02T10:00:00Z,https://www.example.com/caf%c3%a9/
                K1,2026-10-02T10:01:00Z,https://www.example.com/café
                K1,2026-10-02T10:02:00Z,https://www.example.com//caf%C3%A9?x=1
                K1,2026-10-02T10:03:00Z,https://www.example.com/a%2fb/
                K1,2026-10-02T10:04:00Z,/
                K1,2026-10-02T10:05:00Z,https://www.example.com
                """;
        imports.bring(visits, VISITS);
        String shown =
                "select string_agg(shown || ' ' || n, ', ' order by shown collate \"C\") from (select shown, count(*)"
                        + " as n from event join page on page.id = page_id group by 1) as counted";

        assertThat(imports.text(shown)).isEqualTo("/ 2, /a%2Fb 1, /café 3");
        assertThat(imports.number("select count(*) from page where page_is_like(page, '/caf*/')"))
                .isEqualTo(3);
        assertThat(imports.number("select count(*) from page where page_is_like(page, '/caf_')"))
                .isZero();

        try (var connection = imports.database.getConnection()) {
            connection.createStatement().execute("update settings set page_slash_matters = true");
            dev.rapport.behaviour.PageSpelling.spellAfter(JdbiSetup.on(connection), 0);
        }
        assertThat(imports.text(shown)).isEqualTo("/ 2, /a%2Fb/ 1, /café 2, /café/ 1");
    }

    @Test
    void segmentValuesAreToldApartBySigns() {
        imports.bring("""
                id,tier
                S0,"A&B, Ltd + Co / 100%"
                S1,C
                S2,C++
                S3,C#
                S4,Gold
                S5, gold
                S6,"müller ""x\"""
                S7,plan:a
                S8,?
                S9,=1+1
                S10,-5%
                """, """
                {"target": "people", "fields": {"customer": {"columns": ["id"]}},
                  "traits": [{"column": "tier", "trait": "tier", "dated": false, "group": true}]}
                """);

        assertThat(imports.text("""
                select string_agg(value.name || ' ' || people, ' | ' order by value.name collate "C")
                from segment_value as value
                join (select value_id, count(*) as people from membership group by 1) as held on held.value_id = value.id
                """))
                .isEqualTo(
                        "-5% 1 | =1+1 1 | ? 1 | A&B, Ltd + Co / 100% 1 | C 1 | C# 1 | C++ 1 | Gold 2 | müller \"x\" 1 | plan:a 1");
        assertThat(imports.number(
                        "select count(distinct segment_value.key) from segment_value join segment_group on segment_group.id ="
                                + " group_id where trait = 'tier' and segment_value.key <> 'none'"))
                .isEqualTo(10);
    }

    @Test
    void aTraitIsOneInSeveralFiles() {
        String people = """
                {"target": "people", "fields": {"customer": {"columns": ["id"]}},
                  "traits": [{"column": "tier", "trait": "%s", "dated": false, "group": true}]}
                """;
        imports.bring("id,tier\nS0,Gold\n", people.formatted("Tier"));
        imports.bring("id,tier\nS1,gold\n", people.formatted("tier "));

        assertThat(imports.text("select string_agg(trait, ',') from segment_group where position > 30"))
                .isEqualTo("Tier");
        assertThat(imports.number("select count(distinct person_id) from membership join segment_value on"
                        + " segment_value.id = value_id where name = 'Gold'"))
                .isEqualTo(2);
    }

    private String tickets(String by, String join) {
        return imports.text("select string_agg(name || ' ' || n, ', ' order by name collate \"C\") from (select " + by
                + " as name, count(*) as n from ticket " + join + " where current group by 1) as counted");
    }
}
