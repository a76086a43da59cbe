package dev.rapport.bench;

import dev.rapport.bench.question.Question;
import dev.rapport.bench.question.Questions;
import java.sql.SQLException;

/** Everything derived made again while people read; and once more, with the product killed half way. */
final class RebuildBench {
    private static final double MOST = 120;
    private static final String PROGRESS =
            "select coalesce(rebuild_done::float / nullif(rebuild_total, 0), 0) from rollup_state";
    private static final String IDLE = "select (rebuild_state = 'idle')::int from rollup_state";

    private final Rollups rollups;
    private final Client programs;
    private final String address;

    RebuildBench(Rollups rollups, Client programs) {
        this.rollups = rollups;
        this.programs = programs;
        Question bounces = Questions.all().stream()
                .filter(question -> question.key().equals("q5"))
                .findFirst()
                .orElseThrow();
        this.address = bounces.csv().orElseThrow();
    }

    void request() throws SQLException {
        rollups.execute("update rollup_state set rebuild_state = 'requested', rebuild_done = 0, rebuild_total = 0");
    }

    /** Waits for its end, or for so much of it, and reads all the while. */
    double follow(double share, Timing readers) throws Exception {
        long begin = System.nanoTime();
        while (rollups.number(IDLE) == 0 && rollups.number(PROGRESS) < share) {
            readers.time(() -> programs.data(address));
            Thread.sleep(200);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    double progress() throws SQLException {
        return rollups.number(PROGRESS);
    }

    void whole(Report report, long events) throws Exception {
        Timing idle = new Timing();
        for (int i = 0; i < 20; i++) {
            idle.time(() -> programs.data(address));
        }
        Timing readers = new Timing();
        request();
        double seconds = follow(2, readers);
        report.other(
                "q5 CSV beside a rebuild, median ms (alone " + Report.number(idle.median()) + ")", readers.median());
        report.other("q5 CSV beside a rebuild, slowest ms", readers.quantile(1));
        double most = MOST * Math.max(1, events / 1e7);
        report.target("full rebuild", "< " + Report.number(most) + " s", seconds, " s", seconds < most);
        Say.that(
                "Rebuild: " + Report.number(seconds) + " s, a reader waits " + Report.number(readers.median()) + " ms");
    }

    /** What was done before the kill is not done again: what comes after takes the rest of the time. */
    void resumed(Report report, double before, double share, double after) {
        report.other("rebuild until it was killed, s", before);
        report.other("rebuild, done when it was killed, %", share * 100);
        report.other("rebuild after the kill, s", after);
        double rest = before * (1 - share) / share;
        report.target(
                "rebuild goes on after a kill: time for the rest, against its share",
                "< 1.5 x",
                after / rest,
                " x",
                after < 1.5 * rest);
        Say.that("Rebuild killed at " + Report.number(share * 100) + " % after " + Report.number(before) + " s; then "
                + Report.number(after) + " s more");
    }
}
