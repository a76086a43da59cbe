package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what events are recognised: it must never change, or a file imported again would be news. */
class EventImportTest {
    private static final String KEYED = """
            {"target": "events", "repeat": "%s", "fields": {"key": {"columns": ["id"]}, "customer": {"columns": ["user"]},
              "event": {"columns": ["event"]}, "at": {"columns": ["time"]}}}
            """;
    private static final String KEYLESS = """
            {"target": "events", "fields": {"customer": {"columns": ["user"]}, "event": {"columns": ["event"]},
              "at": {"columns": ["time"]}}}
            """;
    private static final String REPEATED_KEYS = """
            id,user,event,time
            a,u1,late,2026-03-02 10:00:00
            a,u1,early,2026-03-01 10:00:00
            a,u2,other person,2026-03-03 10:00:00
            7D444840-9DC0-11D1-B245-5FFDCE74FAD2,u1,uuid,2026-03-04 10:00:00
            7d444840-9dc0-11d1-b245-5ffdce74fad2,u1,uuid again,2026-03-05 10:00:00
            7d444840-9dc0-11d1-b245-5ffdce74fadg,u1,no uuid,2026-03-06 10:00:00
            """;

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void database() {
        imports = new TestImports(folder);
    }

    @Test
    void theFirstRowOfAKeyCountsWhateverItsTime() {
        var report = imports.bring(REPEATED_KEYS, KEYED.formatted("FIRST"));
        assertThat(report.counts()).isEqualTo("6 read, 4 stored, 0 known, 0 rejected, 2 repeated");
        assertThat(stored("n.name || ' ' || message_id"))
                .isEqualTo("""
                late 0cc175b9-c0f1-b6a8-31c3-99e269772661
                other person 0cc175b9-c0f1-b6a8-31c3-99e269772661
                uuid 7d444840-9dc0-11d1-b245-5ffdce74fad2
                no uuid\s""" + imports.text("select md5('7d444840-9dc0-11d1-b245-5ffdce74fadg')::uuid::text"));
        assertThat(imports.number("select count(*) from event_name where name in ('early', 'uuid again')"))
                .as("a row that does not count says nothing")
                .isZero();
        assertThat(imports.bring(REPEATED_KEYS, KEYED.formatted("FIRST")).counts())
                .isEqualTo("6 read, 0 stored, 4 known, 0 rejected, 2 repeated");
    }

    @Test
    void theLastRowOfAKeyCountsWhereThatIsAskedFor() {
        imports.bring(REPEATED_KEYS, KEYED.formatted("LAST"));
        assertThat(stored("n.name")).isEqualTo("early\nother person\nuuid again\nno uuid");
    }

