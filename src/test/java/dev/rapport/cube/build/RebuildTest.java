package dev.rapport.cube.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.store.ShadowTables;
import dev.rapport.db.JdbiSetup;
import dev.rapport.fact.MeasureSource;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rebuild bears: to be killed, to be read over, and that everything changes while it is at it. */
class RebuildTest {
    private static final String VIEWS = "select coalesce(sum(value), 0)::text from cell_total where measure = 1";
    private static final LocalDate CENTRE = LocalDate.of(2026, 3, 29);

    private final DataSource source = FreshDatabase.create();
    private final CubeBuilder rollup = new CubeBuilder(JdbiSetup.of(source), CubeBuilderPropertyTest.CONTRIBUTIONS);

    @BeforeEach
    void facts() throws SQLException {
        run("""
                insert into person (external_id) select 'p' || n from generate_series(1, 20) as n;
                insert into visitor (key, person_id) select 'u:p' || id, id from person;
                insert into event_name (name) values ('page');
                insert into event (visitor_id, message_id, at, kind, name_id)
                select 1 + n % 20, gen_random_uuid(), timestamptz '2026-01-01 12:00+00' + n * interval '5 hours', 1, 1
                from generate_series(1, 400) as n;
                insert into dirty_day (family, day, marked)
                select distinct on (at::date) 'behaviour', at::date, 1 from event
                """);
        rollup.refreshAll();
    }

