package dev.rapport.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, several times. */
final class Timing {
    private final List<Double> millis = new ArrayList<>();

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Does it again and again, at least once. Java compiles what is called often, for minutes after a start, and compiling takes
     * one of few cores from whoever is first; what is measured afterwards is a server that has been running.
     *
     * @param round all that is to be measured, once
     * @return seconds of the first round
     */
    static double warmUp(Duration time, Work round) throws Exception {
        long begin = System.nanoTime();
        round.run();
        double first = (System.nanoTime() - begin) / 1e9;
        while (System.nanoTime() - begin < time.toNanos()) {
            round.run();
        }
        return first;
    }

    /** @return milliseconds of this time */
    double time(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        double took = (System.nanoTime() - begin) / 1e6;
        millis.add(took);
        return took;
    }

    void add(double took) {
        millis.add(took);
    }

    /** Of each run, in order. */
    List<Double> millis() {
        return List.copyOf(millis);
    }

    int runs() {
        return millis.size();
    }

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    /** The smallest of the times that so many of them do not exceed; of 20 runs the 95 % is the second longest. */
    double quantile(double share) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, rank - 1));
    }
}
