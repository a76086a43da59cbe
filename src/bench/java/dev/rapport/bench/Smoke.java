package dev.rapport.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks everything of few facts and of four times as many, and fails when an answer looks at more rows for it, although it should
 * come from what is kept by day. It counts rows, no time: so it says the same on any machine.
 */
final class Smoke {
    private static final long FEW = 50_000;
    private static final long MANY = 200_000;
    /** Beyond this an answer has grown: what is kept grows a little, as more people are in more segments. */
    private static final double GROWN = 2;
    /** So few rows are nobody's time, however many times as many they are. */
    private static final long NOTHING = 5_000;

    /** Metrics that may look at facts, as no kept state answers them. */
    private static final Set<String> MAY_GROW = Set.of();

    private final Function<BenchHome, Bench> benches;

    Smoke(Function<BenchHome, Bench> benches) {
        this.benches = benches;
    }

    void run() throws Exception {
        Map<String, EveryAnswer> few = byName(benches.apply(BenchHome.of(FEW)).plans());
        List<EveryAnswer> many = benches.apply(BenchHome.of(MANY)).plans();
        List<String> grown = new ArrayList<>();
        for (EveryAnswer answer : many) {
            EveryAnswer before = few.get(answer.question().name());
            if (answer.status() >= 500) {
                grown.add(answer.question().name() + ": " + answer.status());
            } else if (before != null && isGrown(before, answer) && !mayGrow(answer)) {
                grown.add("%s: %,d rows of %,d events, %,d of %,d: %s"
                        .formatted(answer.question().name(), before.rows(), FEW, answer.rows(), MANY, answer.way()));
            }
        }
        Say.that("%,d questions, %,d of them look at more rows when there are more facts"
                .formatted(many.size(), grown.size()));
        if (!grown.isEmpty()) {
            throw new IllegalStateException("Answers that grow with facts:\n" + String.join("\n", grown));
        }
    }

    private static Map<String, EveryAnswer> byName(List<EveryAnswer> answers) {
        return answers.stream()
                .collect(Collectors.toMap(answer -> answer.question().name(), answer -> answer));
    }

    private static boolean isGrown(EveryAnswer before, EveryAnswer after) {
        return after.rows() > NOTHING && after.rows() > GROWN * before.rows();
    }

    private static boolean mayGrow(EveryAnswer answer) {
        return MAY_GROW.contains(answer.question().key());
    }
}
