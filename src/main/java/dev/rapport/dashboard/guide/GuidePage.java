package dev.rapport.dashboard.guide;

import dev.rapport.dashboard.Tab;
import java.util.List;

/**
 * Shows the seven steps of choosing metrics.
 *
 * @param candidates of the goal and stage that have data here
 * @param missing keys of those that have none
 */
public record GuidePage(List<Tab> goals, List<Tab> stages, List<Candidate> candidates, List<String> missing) {

    /** @param benchmark empty without one, @param chosen whether it is on the list already */
    public record Candidate(String key, String url, String value, String stageKey, String benchmark, boolean chosen) {}
}
