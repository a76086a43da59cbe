package dev.rapport.bench;

import dev.rapport.bench.question.Question;
import java.util.EnumMap;
import java.util.Map;

/** What was measured of one question. */
final class Outcome {
    private final Question question;
    private final Map<Contender, Timing> timings = new EnumMap<>(Contender.class);
    private int rows;

    Outcome(Question question) {
        this.question = question;
    }

    /** Who answers, and how. */
    enum Contender {
        FRAGMENT,
        /** The same once a peer has had the machine for seconds; not among those that are warm. */
        RESTED,
        CSV,
        POSTGRES,
        DUCKDB,
        /** With the result cache, the second time. */
        WARM
    }

    Question question() {
        return question;
    }

    Map<Contender, Timing> timings() {
        return timings;
    }

    /** How many rows the answer has. */
    int rows() {
        return rows;
    }

    void rows(int count) {
        rows = count;
    }

    Timing timing(Contender contender) {
        return timings.computeIfAbsent(contender, none -> new Timing());
    }

    boolean has(Contender contender) {
        return timings.containsKey(contender);
    }

    double median(Contender contender) {
        return has(contender) ? timings.get(contender).median() : Double.NaN;
    }

    double p95(Contender contender) {
        return has(contender) ? timings.get(contender).p95() : Double.NaN;
    }

    /** How many times as long the peer takes. */
    double ratio(Contender peer, Contender ours) {
        return median(peer) / median(ours);
    }
}
