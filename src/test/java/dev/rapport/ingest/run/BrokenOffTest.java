package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.JdbiSetup;
import dev.rapport.ingest.file.ArchiveLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Killed, cancelled, started twice, or undone while another runs: what is there then is what a fresh import brings. */
class BrokenOffTest {
    private static final int ROWS = 20_000;
    private static final int ROWS_PER_LOOK = 2_000;
    private static final String ORDERS = """
            {"target": "orders", "source": "Shop", "fields": {"key": {"columns": ["id"]}, "order": {"columns": ["id"]},
              "customer": {"columns": ["who"]}, "at": {"columns": ["at"], "format": "YMD"}, "amount": {"columns": ["amount"]},
              "channel": {"columns": ["shop"]}}}
            """;

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void begin() {
        imports = new TestImports(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90})
    void killedWhileItReadsItBeginsAnew(int share) throws SQLException {
        int former = imports.bring(orders(1, 100, 5), ORDERS).id();
        String before = UndoOrderTest.picture(imports);
        int job = queue(orders(1, ROWS, 7));
        killAt(share);

        assertThat(imports.report(job).state()).isEqualTo("running");
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(before);

        imports.runner().takeUpLost();
        imports.run();
        assertThat(imports.report(job).counts())
                .isEqualTo(ROWS + " read, " + (ROWS - 100) + " stored, 0 known, 0 rejected, 100 replaced");
        imports.undo(former);
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(fresh(orders(1, ROWS, 7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90})
    void killedWhileItStoresNothingOfItIsThere(int share) {
        imports.bring(orders(1, 100, 5), ORDERS);
        String before = UndoOrderTest.picture(imports);
        execute("create sequence stored_rows");
        execute("""
                create function die() returns trigger language plpgsql as $$ begin
                    if nextval('stored_rows') = %d then perform pg_terminate_backend(pg_backend_pid()); end if;
                    return new; end $$
                """.formatted(ROWS * share / 100));
        execute("create trigger die before insert on order_line for each row execute function die()");
        int job = queue(orders(1, ROWS, 7));
        imports.run();

        assertThat(imports.report(job).state()).isEqualTo("failed");
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(before);

        execute("drop trigger die on order_line");
        execute("update import_job set state = 'queued' where state = 'failed'");
        imports.run();
        assertThat(imports.report(job).state()).isEqualTo("done");
        TestImports other = new TestImports(folder);
        other.bring(orders(1, 100, 5), ORDERS);
        other.bring(orders(1, ROWS, 7), ORDERS);
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(UndoOrderTest.picture(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90})
    void cancelledNothingOfItIsThere(int share) throws SQLException {
        String before = UndoOrderTest.picture(imports);
        int job = queue(orders(1, ROWS, 7));
        run(atShare(share, () -> execute("update import_job set state = 'cancelled'")));

        assertThat(imports.report(job).state()).isEqualTo("cancelled");
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(before);
    }

    @Test
    void startedTwiceAtOnceItIsThereOnce() {
        int job = queue(orders(1, 3_000, 7));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> imports.run()),
                        CompletableFuture.runAsync(() -> imports.run()))
                .join();
        assertThat(imports.report(job).counts()).isEqualTo("3000 read, 3000 stored, 0 known, 0 rejected");

        int one = queue(orders(1, 3_000, 7));
        int two = queue(orders(1, 3_000, 7));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> imports.run()),
                        CompletableFuture.runAsync(() -> imports.run()))
                .join();
        assertThat(imports.report(one).counts()).isEqualTo("3000 read, 0 stored, 3000 known, 0 rejected");
        assertThat(imports.report(two).counts()).isEqualTo("3000 read, 0 stored, 3000 known, 0 rejected");
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(fresh(orders(1, 3_000, 7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 90})
    void undoneWhileAnotherRunsTheOtherIsWhole(int share) throws SQLException {
        int former = imports.bring(orders(1, 5_000, 5), ORDERS).id();
        // half of the rows it knows are the same, half have changed
        String next =
                orders(1, 2_500, 5) + orders(2_501, ROWS - 2_500, 7).substring("id,who,at,amount,shop\n".length());
        int job = queue(next);
        CompletableFuture<Void> undone = new CompletableFuture<>();
        run(atShare(
                share,
                () -> undone.completeAsync(() -> {
                    imports.undo(former);
                    return null;
                })));
        undone.join();

        assertThat(imports.report(job).state()).isEqualTo("done");
        assertThat(UndoOrderTest.picture(imports)).isEqualTo(fresh(next));
    }

    private static String orders(int first, int count, int price) {
        StringBuilder file = new StringBuilder("id,who,at,amount,shop\n");
        for (int i = first; i < first + count; i++) {
            file.append("%05d,C%d,2026-03-%02d,%d,%s\n"
                    .formatted(i, i % 1000, i % 28 + 1, price + i % 5, i % 3 == 0 ? "Kiosk" : "Fair"));
        }
        return file.toString();
    }

    private String fresh(String file) {
        TestImports other = new TestImports(folder);
        other.bring(file, ORDERS);
        return UndoOrderTest.picture(other);
    }

    private int queue(String file) {
        return imports.queue(file.getBytes(StandardCharsets.UTF_8), ORDERS);
    }

    /** A server that dies says nothing any more: an error goes through all that waits for exceptions. */
    private void killAt(int share) throws SQLException {
        try {
            run(atShare(share, () -> {
                throw new StackOverflowError("killed");
            }));
        } catch (StackOverflowError e) {
            assertThat(e).hasMessage("killed");
        }
    }

    private void run(BooleanSupplier looks) throws SQLException {
        new ImportRunner(
                        JdbiSetup.of(imports.database),
                        new ArchiveLimits(1L << 32, 200),
                        Clock.systemUTC(),
                        folder,
                        looks)
                .runNext();
    }

    private static BooleanSupplier atShare(int share, Runnable deed) {
        AtomicInteger looks = new AtomicInteger();
        int at = Math.max(1, ROWS * share / 100 / ROWS_PER_LOOK);
        return () -> {
            if (looks.incrementAndGet() == at) {
                deed.run();
            }
            return false;
        };
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
