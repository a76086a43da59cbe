package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is taken back, in whatever order, leaves what the other imports alone would have brought: rows, people, and every
 * word of every dictionary.
 */
class UndoOrderTest {
    private record File(String mapping, String csv) {}

    private static final String PEOPLE = """
            {"target": "people", "fields": {"customer": {"columns": ["id"]}, "email": {"columns": ["mail"]},
              "name": {"columns": ["name"]}},
             "traits": [{"column": "plan", "trait": "plan", "dated": false, "group": false},
                        {"column": "city", "trait": "city", "dated": false, "group": %s}]}
            """;
    private static final String ORDERS = """
            {"target": "orders", "source": "Shop", "fields": {"key": {"columns": ["id"]}, "order": {"columns": ["id"]},
              "email": {"columns": ["mail"]}, "at": {"columns": ["at"]}, "amount": {"columns": ["amount"]},
              "channel": {"columns": ["shop"]}}}
            """;
    private static final String EVENTS = """
            {"target": "events", "fields": {"customer": {"columns": ["user"]}, "anonymous": {"columns": ["device"]},
              "email": {"columns": ["mail"]}, "event": {"columns": ["event"]}, "at": {"columns": ["at"]},
              "url": {"columns": ["url"]}, "channel": {"columns": ["channel"]}},
             "traits": [{"column": "plan", "trait": "plan", "dated": true, "group": false}]}
            """;

    private static final List<File> FILES = List.of(
            new File(PEOPLE.formatted("true"), """
                    id,mail,name,plan,city
                    C1,ann@x.org,Ann,pro,Berlin
                    C2,bob@x.org,Bob,free,Ulm
                    """),
            new File(ORDERS, """
                    id,mail,at,amount,shop
                    1,Ann@x.org,2026-03-01,10,Kiosk
                    2,bob@x.org,2026-03-02,20,Kiosk
                    3,cy@x.org,2026-03-03,30,Fair
                    """),
            new File("""
                    {"target": "tickets", "source": "Desk", "fields": {"key": {"columns": ["no"]}, "created": {"columns": ["at"]},
                      "customer": {"columns": ["id"]}, "email": {"columns": ["mail"]}, "channel": {"columns": ["via"]}}}
                    """, """
                    no,at,id,mail,via
                    7,2026-03-04 10:00,C2,bob@x.org,Fair
                    8,2026-03-04 11:00,C3,cy@x.org,Fax
                    """),
            new File(EVENTS, """
                    user,device,mail,event,at,url,channel,plan
                    C1,d1,,view,2026-03-01 10:00,https://x.org/a,Kiosk,gold
                    ,d2,cy@x.org,view,2026-03-01 11:00,https://x.org/b,Fair,
                    ,d2,,view,2026-03-01 10:50,https://x.org/a,Fair,
                    """),
            // the same orders once more: one has changed, one is new
            new File(ORDERS, """
                    id,mail,at,amount,shop
                    1,ann@x.org,2026-03-01,10,Kiosk
                    2,bob@x.org,2026-03-02,25,Kiosk
                    4,cy@x.org,2026-03-05,40,Fax
                    """),
            new File("""
                    {"target": "responses", "source": "Shop", "fields": {"key": {"columns": ["id"]}, "survey": {"constant": "After sale"},
                      "kind": {"constant": "csat"}, "score": {"columns": ["score"]}, "at": {"columns": ["at"]},
                      "email": {"columns": ["mail"]}, "channel": {"constant": "Fair"}}}
                    """, """
                    id,score,at,mail
                    1,5,2026-03-06,ann@x.org
                    2,1,2026-03-06,dan@x.org
                    """),
            // another number for an address that has one
            new File(PEOPLE.formatted("false"), """
                    id,mail,name,plan,city
                    C1,ann@x.org,Ann,pro,Berlin
                    C9,bob@x.org,Robert,free,Rome
                    """),
            new File(EVENTS, """
                    user,device,mail,event,at,url,channel,plan
                    C9,d1,,view,2026-03-02 10:00,https://x.org/a,Fax,gold
                    C1,d1,,view,2026-03-01 10:00,https://x.org/a,Kiosk,gold
                    """));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsLeftEqualsAFreshImportOfTheRest(long seed) {
        Random random = new Random(seed);
        TestImports imports = new TestImports(folder);
        Map<Integer, Integer> jobs = new LinkedHashMap<>();
        for (int i = 0; i < FILES.size(); i++) {
            jobs.put(i, bring(imports, i));
        }
        List<Integer> order = new ArrayList<>(jobs.keySet());
        Collections.shuffle(order, random);
        int looks = 2 + random.nextInt(FILES.size() - 2);
        for (int gone : order) {
            imports.undo(jobs.remove(gone));
            if (jobs.size() == looks || jobs.size() == 1) {
                assertThat(picture(imports))
                        .as("without %s of %s", order.subList(0, FILES.size() - jobs.size()), order)
                        .isEqualTo(picture(fresh(jobs.keySet())));
            }
        }
        assertThat(picture(imports)).as("%s", order).isEqualTo(picture(new TestImports(folder)));
    }

