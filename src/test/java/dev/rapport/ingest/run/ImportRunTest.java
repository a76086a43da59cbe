package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
    private static final String TICKETS = """
            {"target": "tickets", "nullWords": ["?"], "fields": {
              "key": {"columns": ["number"]}, "channel": {"columns": ["contact_type"]}, "customer": {"columns": ["caller"]},
              "created": {"columns": ["opened_at"], "format": "DMY"}, "resolved": {"columns": ["resolved_at"], "format": "DMY"},
              "reopened": {"columns": ["reopen_count"]}}}
            """;
    private static final String EVENTS = """
            {"target": "events", "fields": {"customer": {"columns": ["user"]}, "event": {"columns": ["event"]},
              "at": {"columns": ["time"]}, "channel": {"columns": ["channel"]}},
              "traits": [{"column": "lifecycle", "trait": "lifecycle", "dated": true, "group": true}]}
            """;
    private static final String ORDERS = """
            {"target": "orders", "fields": {"order": {"columns": ["InvoiceNo"]}, "customer": {"columns": ["CustomerID"]},
              "at": {"columns": ["InvoiceDate"]}, "quantity": {"columns": ["Quantity"]}, "price": {"columns": ["UnitPrice"]},
              "product": {"columns": ["Description"]}}}
            """;
    private static final String ORDER_LINES = """
            InvoiceNo,Description,Quantity,InvoiceDate,UnitPrice,CustomerID
            1,LAMP,2,2011-01-04 10:00:00,1.50,17850.0
            1,LAMP,2,2011-01-04 10:00:00,1.50,17850.0
            C2,LAMP,-2,2011-01-05 10:00:00,1.50,17850.0
            3,GIFT,1,2011-01-05 10:00:00,0.0,17850.0
            4,LAMP,1,2011-01-05 10:00:00,1.50,
            5,"BELL, small",x,2011-01-05 10:00:00,1.50,13047.0
            6,BELL,3,2011-02-31 10:00:00,1.50,13047.0
            """;

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void database() {
        imports = new TestImports(folder);
    }

    @Test
    void theLastRowOfATicketWins() {
        var report = imports.bring("""
                number,contact_type,caller,opened_at,resolved_at,reopen_count
                7,Phone,2403,29/2/2016 01:16,?,0
                8,Carrier pigeon,2403.0,1/3/2016 09:00,1/3/2016 10:00,0
                7,Phone,2403,29/2/2016 01:16,1/3/2016 02:16,1
                """, TICKETS);
        assertThat(report.counts()).isEqualTo("3 read, 2 stored, 0 known, 0 rejected, 1 repeated");
        assertThat(imports.text("""
                select t.resolved_at at time zone 'UTC' || ' ' || reopened || ' ' || c.key || ' ' || v.key
                from ticket t join channel c on c.id = t.channel_id join visitor v on v.id = t.visitor_id where plain_key(t.key) = '7'
                """)).isEqualTo("2016-03-01 02:16:00 1 phone u:2403");
        assertThat(imports.text("select name from channel order by id desc limit 1"))
                .isEqualTo("Carrier pigeon");
        assertThat(imports.number("select count(*) from person")).isEqualTo(1);
        assertThat(imports.text("select string_agg(family || day, ' ' order by day) from dirty_day"))
                .isEqualTo("support2016-02-29 support2016-03-01");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        imports.bring(ORDER_LINES, ORDERS);
        var again = imports.bring(ORDER_LINES, ORDERS);
        assertThat(again.counts()).isEqualTo("7 read, 0 stored, 4 known, 3 rejected");
        assertThat(imports.number("select count(*) from order_line")).isEqualTo(4);
        assertThat(imports.text("select sum(amount)::text from order_line")).isEqualTo("3.000000");
    }

    @Test
    void rejectedRowsSayWhereAndWhy() {
        var report = imports.bring(ORDER_LINES, ORDERS);
        assertThat(report.counts()).isEqualTo("7 read, 4 stored, 0 known, 3 rejected");
        assertThat(imports.rejects(report.id())).isEqualTo("""
                6 CustomerID  NO_PERSON
                7 Quantity x NOT_A_NUMBER
                8 InvoiceDate 2011-02-31 10:00:00 NOT_A_DATE""");
    }

    @Test
    void eventsCarryChannelAndDatedTraits() {
        String file = """
                user,event,time,channel,lifecycle
                u1,home,2024-03-13 10:21:14,email,new
                u1,purchase,2024-03-13 10:25:00,email,new
                u1,home,2024-05-01 08:00:00,email,loyal
                u2,home,2024-05-01 08:00:00,,
                """;
        var report = imports.bring(file, EVENTS);
        assertThat(report.counts()).isEqualTo("4 read, 4 stored, 0 known, 0 rejected");
        assertThat(imports.text("""
                select string_agg(value || since::date, ' ' order by since) from person_trait where trait = 'lifecycle'
                """)).isEqualTo("new2024-03-13 loyal2024-05-01");
        assertThat(imports.text("select string_agg(key, ' ') from segment_group where trait = 'lifecycle'"))
                .isEqualTo("lifecycle");
        var again = imports.bring(file, EVENTS);
        assertThat(again.counts()).isEqualTo("4 read, 0 stored, 4 known, 0 rejected");

        // the second import brought them as well
        imports.undo(report.id());
        assertThat(imports.text("select (select count(*) from event) || ' ' || (select count(*) from person_trait)"))
                .isEqualTo("4 2");
        imports.undo(again.id());
        assertThat(imports.text("""
                select (select count(*) from event) || ' ' || (select count(*) from visitor) || ' '
                    || (select count(*) from person) || ' ' || (select count(*) from person_trait) || ' '
                    || (select count(*) from event_name) || ' ' || (select count(*) from traffic_source) || ' '
                    || (select count(*) from segment_group where trait = 'lifecycle') || ' '
                    || (select count(*) from membership)
                """)).isEqualTo("0 0 0 0 0 0 0 0");
    }

    @Test
    void undoBringsTheFormerVersionBack() {
        var first = imports.bring(
                "number,contact_type,caller,opened_at,resolved_at,reopen_count\n7,Phone,1,1/3/2016 09:00,,0\n",
                TICKETS);
        var second = imports.bring(
                "number,contact_type,caller,opened_at,resolved_at,reopen_count\n7,Phone,1,1/3/2016 09:00,2/3/2016 09:00,0\n",
                TICKETS);
        assertThat(second.counts()).isEqualTo("1 read, 0 stored, 0 known, 0 rejected, 1 replaced");
        imports.undo(second.id());
        assertThat(imports.text("select count(*) || ' ' || count(resolved_at) from ticket where current"))
                .isEqualTo("1 0");
        var third = imports.bring(
                "number,contact_type,caller,opened_at,resolved_at,reopen_count\n7,Phone,1,1/3/2016 09:00,3/3/2016 09:00,0\n",
                TICKETS);
        imports.undo(first.id());
        assertThat(imports.text("select count(*) || ' ' || count(resolved_at) from ticket where current"))
                .isEqualTo("1 1");
        assertThat(imports.number("select count(*) from person")).isEqualTo(1);
        imports.undo(third.id());
        assertThat(imports.text("select (select count(*) from ticket) || ' ' || (select count(*) from person)"))
                .isEqualTo("0 0");
    }

    @Test
    void surveysAreMadeAndKeepTheirScale() {
        String mapping = """
                {"target": "responses", "fields": {"key": {"columns": ["id"]}, "survey": {"constant": "Airport 2017"},
                  "kind": {"constant": "nps"}, "score": {"columns": ["score"], "values": {"11": ""}}, "at": {"columns": ["day"]}}}
                """;
        var report = imports.bring(
                "id,score,day\n1,10.0,2017-05-05\n2,11.0,2017-05-05\n3,12,2017-05-05\n4,,2017-05-06\n", mapping);
        assertThat(report.counts()).isEqualTo("4 read, 3 stored, 0 known, 1 rejected");
        assertThat(imports.rejects(report.id())).isEqualTo("4 score 12 OUTSIDE_SCALE");
        assertThat(imports.text("select count(*) || ' ' || sum(score) from response"))
                .isEqualTo("3 10");
        assertThat(imports.text("select key || ' ' || scale_max from survey")).isEqualTo("airport-2017 10");
        var other = imports.bring("id,score,day\n9,5,2017-05-05\n", mapping.replace("nps", "csat"));
        assertThat(imports.rejects(other.id())).isEqualTo("2 survey Airport 2017 SURVEY_DIFFERS");
        imports.undo(report.id());
        assertThat(imports.number("select count(*) from survey")).isZero();
    }

    @Test
    void peopleKeepFormerNamesForUndo() {
        String mapping = """
                {"target": "people", "fields": {"customer": {"columns": ["id"]}, "name": {"columns": ["name"]}},
                 "traits": [{"column": "plan", "trait": "plan", "dated": false, "group": false}]}
                """;
        var first = imports.bring("id,name,plan\n1,Ada,free\n2,Bob,pro\n", mapping);
        var second = imports.bring("id,name,plan\n1,Ada L.,pro\n2,Bob,pro\n", mapping);
        assertThat(second.counts()).isEqualTo("2 read, 0 stored, 1 known, 0 rejected, 1 replaced");
        assertThat(imports.text("select name from person where external_id = '1'"))
                .isEqualTo("Ada L.");
        imports.undo(second.id());
        assertThat(imports.text("select name from person where external_id = '1'"))
                .isEqualTo("Ada");
        imports.undo(first.id());
        assertThat(imports.number("select count(*) from person")).isZero();
    }
}
