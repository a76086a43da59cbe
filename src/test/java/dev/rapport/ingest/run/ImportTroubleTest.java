package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancelled, killed, broken or hostile: what was asked for is there whole, or not at all. */
class ImportTroubleTest {
    private static final String MAPPING = """
            {"target": "tickets", "fields": {"key": {"columns": ["id"]}, "created": {"columns": ["at"]},
              "customer": {"columns": ["who"]}, "channel": {"columns": ["via"]}},
             "traits": [{"column": "plan", "trait": "plan", "dated": false, "group": false}]}
            """;
    private static final String FILE = """
            id,at,who,via,plan
            1,2026-01-01,ann,Pigeon post,pro
            2,2026-01-02,bob,Phone,free
            """;

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void database() {
        imports = new TestImports(folder);
    }

    @Test
    void aJobThatAKilledServerLeftRunsAgainFromTheStart() throws SQLException {
        int id = imports.queue(FILE.getBytes(StandardCharsets.UTF_8), MAPPING);
        imports.text(
                "update import_job set state = 'storing', attempts = 1, rows_read = 1 where id = ? returning 1", id);
        imports.text("insert into import_reject (import_id, line, reason) values (?, 2, 'MISSING') returning 1", id);
        imports.runner().takeUpLost();
        imports.run();
        assertThat(imports.report(id).counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        assertThat(imports.rejects(id)).isEmpty();
    }

    @Test
    void aJobThatKillsTheServerIsNotBegunForEver() throws SQLException {
        int id = imports.queue(FILE.getBytes(StandardCharsets.UTF_8), MAPPING);
        imports.text("update import_job set state = 'running', attempts = 3 where id = ? returning 1", id);
        imports.runner().takeUpLost();
        assertThat(imports.report(id).state()).isEqualTo("failed");
        assertThat(imports.report(id).message()).isEqualTo("STOPPED|");
        assertNothingIsStored();
    }

    @Test
    void aCancelledJobStoresNothing() {
        execute("""
                create function cancel() returns trigger language plpgsql as
                $$ begin if new.rows_read > 0 then new.state := 'cancelled'; end if; return new; end $$
                """);
        execute("create trigger cancel before update on import_job for each row execute function cancel()");
        var report = imports.bring(FILE, MAPPING);
        assertThat(report.state()).isEqualTo("cancelled");
        assertNothingIsStored();
    }

    @Test
    void whenStoringFailsNothingOfItStays() {
        execute("alter table ticket_record add constraint broken check (plain_key(key) <> '2')");
        var report = imports.bring(FILE, MAPPING);
        assertThat(report.state()).isEqualTo("failed");
        assertThat(report.message()).isEqualTo("TROUBLE|");
        assertNothingIsStored();
        execute("alter table ticket_record drop constraint broken");
        assertThat(imports.bring(FILE, MAPPING).counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
    }

    @Test
    void aFullDiskOfTheDatabaseHasWordsOfItsOwn() {
        fillDisk();
        var report = imports.bring(FILE, MAPPING);
        assertThat(report.state() + " " + report.message()).isEqualTo("failed DATABASE_FULL|");
        assertNothingIsStored();
        execute("drop trigger full_disk on ticket_record");
        assertThat(imports.bring(FILE, MAPPING).counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
    }

    private void fillDisk() {
        execute("""
                create function full_disk() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$
                """);
        execute(
                "create trigger full_disk before insert on ticket_record for each statement execute function full_disk()");
    }

    /** The reason is told when there is room for it, not that the server stopped. */
    @Test
    void aDiskThatIsFullForTheReasonTooIsToldLater() {
        fillDisk();
        execute("create trigger full_job before update on import_job for each row when (new.state = 'failed')"
                + " execute function full_disk()");
        int id = imports.queue(FILE.getBytes(StandardCharsets.UTF_8), MAPPING);
        ImportRunner runner = imports.runner();
        assertThatThrownBy(runner::runNext).isInstanceOf(JdbiException.class);
        assertThat(imports.report(id).state()).isEqualTo("storing");
        execute("drop trigger full_job on import_job");
        runner.takeUpLost();
        assertThat(imports.report(id).state() + " " + imports.report(id).message())
                .isEqualTo("failed DATABASE_FULL|");
    }

    @Test
    void badRowsAreRejectedOneByOne() {
        var report = imports.bring("""
                id,at,who,via,plan
                1,2026-01-01,ann,Phone,pro
                2,2026-01-02,bob
                3,2026-01-03,cid,Phone,pro,more
                4,2026-01-04,dan,"Phone,pro
                5,2026-01-05,eve,Phone,\u0000
                ,2026-01-06,fay,Phone,pro
                7,,gus,Phone,pro

                8,2026-01-08,hal,Phone,pro,,
                """, MAPPING);
        assertThat(imports.rejects(report.id())).isEqualTo("""
                3   FEWER_COLUMNS
                4  more MORE_COLUMNS
                5   QUOTES
                6   NUL
                7 id  KEY_MISSING
                8 at  MISSING""");
        assertThat(report.counts()).isEqualTo("8 read, 2 stored, 0 known, 6 rejected");
    }

    @Test
    void whateverTheBytesThereIsAPlainAnswer() {
        Random random = new Random(20261121);
        byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 150; i++) {
            byte[] broken = file.clone();
            for (int hit = 0; hit < 1 + i / 10; hit++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            var report = imports.bring(broken, MAPPING);
            assertThat(report.state()).isIn("done", "failed");
            assertThat(report.message()).doesNotStartWith("TROUBLE");
            if (report.state().equals("done")) {
                long others = report.others().isEmpty()
                        ? 0
                        : Long.parseLong(report.others().replaceAll("\\D+", ""));
                assertThat(report.stored() + report.known() + report.rejected() + others)
                        .isEqualTo(report.read());
            }
        }
    }

    @Test
    void everythingThatCanBeImportedIs() {
        assertStored("people", "customer=c1,name=Ann,email=ann@example.org,since=2026-01-01");
        assertStored(
                "events",
                "anonymous=d1,customer=c1,at=2026-01-01T10:00:00Z,url=https://example.org/pricing?utm_source=news&utm_medium=email");
        assertStored("invitations", "key=i1,survey=Pulse,kind=csat,at=2026-01-01,customer=c1");
        assertStored(
                "responses", "key=i1,survey=Pulse,kind=csat,at=2026-01-02,score=4,comment=fine,sentiment=positive");
        assertStored("tickets", "key=t1,created=2026-01-01,channel=Chat,email=ann@example.org");
        assertStored("orders", "order=o1,customer=c1,at=2026-01-01,amount=12.50");
        assertStored("subscriptions", "customer=c1,started=2026-01-01,amount=9.99,plan=pro");
        assertStored("campaign-days", "campaign=Spring,day=2026-01-01,channel=email,spend=10,clicks=3");
        assertStored("posts", "key=p1,network=mastodon,at=2026-01-01,likes=3");
        assertStored("mentions", "key=m1,network=mastodon,at=2026-01-01,text=nice,needs_reply=yes,sentiment=neutral");
        assertThat(imports.text("select path || ' ' || c.key from event join page on page.id = page_id"
                        + " join traffic_source s on s.id = source_id join channel c on c.id = s.channel_id"))
                .isEqualTo("/pricing email");
        assertThat(imports.number("select count(distinct person_id) from visitor where key in ('a:d1', 'u:c1')"))
                .isEqualTo(1);
    }

    /** One row from constants, twice: stored, then known. */
    private void assertStored(String target, String values) {
        StringBuilder fields = new StringBuilder();
        StringBuilder header = new StringBuilder();
        StringBuilder row = new StringBuilder();
        for (String pair : values.split(",")) {
            String[] parts = pair.split("=", 2);
            fields.append(fields.isEmpty() ? "" : ",").append("\"%1$s\":{\"columns\":[\"%1$s\"]}".formatted(parts[0]));
            header.append(header.isEmpty() ? "" : ",").append(parts[0]);
            row.append(row.isEmpty() ? "" : ",").append(parts[1]);
        }
        String mapping = "{\"target\":\"" + target + "\",\"fields\":{" + fields + "}}";
        var first = imports.bring(header + "\n" + row + "\n", mapping);
        assertThat(first.counts())
                .as(target + imports.rejects(first.id()) + first.message())
                .isEqualTo("1 read, 1 stored, 0 known, 0 rejected");
        assertThat(imports.bring(header + "\n" + row + "\n", mapping).counts())
                .as(target)
                .isEqualTo("1 read, 0 stored, 1 known, 0 rejected");
    }

    private void assertNothingIsStored() {
        assertThat(imports.text("""
                select (select count(*) from ticket) || ' ' || (select count(*) from person) || ' '
                    || (select count(*) from person_trait) || ' ' || (select count(*) from channel where name = 'Pigeon post')
                    || ' ' || (select count(*) from dirty_day)
                """)).isEqualTo("0 0 0 0 0");
    }

    private void execute(String sql) {
        try (var connection = imports.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
