package dev.rapport.bench;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.JdbiSetup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

/** Writing into a finished day, and into today as it happens, in a copy of the database that nobody else reads. */
final class WriteBench {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 5, 12);
    /** Until they are warm: as with questions, not what a process does for the first time is measured. */
    private static final int BEFORE = 8;

    private static final int DAYS = 10;
    private static final int BATCH = 10_000;
    private static final double MOST = 1;
    /** As batches come once in a while; also longer than the worker ever rests. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** People who were there the day before come again, a day later; so nobody's first visit moves. */
    private static final String AGAIN = """
            insert into event (visitor_id, message_id, at, kind, name_id, page_id, source_id, scroll_percent, visible_ms)
            select visitor_id, gen_random_uuid(), at + interval '1 day', kind, name_id, page_id, source_id, scroll_percent,
                   visible_ms
            from event
            where at >= (date '%1$s')::timestamp at time zone 'Europe/Berlin'
              and at < (date '%1$s' + 1)::timestamp at time zone 'Europe/Berlin'
            order by message_id limit %2$d
            """;

    /** Whether facts wait, and whether somebody is at them. */
    private static final String STATE = """
            select exists (select from dirty_day),
                   exists (select from pg_locks where locktype = 'advisory' and objsubid = 1
                       and database = (select oid from pg_database where datname = current_database())
                       and (classid::bigint << 32 | objid::bigint) = ?)
            """;

    private final Connection connection;
    private final Report report;

    WriteBench(Connection connection, Report report) {
        this.connection = connection;
        this.report = report;
    }

    /** A batch for a day that was over: how long its figures stay behind, and how long it takes to bring them up. */
    void intoFinishedDays() throws SQLException, InterruptedException {
        Timing behind = new Timing();
        Timing work = new Timing();
        Timing first = new Timing();
        for (int i = 0; i < BEFORE + DAYS; i++) {
            Thread.sleep(QUIET.toMillis());
            commit(SOME_DAY.plusDays(2 * i + 1));
            if (i < BEFORE) {
                follow(new Timing(), i == 0 ? first : new Timing());
            } else {
                follow(behind, work);
            }
        }
        report.other("10,000 events into a finished day, the first after a start, s", first.median() / 1000);
        report.other(
                "10,000 events into a finished day: from commit until its figures are there, s",
                behind.median() / 1000);
        double seconds = work.median() / 1000;
        report.target("10,000 events into a finished day, refreshed within", "< 1 s", seconds, " s", seconds < MOST);
        Say.that("10,000 events into a finished day: there after " + Report.number(behind.median()) + " ms, work "
                + Report.number(work.median()) + " ms");
    }

    private void commit(LocalDate day) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(AGAIN.formatted(day.minusDays(1), BATCH));
        }
        DirtyDays.mark(
                JdbiSetup.on(connection),
                "behaviour",
                "select moment::timestamp at time zone 'Europe/Berlin' from (values (date '" + day
                        + "')) as days(moment)");
        connection.commit();
        connection.setAutoCommit(true);
    }

    /**
     * Until nothing is dirty, which includes the days that the refresh of this one marked itself. The work begins when the
     * rollup is first seen at it, which is 10 ms late at most.
     */
    private void follow(Timing behind, Timing work) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        long seen = 0;
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setLong(1, CubeBuilder.LOCK);
            for (boolean waiting = true; waiting; ) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    waiting = row.getBoolean(1);
                    if (seen == 0 && (row.getBoolean(2) || !waiting)) {
                        seen = System.nanoTime();
                    }
                }
                if (waiting) {
                    Thread.sleep(10);
                }
            }
        }
        long end = System.nanoTime();
        behind.add((end - begin) / 1e6);
        work.add((end - seen) / 1e6);
    }
}
