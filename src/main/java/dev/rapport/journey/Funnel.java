package dev.rapport.journey;

import dev.rapport.metric.Figure;
import dev.rapport.metric.JourneyConversion;
import java.util.List;

/**
 * Holds how many people took each funnel step.
 *
 * @param people who took each step
 * @param times the median time from the step before, in seconds; nothing for the first
 * @param open of those who took a step and not yet the next, how many still have time for it
 */
public record Funnel(List<Long> people, List<Figure> times, List<Long> open) {
    public static final Funnel NONE = new Funnel(List.of(), List.of(), List.of());

    /** Of those who took the step before; of the first step, nothing. */
    public Figure fromStepBefore(int step) {
        return step == 0 ? Figure.noData() : JourneyConversion.share(people.get(step), people.get(step - 1));
    }

    /** Of those who took the first. */
    public Figure fromFirst(int step) {
        return JourneyConversion.share(people.get(step), people.get(0));
    }

    /** Who took this step and not the next. */
    public long dropped(int step) {
        return step + 1 < people.size() ? people.get(step) - people.get(step + 1) : 0;
    }

    /** All the way; no data without a way. */
    public Figure whole() {
        return people.size() < 2 ? Figure.noData() : fromFirst(people.size() - 1);
    }
}
