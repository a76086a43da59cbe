package dev.rapport.cube.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.db.JdbiSetup;
import dev.rapport.support.SupportFactSource;
import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CubeBuilderTest {
    private static final String SESSIONS = """
            select to_char(started_at at time zone zone, 'DD HH24:MI') || ' ' || to_char(ended_at at time zone zone, 'DD HH24:MI')
                || ' ' || to_char(day, 'DD') || ' ' || channel.key || ' ' || events
            from settings, session join channel on channel.id = channel_id order by started_at
            """;

    private final DataSource source = FreshDatabase.create();
    private final CubeBuilder rollup =
            new CubeBuilder(JdbiSetup.of(source), List.of(new BehaviourFactSource(), new SupportFactSource()));

    @BeforeEach
    void people() throws SQLException {
        run("""
                insert into person (external_id) values ('one'), ('two');
                insert into visitor (key, person_id) values ('u:one', 1), ('a:phone', 1), ('u:two', 2);
                insert into event_name (name) values ('page');
                insert into traffic_source (utm_source, channel_id)
                select 'news', id from channel where key = 'email'
                """);
    }

    @Test
    void halfAnHourBelongsTogetherAndAMillisecondMoreDoesNot() throws SQLException {
        visits(1, "2026-03-10 10:00:00", "2026-03-10 10:30:00", "2026-03-10 11:00:00.001");
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("10 10:00 10 10:30 10 direct 2", "10 11:00 10 11:00 10 direct 1");
    }

    @Test
    void sessionBelongsToTheDayInWhichItStartsOverAllDevicesOfAPerson() throws SQLException {
        visits(1, "2026-03-10 23:50", "2026-03-11 00:10");
        visits(2, "2026-03-11 00:30");
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("10 23:50 11 00:30 10 direct 3");
        assertThat(rows("select day || ' ' || value from cell_total where measure = 1"))
                .containsExactly("2026-03-10 3");
    }

    @Test
    void lateEventMakesTwoSessionsOneAndAnUndoneOneTwoAgain() throws SQLException {
        visits(1, "2026-03-10 23:45", "2026-03-11 00:30");
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("10 23:45 10 23:45 10 direct 1", "11 00:30 11 00:30 11 direct 1");

        visits(1, "2026-03-11 00:10");
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("10 23:45 11 00:30 10 direct 3");

        String late = "from event where at = '2026-03-11 00:10+00'";
        run("insert into dirty_day select 'behaviour', at::date, nextval('rollup_mark') " + late + "; delete " + late);
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("10 23:45 10 23:45 10 direct 1", "11 00:30 11 00:30 11 direct 1");
    }

    /** Days are counted from it on their way. */
    @Test
    void daysBeforeTheEpochAreCounted() throws SQLException {
        visits(1, "1969-12-31 10:00", "1970-01-01 10:00", "1970-01-01 12:00");
        rollup.refreshAll();
        assertThat(rows("select day || ' ' || value from cell_total where measure = 2 order by day"))
                .containsExactly("1969-12-31 1", "1970-01-01 2");
    }

    @Test
    void goalOfYesterdaysSessionFollowsWhatIsSeenAfterMidnight() throws SQLException {
        run("insert into page (path) values ('/'), ('/pricing')");
        visits(1, "2026-03-10 23:50", "2026-03-11 00:10", "2026-03-11 00:20");
        see(1, "2026-03-10 23:50");
        see(2, "2026-03-11 00:10");
        see(1, "2026-03-11 00:20");
        rollup.refreshAll();
        String goals =
                "select day || ' ' || measure || ' ' || value from cell_total where measure in (8, 9) order by 1";
        assertThat(rows(goals)).containsExactly("2026-03-10 8 1", "2026-03-10 9 1");

        List<String> sessions = rows("select session::text from session");
        see(1, "2026-03-11 00:10");
        rollup.refreshAll();
        assertThat(rows("select session::text from session")).isEqualTo(sessions);
        assertThat(rows(goals)).isEmpty();
    }

    /** Says that it was this page, and marks the day of it and no other. */
    private void see(int page, String at) throws SQLException {
        fact("behaviour", at, "update event set page_id = %d where at = '%s+00'".formatted(page, at));
    }

    @Test
    void dayBetweenTwoOthersIsTouchedFromBothSides() throws SQLException {
        visits(1, "2026-03-11 00:10", "2026-03-11 12:00", "2026-03-11 23:50");
        visits(2, "2026-03-11 00:05", "2026-03-11 23:55", "2026-03-12 00:20");
        rollup.refreshAll();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbiSetup.on(connection).execute("""
                    insert into event (visitor_id, message_id, at, kind, name_id)
                    values (1, gen_random_uuid(), '2026-03-10 23:45+00', 1, 1),
                           (1, gen_random_uuid(), '2026-03-12 00:15+00', 1, 1)
                    """);
            DirtyDays.mark(
                    JdbiSetup.on(connection), "behaviour", "select at from event where at::date <> '2026-03-11'");
            connection.commit();
        }
        rollup.refreshAll();
        assertThat(rows(SESSIONS))
                .containsExactly(
                        "10 23:45 11 00:10 10 direct 3",
                        "11 12:00 11 12:00 11 direct 1",
                        "11 23:50 12 00:20 11 direct 4");
        assertThat(rows("select day || ' ' || value from cell_total where measure = 2 order by 1"))
                .containsExactly("2026-03-10 1", "2026-03-11 2");
    }

    @Test
    void channelIsThatOfTheFirstEventThatSaysSomething() throws SQLException {
        visits(1, "2026-03-10 10:00", "2026-03-10 10:05");
        run("update event set source_id = 1 where at = '2026-03-10 10:05+00'");
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("10 10:00 10 10:05 10 email 2");
    }

    @Test
    void anotherZoneCutsAllDaysAnew() throws SQLException {
        visits(1, "2026-03-10 23:30");
        rollup.refreshAll();
        run("update settings set zone = 'Europe/Berlin'");
        assertThat(rollup.isClean()).isFalse();
        rollup.refreshAll();
        assertThat(rows(SESSIONS)).containsExactly("11 00:30 11 00:30 11 direct 1");
        assertThat(rows("select distinct day::text from cell_total")).containsExactly("2026-03-11");
        assertThat(rollup.isClean()).isTrue();
    }

    @Test
    void dayMarkedWhileItIsComputedStaysDirtyAndReadersSeeTheOldMeanwhile() throws SQLException {
        ticket("a", "2026-03-10 10:00");
        AtomicInteger turns = new AtomicInteger();
        List<String> seen = new ArrayList<>();
        FactSource meddling = new Meddling(() -> {
            if (turns.incrementAndGet() == 1) {
                ticket("b", "2026-03-10 11:00");
            }
            seen.add(String.join(",", rows("select value::text from cell_total where measure = 40")));
        });
        new CubeBuilder(JdbiSetup.of(source), List.of(meddling)).refreshAll();
        assertThat(turns).hasValue(2);
        assertThat(seen).containsExactly("", "1");
        assertThat(rows("select value::text from cell_total where measure = 40"))
                .containsExactly("2");
    }

    @Test
    void instancesDoNotCollide() throws SQLException {
        for (int day = 10; day < 20; day++) {
            visits(1, "2026-03-" + day + " 10:00");
            ticket("t" + day, "2026-03-" + day + " 10:00");
        }
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(rollup::refreshAll),
                        CompletableFuture.runAsync(() -> new CubeBuilder(
                                        JdbiSetup.of(source),
                                        List.of(new SupportFactSource(), new BehaviourFactSource()))
                                .refreshAll()),
                        CompletableFuture.runAsync(rollup::refreshAll))
                .join();
        assertThat(
                        rows(
                                "select measure || ' ' || sum(value) from cell_total where measure in (2, 40) group by measure order by 1"))
                .containsExactly("2 10", "40 10");
    }

    /** Support, with something that happens in the middle of it. */
    private record Meddling(Deed deed) implements FactSource {
        interface Deed {
            void happen() throws SQLException;
        }

        @Override
        public String family() {
            return "support";
        }

        @Override
        public RebuildPhase rebuildPhase() {
            return new SupportFactSource().rebuildPhase();
        }

        @Override
        public String sql() {
            return new SupportFactSource().sql();
        }

        @Override
        public SortedSet<LocalDate> settle(Handle handle, SortedSet<LocalDate> dirty) {
            try {
                deed.happen();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return dirty;
        }
    }

    private void visits(int visitor, String... moments) throws SQLException {
        for (String at : moments) {
            fact("behaviour", at, """
                    insert into event (visitor_id, message_id, at, kind, name_id)
                    values (%d, gen_random_uuid(), '%s+00', 1, 1)
                    """.formatted(visitor, at));
        }
    }

    private void ticket(String key, String at) throws SQLException {
        fact("support", at, """
                insert into ticket (key, channel_id, created_at, content) values ('%s', 1, '%s+00', gen_random_uuid())
                """.formatted(key, at));
    }

    private void fact(String family, String at, String insert) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbiSetup.on(connection).execute(insert);
            DirtyDays.mark(JdbiSetup.on(connection), family, "select timestamptz '" + at + "+00'");
            connection.commit();
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            JdbiSetup.on(connection).execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
