package dev.rapport.behaviour;

import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts how a page was used, to tell what to work on.
 *
 * @param exits views that ended their visit
 * @param onward views after which another page followed in the visit
 * @param timed views whose reading time is known, {@code median} of them in seconds
 * @param deep views that scrolled three quarters down or further, {@code deepLeft} those of them after which nothing
 *     followed in the visit, no click that is an event either
 * @param words of the page; empty while nobody has said
 */
public record PageWork(
        String page,
        long views,
        long exits,
        long onward,
        long timed,
        Optional<Double> median,
        long deep,
        long deepLeft,
        Optional<Integer> words) {
    /** Words a minute of silent reading. Source: Brysbaert (2019), a review of 190 studies of English. */
    public static final int WORDS_A_MINUTE = 238;

    private static final int MINUTE = 60;

    /** What there is to do on a page, judged against all pages of the slice. */
    public enum Signal {
        HIGH_EXIT,
        FEW_LINKS,
        SHORT_READING,
        DEEP_LEFT,
        LONG_READING
    }

    public CountedShare exitShare() {
        return new CountedShare(exits, views);
    }

    public CountedShare onwardShare() {
        return new CountedShare(onward, views);
    }

    public CountedShare deepLeftShare() {
        return new CountedShare(deepLeft, deep);
    }

    /** Seconds that its words usually take. */
    public Optional<Double> usualSeconds() {
        return words.map(count -> (double) count * MINUTE / WORDS_A_MINUTE);
    }

    /**
     * What stands out by more than chance, of 30 views or more. Reading is short below half the median of all pages, and
     * long above what the page's words usually take.
     */
    public List<Signal> signals(PageWork all) {
        List<Signal> signals = new ArrayList<>();
        if (exitShare().isClearlyAbove(all.exitShare())) {
            signals.add(Signal.HIGH_EXIT);
        }
        if (onwardShare().isClearlyBelow(all.onwardShare())) {
            signals.add(Signal.FEW_LINKS);
        }
        if (deepLeftShare().isClearlyAbove(all.deepLeftShare())) {
            signals.add(Signal.DEEP_LEFT);
        }
        if (timed >= Figure.FEW && median.isPresent()) {
            double seconds = median.get();
            if (all.median.filter(usual -> seconds < usual / 2).isPresent()) {
                signals.add(Signal.SHORT_READING);
            }
            if (usualSeconds().filter(usual -> seconds > usual).isPresent()) {
                signals.add(Signal.LONG_READING);
            }
        }
        return signals;
    }
}
