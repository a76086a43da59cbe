package dev.rapport.bench;

import dev.rapport.bench.question.Question;
import dev.rapport.bench.question.Questions;
import java.sql.SQLException;

/** Everything derived made again while people read; and once more, with the product killed half way. */
final class RebuildBench {
    private static final double MOST = 120;
    private static final String PROGRESS =
            "select coalesce(rebuild_done::float / nullif(rebuild_total, 0), 0) from rollup_state";
    private static final String DONE_AT = "(extract(epoch from done_at) * 1000000)::bigint";
    private static final String COUNT = "select count(*) from rebuild_step where " + DONE_AT;
    private static final String IDLE = "select (rebuild_state = 'idle')::int from rollup_state";

    private final Rollups rollups;
    private final Client programs;
    private final String address;
    private double whole;

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

    void whole(Report report, long events) throws Exception {
        Timing idle = new Timing();
        for (int i = 0; i < 20; i++) {
            idle.time(() -> programs.data(address));
        }
        Timing readers = new Timing();
        request();
        double seconds = follow(2, readers);
        whole = seconds;
        report.other(
                "q5 CSV beside a rebuild, median ms (alone " + Report.number(idle.median()) + ")", readers.median());
        report.other("q5 CSV beside a rebuild, slowest ms", readers.quantile(1));
        double most = MOST * Math.max(1, events / 1e7);
        report.target("full rebuild", "< " + Report.number(most) + " s", seconds, " s", seconds < most);
        Say.that(
                "Rebuild: " + Report.number(seconds) + " s, a reader waits " + Report.number(readers.median()) + " ms");
    }

    /** Steps that are done, and when the last of them was. */
    Done done() throws SQLException {
        return new Done((long) rollups.number("select count(done_at) from rebuild_step"), (long)
                rollups.number("select coalesce(max(" + DONE_AT + "), 0) from rebuild_step"));
    }

    /** @param last microseconds of the epoch */
    record Done(long steps, long last) {}

    /** Waits until a step more is done than was at the kill, and answers how many of those are done again by then. */
    double again(Done killed) throws Exception {
        while (rollups.number(IDLE) == 0 && rollups.number(COUNT + " > " + killed.last) == 0) {
            Thread.sleep(200);
        }
        return killed.steps - rollups.number(COUNT + " <= " + killed.last);
    }

    /** What was done before the kill is not done again: with what comes after, it takes as long as a whole one. */
    void resumed(Report report, double before, double again, double after) {
        report.other("rebuild until half of its steps were done, and it was killed, s", before);
        report.other("rebuild after the kill, s", after);
        report.target("rebuild after a kill: steps that are done again", "0", again, "", again == 0);
        report.target(
                "rebuild with a kill, against one without",
                "< 1.5 x",
                (before + after) / whole,
                " x",
                before + after < 1.5 * whole);
        Say.that("Rebuild killed after " + Report.number(before) + " s; then " + Report.number(after) + " s more");
    }
}
