package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.db.JdbiSetup;
import dev.rapport.revenue.RevenueFactSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bringing in, taking back and bringing in again cost alike, whatever PostgreSQL thinks of tables that were emptied: a plan
 * made for no rows takes the square of their number. {@code -Drapport.ratio.rows=100000} measures what was promised.
 */
class UndoRatioTest {
    private static final int ROWS = Integer.getInteger("rapport.ratio.rows", 10_000);
    private static final String PEOPLE = """
            {"target": "people", "fields": {"customer": {"columns": ["number"]}, "email": {"columns": ["mail"]},
              "name": {"columns": ["name"]}, "since": {"columns": ["since"]}},
             "traits": [{"column": "plan", "trait": "plan", "dated": false, "group": false},
                        {"column": "city", "trait": "city", "dated": false, "group": true}]}
            """;
    private static final String ORDERS = """
            {"target": "orders", "fields": {"key": {"columns": ["id"]}, "order": {"columns": ["id"]},
              "customer": {"columns": ["number"]}, "email": {"columns": ["mail"]}, "at": {"columns": ["at"]},
              "amount": {"columns": ["amount"]}, "channel": {"columns": ["shop"]}}}
            """;

    private static final List<String> CHANNELS = List.of("email", "chat", "phone");

    @TempDir
    Path folder;

    private TestImports imports;

    @BeforeEach
    void database() {
        imports = new TestImports(folder);
    }

    @Test
    void people() {
        assertRatios(
                "person",
                PEOPLE,
                file(
                        "number,mail,name,since,plan,city",
                        i -> "C%d,c%d@example.org,Name %d,2025-0%d-1%d,plan %d,city %d"
                                .formatted(i, i, i, i % 9 + 1, i % 10, i % 5, i % 40)));
    }

    @Test
    void orders() {
        assertRatios(
                "order_line",
                ORDERS,
                file(
                        "id,number,mail,at,amount,shop",
                        i -> "O%d,C%d,c%d@example.org,2025-%02d-%02d 1%d:00,%d.50,%s"
                                .formatted(
                                        i,
                                        i / 2,
                                        i / 2,
                                        i % 12 + 1,
                                        i % 28 + 1,
                                        i % 10,
                                        i % 90 + 1,
                                        CHANNELS.get(i % 3))));
    }

    private void assertRatios(String table, String mapping, String file) {
        CubeBuilder rollup = new CubeBuilder(JdbiSetup.of(imports.database), List.of(new RevenueFactSource()));
        var first = timed(
                table,
                "first",
                () -> assertThat(imports.bring(file, mapping).message()).isEmpty());
        int id = (int) imports.number("select max(id) from import_job");
        assertThat(imports.number("select count(*) from " + table)).isGreaterThanOrEqualTo(ROWS);
        var firstRollup = timed(table, "first rollup", rollup::refreshAll);
        var undo = timed(table, "undo", () -> imports.undo(id));
        assertThat(imports.number("select count(*) from " + table)).isZero();
        var undoRollup = timed(table, "undo rollup", rollup::refreshAll);
        execute("analyze");
        var second = timed(
                table,
                "second",
                () -> assertThat(imports.bring(file, mapping).message()).isEmpty());
        var secondRollup = timed(table, "second rollup", rollup::refreshAll);
        int again = (int) imports.number("select max(id) from import_job");
        var undoAgain = timed(table, "undo again", () -> imports.undo(again));

        assertThat(second).isLessThan(first.multipliedBy(3).dividedBy(2).plus(slack()));
        assertThat(undo).isLessThan(first.plus(slack()));
        assertThat(undoAgain).isLessThan(first.plus(slack()));
        assertThat(secondRollup)
                .isLessThan(firstRollup.multipliedBy(3).dividedBy(2).plus(slack()));
        assertThat(undoRollup)
                .isLessThan(firstRollup.multipliedBy(3).dividedBy(2).plus(slack()));
    }

    /** Another process of the machine may hold one up. */
    private static Duration slack() {
        return Duration.ofMillis(500);
    }

    private static Duration timed(String table, String what, Runnable work) {
        long from = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        System.out.println(ROWS + " " + table + " " + what + ": " + took.toMillis() + " ms");
        return took;
    }

    private static String file(String header, IntFunction<String> row) {
        return IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private void execute(String sql) {
        try (Connection connection = imports.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
