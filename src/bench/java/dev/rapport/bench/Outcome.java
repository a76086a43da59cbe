package dev.rapport.bench;

import dev.rapport.bench.question.Question;
import java.util.EnumMap;
import java.util.Map;

/** What was measured of one question. */
record Outcome(Question question, int rows, Map<Contender, Timing> timings) {
    Outcome(Question question, int rows) {
        this(question, rows, new EnumMap<>(Contender.class));
    }

    /** Who answers, and how. */
    enum Contender {
        FRAGMENT,
        CSV,
        POSTGRES,
        DUCKDB,
        /** With the result cache, the second time. */
        WARM
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
