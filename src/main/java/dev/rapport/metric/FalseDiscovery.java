package dev.rapport.metric;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Picks among many changes those that stand out, so that at most one in twenty of those picked is chance. Of {@code m}
 * p-values in order it picks the first {@code k}, where {@code k} is the last with p(k) at most k/m x 0.05.
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, JRSS B 57 (1995).
 *
 * @param compared how many changes could be judged
 * @param picked how many of them stand out
 * @param threshold the largest p of these; negative when there is none
 */
public record FalseDiscovery(int compared, int picked, double threshold) {
    private static final double RATE = 0.05;

    public static FalseDiscovery among(Collection<Change> changes) {
        return ofValues(changes.stream().flatMap(change -> change.p().stream()));
    }

    /** @param p what is compared, by its p-value */
    public static FalseDiscovery ofValues(Stream<Double> p) {
        List<Double> all = p.sorted().toList();
        for (int k = all.size(); k > 0; k--) {
            if (all.get(k - 1) <= RATE * k / all.size()) {
                return new FalseDiscovery(all.size(), k, all.get(k - 1));
            }
        }
        return new FalseDiscovery(all.size(), 0, -1);
    }

    /** Whether it is one of those picked. */
    public boolean picks(Change change) {
        return change.p().filter(this::picks).isPresent();
    }

    public boolean picks(double p) {
        return p <= threshold;
    }
}
