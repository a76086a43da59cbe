package dev.rapport.bench;

import dev.rapport.rollup.DirtyDays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Writing into a finished day, and into today as it happens, in a copy of the database that nobody else reads. */
final class WriteBench {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 5, 12);
    private static final int DAYS = 5;
    private static final int BATCH = 10_000;
    private static final double MOST = 1;

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

    private final Rollups rollups;
    private final Connection connection;
    private final Report report;

    WriteBench(Rollups rollups, Connection connection, Report report) {
        this.rollups = rollups;
        this.connection = connection;
        this.report = report;
    }

    /** A batch for a day that was over: how long its figures stay behind, and how long it takes to bring them up. */
    void intoFinishedDays() throws SQLException, InterruptedException {
        Timing behind = new Timing();
        Timing work = new Timing();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = SOME_DAY.plusDays(2 * i + 1);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(AGAIN.formatted(day.minusDays(1), BATCH));
            }
            DirtyDays.mark(
                    connection,
                    "behaviour",
                    "select moment::timestamp at time zone 'Europe/Berlin' from (values (date '" + day
                            + "')) as days(moment)");
            connection.commit();
            connection.setAutoCommit(true);
            double begin = System.nanoTime();
            rollups.awaitClean(said -> {});
            behind.add((System.nanoTime() - begin) / 1e6);
            work.add(rollups.number(
                    "select extract(epoch from clock_timestamp() - refreshed_at) * 1000 from rollup_state"));
        }
        report.other(
                "10,000 events into a finished day: from commit until its figures are there, s",
                behind.median() / 1000);
        double seconds = work.median() / 1000;
        report.target("10,000 events into a finished day, refreshed within", "< 1 s", seconds, " s", seconds < MOST);
        Say.that("10,000 events into a finished day: there after " + Report.number(behind.median()) + " ms, work "
                + Report.number(work.median()) + " ms");
    }
}