    @Test
    void whatAPersonHasEditedStays() {
        TestImports imports = new TestImports(folder);
        int job = bring(imports, 1);
        imports.text("delete from import_created where kind = 'channel'"
                + " and ref = (select id from channel where name = 'Fair') returning ref");

        imports.undo(job);

        assertThat(imports.text("select string_agg(name, ' ') from channel where name in ('Fair', 'Kiosk')"))
                .isEqualTo("Fair");
    }

    private TestImports fresh(Iterable<Integer> files) {
        TestImports imports = new TestImports(folder);
        files.forEach(file -> bring(imports, file));
        return imports;
    }

    private static int bring(TestImports imports, int file) {
        var report = imports.bring(FILES.get(file).csv(), FILES.get(file).mapping());
        assertThat(report.state()).as("%s", report).isEqualTo("done");
        assertThat(report.rejected()).as(imports.rejects(report.id())).isZero();
        return report.id();
    }

    /** All that is stored, by names instead of numbers. */
    static String picture(TestImports imports) {
        return imports.text("""
                with somebody as (
                    select person_id, string_agg(key, '+' order by key) as who from visitor group by person_id
                ), lines as (
                    select 'channel ' || key || ' ' || name || ' ' || aliases::text as line from channel
                    union all select 'source ' || name from source
                    union all select 'survey ' || key || ' ' || name || ' ' || kind from survey
                    union all select 'page ' || path from page
                    union all select 'event name ' || name from event_name
                    union all select concat_ws(' ', 'source', g.key, utm_source, utm_medium, utm_campaign, referrer_host, c.key)
                              from traffic_source s join channel c on c.id = s.channel_id left join channel g on g.id = given_channel_id
                    union all select concat_ws(' ', 'group', g.key, v.key) from segment_group g join segment_value v on v.group_id = g.id
                              where g.ranges = '[]'
                    union all select concat_ws(' ', 'person', who, external_id, name, email)
                              from person p join somebody s on s.person_id = p.id
                    union all select concat_ws(' ', 'trait', v.key, trait, value, since)
                              from person_trait t join visitor v on v.id = t.visitor_id
                    union all select concat_ws(' ', 'member', who, g.key, m.from_day, m.to_day, v.key)
                              from membership m join somebody s on s.person_id = m.person_id
                              join segment_group g on g.id = m.group_id join segment_value v on v.id = m.value_id
                    union all select concat_ws(' ', 'signed', who, s.from_day, s.to_day)
                              from person_signature s join somebody on somebody.person_id = s.person_id
                    union all select concat_ws(' ', 'order', f.key, v.key, c.key, at, amount) from order_line f
                              left join visitor v on v.id = f.visitor_id join channel c on c.id = f.channel_id where current
                    union all select concat_ws(' ', 'ticket', f.key, v.key, c.key, f.created_at) from ticket f
                              left join visitor v on v.id = f.visitor_id join channel c on c.id = f.channel_id where current
                    union all select concat_ws(' ', 'answer', f.key, v.key, c.key, s.key, score) from response f
                              left join visitor v on v.id = f.visitor_id join channel c on c.id = f.channel_id
                              join survey s on s.id = f.survey_id where current
                    union all select concat_ws(' ', 'event', v.key, n.name, p.path, at) from event f
                              join visitor v on v.id = f.visitor_id join event_name n on n.id = f.name_id
                              left join page p on p.id = f.page_id
                    union all select 'emptied person' from person p
                              where not exists (select from visitor v where v.person_id = p.id or v.home_person_id = p.id)
                    union all select 'of nobody' from membership m where not exists (select from visitor v where v.person_id = m.person_id)
                )
                select string_agg(line, E'\\n' order by line collate "C") from lines
                """);
    }
}