    @Test
    void goesOnWhereItWasKilled() throws SQLException {
        assertThat(rollup.isRebuilding()).isFalse();
        rollup.requestRebuild();
        CubeBuilder killed = meddled(call -> {
            if (call == 2) {
                run("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
        });
        assertThatThrownBy(killed::refreshAll).isInstanceOf(RuntimeException.class);
        assertThat(rows("select rebuild_state from rollup_state")).containsExactly("running");
        assertThat(rollup.isRebuilding()).isTrue();
        List<String> done = rows("select step || done_at from rebuild_step where done_at is not null order by 1");
        assertThat(done).hasSizeGreaterThan(5).anyMatch(step -> step.startsWith("sessions/2026-01-01"));
        assertThat(rows(VIEWS)).as("what readers see").containsExactly("400");

        run("update rollup_next.session set events = events + 1000 where day = '2026-01-05'");
        // Another process gets its beans in another order.
        List<FactSource> others = new ArrayList<>(CubeBuilderPropertyTest.CONTRIBUTIONS);
        Collections.reverse(others);
        new CubeBuilder(JdbiSetup.of(source), others).refreshAll();
        assertThat(rows("select distinct (events > 1000)::text from session where day = '2026-01-05'"))
                .as("what was there was not made again")
                .containsExactly("true");
        assertThat(rows(VIEWS)).containsExactly("400");
        assertThat(rollup.isClean()).isTrue();
        assertThat(rollup.isRebuilding()).isFalse();
    }

    @Test
    void anotherWayOfCountingBeginsAgain() throws SQLException {
        rollup.requestRebuild();
        CubeBuilder killed = meddled(call -> {
            if (call == 2) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(killed::refreshAll).hasStackTraceContaining("killed");
        run("update rollup_next.session set events = events + 1000; update rollup_state set rebuild_key = 'older'");
        rollup.refreshAll();
        assertThat(rows("select max(events)::text from session")).containsExactly("1");
    }

    @Test
    void isNotPutInPlaceUnderReaders() throws Exception {
        rollup.requestRebuild();
        try (Connection early = source.getConnection();
                Connection holding = source.getConnection()) {
            CompletableFuture<Void> rebuild = CompletableFuture.runAsync(meddled(call -> {
                if (call == 1) {
                    // A view of the data older than most of the new rows, which has touched no table yet.
                    begin(early, "select 1");
                    begin(holding, VIEWS);
                }
            })::refreshAll);
            await("select (rebuild_done = rebuild_total and rebuild_total > 0)::text from rollup_state");
            Thread.sleep(700);
            assertThat(rebuild).isNotDone();
            try (var statement = early.createStatement();
                    var row = statement.executeQuery(VIEWS)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("400");
            }
            for (int i = 0; i < 20; i++) {
                assertThat(rows("set statement_timeout = '2s'", VIEWS)).containsExactly("400");
                Thread.sleep(20);
            }
            early.rollback();
            holding.rollback();
            rebuild.get(30, TimeUnit.SECONDS);
        }
        assertThat(rows(VIEWS)).containsExactly("400");
    }

    @Test
    void leavesTablesIndexesAndPreparedStatementsAsTheyWere() throws SQLException {
        String layout = """
                select indexdef from pg_indexes where schemaname = 'public'
                union all
                select concat_ws(' ', table_name, column_name, data_type, is_nullable)
                from information_schema.columns where table_schema = 'public'
                union all
                select concat_ws(' ', conname, contype::text) from pg_constraint where connamespace = 'public'::regnamespace
                union all
                select concat_ws(' ', relname, reloptions) from pg_class where relnamespace = 'public'::regnamespace
                order by 1
                """;
        List<String> before = rows(layout);
        try (Connection connection = source.getConnection();
                var prepared = connection.prepareStatement("select * from cell_total where measure = ?")) {
            prepared.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            for (int turn = 0; turn < 3; turn++) {
                prepared.setInt(1, 1);
                try (var row = prepared.executeQuery()) {
                    assertThat(row.next()).isTrue();
                }
                rollup.requestRebuild();
                rollup.refreshAll();
            }
        }
        assertThat(rows(layout)).isEqualTo(before);
        assertThat(rows("select tablename from pg_tables where schemaname like 'rollup%'"))
                .isEmpty();
    }

    @Test
    void versionAndMarksOfDaysTellWhatChanged() throws SQLException {
        String days = "select day::text || refreshed_at from day_refresh where family = 'behaviour' order by 1";
        List<String> before = rows(days);
        rollup.requestRebuild();
        rollup.refreshAll();
        assertThat(rows(days)).as("same figures").isEqualTo(before);
        run("delete from event where at >= '2026-03-23'");
        rollup.requestRebuild();
        rollup.refreshAll();
        assertThat(rows(days)).hasSize(before.size() - 3).isSubsetOf(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 5})
    void everythingMayChangeMeanwhile(long seed) throws SQLException {
        DataSource other = FreshDatabase.create();
        World world = new World(other, seed, ZoneId.of("Europe/Berlin"), List.of(CENTRE, CENTRE.plusDays(100)));
        for (int turn = 0; turn < 10; turn++) {
            world.turn();
        }
        AtomicInteger calls = new AtomicInteger();
        CubeBuilder meddled = new CubeBuilder(JdbiSetup.of(other), with(() -> {
            // A rebuild works on two connections at once, and a world is changed by one at a time.
            synchronized (world) {
                int call = calls.incrementAndGet();
                if (call <= 6) {
                    world.turn();
                }
                if (call == 3) {
                    run(other, "insert into goal (key, name, event_name) values ('late', 'late', 'other')");
                    run(other, "update traffic_source set channel_id = 5 where utm_source = 'x'");
                }
                if (call == 5 && seed % 2 == 0) {
                    run(other, "update settings set zone = 'America/New_York'");
                }
            }
        }));
        meddled.requestRebuild();
        meddled.refreshAll();
        assertThat(calls.get()).isGreaterThan(6);
        assertThat(meddled.isClean()).isTrue();
        Map<String, List<String>> found = derived(other);
        CubeBuilder quiet = new CubeBuilder(JdbiSetup.of(other), CubeBuilderPropertyTest.CONTRIBUTIONS);
        quiet.requestRebuild();
        quiet.refreshAll();
        assertThat(found).isEqualTo(derived(other));
    }

    @Test
    void instancesDoNotCollide() throws SQLException {
        rollup.requestRebuild();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(rollup::refreshAll),
                        CompletableFuture.runAsync(
                                () -> new CubeBuilder(JdbiSetup.of(source), CubeBuilderPropertyTest.CONTRIBUTIONS)
                                        .refreshAll()))
                .join();
        assertThat(rows(VIEWS)).containsExactly("400");
        assertThat(rollup.isClean()).isTrue();
    }

    private interface Meddling {
        void at(int call) throws SQLException;
    }

    private interface Deed {
        void happen() throws SQLException;
    }

    /** Calls are counted from the moment the rebuild has begun. */
    private CubeBuilder meddled(Meddling meddling) {
        AtomicInteger calls = new AtomicInteger();
        return new CubeBuilder(JdbiSetup.of(source), with(() -> {
            if (rows("select rebuild_state from rollup_state").equals(List.of("running"))) {
                meddling.at(calls.incrementAndGet());
            }
        }));
    }

    /** The factSources, of which behaviour lets something happen whenever its deeds are asked for. */
    private static List<FactSource> with(Deed deed) {
        BehaviourFactSource behaviour = new BehaviourFactSource();
        List<FactSource> factSources = new ArrayList<>(CubeBuilderPropertyTest.CONTRIBUTIONS);
        factSources.set(0, new FactSource() {
            @Override
            public String family() {
                return behaviour.family();
            }

            @Override
            public RebuildPhase rebuildPhase() {
                return behaviour.rebuildPhase();
            }

            @Override
            public String sql() {
                return behaviour.sql();
            }

            @Override
            public List<MeasureSource> measureSources() {
                try {
                    deed.happen();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                return behaviour.measureSources();
            }
        });
        return factSources;
    }

    private static Map<String, List<String>> derived(DataSource source) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : ShadowTables.TABLES) {
            rows.put(table, rows(source, "select t::text from " + table + " as t order by 1"));
        }
        return rows;
    }

    private static void begin(Connection connection, String first) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        JdbiSetup.on(connection).execute(first);
    }

    private void await(String condition) throws Exception {
        for (int i = 0; i < 600 && !rows(condition).equals(List.of("true")); i++) {
            Thread.sleep(50);
        }
        assertThat(rows(condition)).containsExactly("true");
    }

    private void run(String sql) throws SQLException {
        run(source, sql);
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            JdbiSetup.on(connection).execute(sql);
        }
    }

    private List<String> rows(String before, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            JdbiSetup.on(connection).execute(before);
            return JdbiSetup.on(connection).select(sql).mapTo(String.class).list();
        }
    }

    private List<String> rows(String sql) throws SQLException {
        return rows(source, sql);
    }

    private static List<String> rows(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return JdbiSetup.on(connection).select(sql).mapTo(String.class).list();
        }
    }
}