    @Test
    void withoutKeysTheContentAndItsRepetitionCount() {
        String file = """
                user,event,time
                u1,click,2026-03-01 10:00:00
                u1,click,2026-03-01 10:00:00
                u2,click,2026-03-01 10:00:00
                u1,click,2026-03-01 10:00:00
                """;
        assertThat(imports.bring(file, KEYLESS).counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(imports.bring(file, KEYLESS).counts()).isEqualTo("4 read, 0 stored, 4 known, 0 rejected");
        assertThat(imports.bring(file + "u1,click,2026-03-01 10:00:00\n", KEYLESS)
                        .counts())
                .isEqualTo("5 read, 1 stored, 4 known, 0 rejected");
        String content = imports.text("""
                select substr(encode(sha256(convert_to(replace(
                    'u:u1|at=2026-03-01T10:00:00Z|click_id=|customer=u1|event=click|kind=3|referrer_host=|utm_campaign=|'
                    || 'utm_medium=|utm_source=|', '|', chr(31)), 'UTF8')), 'hex'), 1, 32)::uuid::text
                """);
        assertThat(imports.number("""
                select count(*) from event join visitor v on v.id = visitor_id
                where v.key = 'u:u1' and message_id in (select md5('#' || ? || '#' || n)::uuid from generate_series(1, 4) n)
                """, content)).isEqualTo(4);
    }

    @Test
    void whatOnlyRowsThatDoNotCountSayIsNotKept() {
        String mapping = """
                {"target": "events", "fields": {"key": {"columns": ["id"]}, "customer": {"columns": ["user"]},
                  "anonymous": {"columns": ["device"]}, "event": {"columns": ["event"]}, "at": {"columns": ["time"]},
                  "url": {"columns": ["url"]}, "title": {"columns": ["title"]}, "utm_source": {"columns": ["source"]}}}
                """;
        imports.bring("""
                id,user,device,event,time,url,title,source
                a,u1,,click,2026-03-02 10:00:00,/kept,A,news
                a,u1,d1,other,2026-03-01 10:00:00,/gone,B,gone
                b,u1,,click,2026-03-02 10:00:00,/kept,C,
                c,u1,d2,click,2026-03-03 10:00:00,,,
                c,u1,d2,click,2026-03-01 10:00:00,,,
                """, mapping);
        assertThat(imports.text("""
                select (select string_agg(name, ' ') from event_name) || ' ' || (select string_agg(path || title, ' ') from page)
                    || ' ' || (select string_agg(utm_source, ' ') from traffic_source)
                    || ' ' || (select string_agg(key, ' ' order by key) from visitor)
                    || ' ' || (select count(*) from event where source_id is null)
                """)).isEqualTo("click /keptC news a:d2 u:u1 2");
        assertThat(imports.number("select count(distinct person_id) from visitor"))
                .isEqualTo(1);
    }

    @Test
    void aFileOfManyPartsIsKeptWholeWhateverItsRows() {
        StringBuilder file = new StringBuilder("id,user,event,time\n");
        for (int i = 0; i < 150_000; i++) {
            file.append(i % 149_000)
                    .append(",u")
                    .append(i % 140_000)
                    .append(",e")
                    .append(i % 7)
                    .append(",2026-03-01\n");
        }
        // 1,000 rows come again, but for another person; of the last 10 each comes again for the same
        for (int i = 0; i < 10; i++) {
            file.append(i).append(",u").append(i).append(",again,2026-03-02\n");
        }
        var report = imports.bring(file.toString(), KEYED.formatted("FIRST"));
        assertThat(report.counts()).isEqualTo("150010 read, 150000 stored, 0 known, 0 rejected, 10 repeated");
        assertThat(imports.text("select count(*) || ' ' || count(distinct visitor_id) from event"))
                .isEqualTo("150000 140000");
        assertThat(imports.number("""
                select count(*) from event join visitor v on v.id = visitor_id join event_name n on n.id = name_id
                where v.key = 'u:u5' and message_id = md5('5')::uuid and n.name = 'e5'
                """)).isEqualTo(1);
        assertThat(imports.bring(file.toString(), KEYED.formatted("FIRST")).counts())
                .isEqualTo("150010 read, 0 stored, 150000 known, 0 rejected, 10 repeated");
    }

    @Test
    void theDaysOfStoredRowsAreDirtyAndNoOthers() {
        String days = "with gone as (delete from dirty_day returning family, day)"
                + " select string_agg(family || ' ' || day, ', ' order by day) from gone";
        String known = """
                id,user,event,time
                a,u1,click,2026-03-01T23:59:59.999999Z
                b,u1,click,2026-03-02T00:00:00Z
                """;
        imports.bring(known, KEYED.formatted("FIRST"));
        assertThat(imports.text(days)).isEqualTo("behaviour 2026-03-01, behaviour 2026-03-02");
        imports.bring(known, KEYED.formatted("FIRST"));
        assertThat(imports.number("select count(*) from dirty_day")).isZero();
        imports.bring(known + "c,u1,click,2026-03-04T12:00:00Z\n", KEYED.formatted("FIRST"));
        assertThat(imports.text(days)).isEqualTo("behaviour 2026-03-04");
    }

    @Test
    void aDayThatIsLeftAgainAfterAMinuteIsDirty() {
        imports.text("update settings set zone = 'America/St_Johns' returning zone");
        // clocks went back from 0:01 to 23:01 of the day before
        imports.bring("""
                id,user,event,time
                a,u1,click,2006-10-29T02:29:59Z
                b,u1,click,2006-10-29T02:30:30Z
                c,u1,click,2006-10-29T02:31:30Z
                """, KEYED.formatted("FIRST"));
        assertThat(imports.text("select string_agg(day::text, ' ' order by day) from dirty_day"))
                .isEqualTo("2006-10-28 2006-10-29");
    }

    private String stored(String what) {
        return imports.text("select string_agg(" + what + ", E'\\n' order by at)"
                + " from event join event_name n on n.id = name_id");
    }
}
