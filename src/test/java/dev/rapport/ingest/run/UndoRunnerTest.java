package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is taken back in the background, whole or not at all. */
class UndoRunnerTest {
    private static final String ORDERS = """
            {"target": "orders", "fields": {"key": {"columns": ["id"]}, "order": {"columns": ["id"]},
              "customer": {"columns": ["who"]}, "at": {"columns": ["at"]}, "amount": {"columns": ["amount"]}}}
            """;
    private static final String FILE = "id,who,at,amount\n1,C1,2026-03-01,10\n2,C2,2026-03-02,20\n";

    @TempDir
    Path folder;

    private TestImports imports;
    private UndoRunner worker;
    private int job;

    @BeforeEach
    void bring() {
        imports = new TestImports(folder);
        worker = new UndoRunner(JdbiSetup.of(imports.database), () -> false);
        job = imports.bring(FILE, ORDERS).id();
    }

    @Test
    void whatIsAskedForIsDoneOnce() throws SQLException {
        assertThat(worker.runNext()).isFalse();
        assertThat(UndoRunner.request(JdbiSetup.of(imports.database), job, "ada"))
                .isTrue();
        assertThat(UndoRunner.request(JdbiSetup.of(imports.database), job, "bob"))
                .isFalse();
        assertThat(state()).isEqualTo("undoing 0 ada");
        assertThat(rows()).isEqualTo(2);

        assertThat(worker.runNext()).isTrue();

        assertThat(state()).isEqualTo("undone 100 ada");
        assertThat(rows()).isZero();
        assertThat(worker.runNext()).isFalse();
        assertThat(UndoRunner.request(JdbiSetup.of(imports.database), job, "bob"))
                .isFalse();
    }

    @Test
    void oneThatIsStoppedHalfWayIsWholeAndTakenUpAgain() throws SQLException {
        UndoRunner.request(JdbiSetup.of(imports.database), job, "ada");
        AtomicInteger looks = new AtomicInteger();
        new UndoRunner(JdbiSetup.of(imports.database), () -> looks.incrementAndGet() > 5).runNext();

        assertThat(imports.text("select state || ' ' || undo_attempts || ' ' || (undo_share > 0) from import_job"))
                .isEqualTo("undoing 0 true");
        assertThat(rows()).isEqualTo(2);

        worker.runNext();
        assertThat(state()).isEqualTo("undone 100 ada");
        assertThat(rows()).isZero();
    }

    @Test
    void oneThatFailsLeavesEverythingAndSaysSo() throws SQLException {
        execute("create function no() returns trigger language plpgsql as 'begin raise exception ''no''; end'");
        execute("create trigger no before delete on visitor for each row execute function no()");
        UndoRunner.request(JdbiSetup.of(imports.database), job, "ada");

        worker.runNext();

        assertThat(imports.text("select state || ' ' || message from import_job"))
                .isEqualTo("done UNDO_FAILED|");
        assertThat(rows()).isEqualTo(2);
        assertThat(imports.text("select string_agg(family, ' ') is not null from dirty_day"))
                .isEqualTo("t");
    }

    @Test
    void oneThatKillsTheServerIsNotBegunForEver() throws SQLException {
        UndoRunner.request(JdbiSetup.of(imports.database), job, "ada");
        execute("update import_job set undo_attempts = 3");

        assertThat(worker.runNext()).isFalse();

        assertThat(imports.text("select state || ' ' || message from import_job"))
                .isEqualTo("done UNDO_FAILED|");
    }

    @Test
    void othersReadAndMarkDaysWhileFactsGo() throws SQLException {
        UndoRunner.request(JdbiSetup.of(imports.database), job, "ada");
        // looks come after each step; until the facts are gone nobody else's marks are waited for
        AtomicInteger looks = new AtomicInteger();
        new UndoRunner(JdbiSetup.of(imports.database), () -> {
                    if (looks.incrementAndGet() <= 9) {
                        markQuickly();
                    }
                    return false;
                })
                .runNext();

        assertThat(state()).isEqualTo("undone 100 ada");
        assertThat(looks.get()).isGreaterThan(9);
    }

    private void markQuickly() {
        try {
            execute("set lock_timeout = '1s'; insert into dirty_day (family, day, marked)"
                    + " values ('revenue', '2026-03-01', nextval('rollup_mark'))"
                    + " on conflict (family, day) do update set marked = excluded.marked");
        } catch (SQLException e) {
            throw new AssertionError("an undo makes others wait", e);
        }
    }

    private String state() {
        return imports.text("select state || ' ' || undo_share || ' ' || undone_by from import_job where id = ?", job);
    }

    private long rows() {
        return imports.number("select count(*) from order_line");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = imports.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
