package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a metric as the catalogue shows it; its texts (name, formula, why, misreading) are in the message bundle
 * under its key.
 *
 * @param key as in METRICS and in URLs: {@code bounce_rate}
 * @param topic which page it lives on
 * @param unit how it is written
 * @param better which direction is good
 * @param benchmark the band it is held against, if there is one
 * @param beside what other sources say, which no figure is held against
 * @param additive whether days, channels and segments add up to the total
 * @param growing whether a value that does not add up depends on the length of its period: distinct people, and shares of them
 * @param knowsPeople whether its facts have persons, so that it can be asked of segments. What was spent on an advertisement
 *     cannot: there it says nothing, rather than all for everybody who is not known
 * @param ripeAfter days after which what was counted does not change any more of itself: a ticket of yesterday can still be
 *     reopened; 0 where there is nothing to wait for
 * @param modelled false: exact
 * @param options names of the slice options it understands
 * @param parts by what it can be broken down beside channel and segment, and narrowed to
 * @param overlapping of the parts those of which one record may be in several: they do not add up, whatever {@code additive} says
 * @param sources the articles that name it, all of them: "E10", "N18", "X5", "V8", "Q10"; "own" where none does
 * @param rows the rows that it can be counted again from
 */
public record Definition(
        String key,
        Topic topic,
        Unit unit,
        Better better,
        Optional<Benchmark> benchmark,
        List<Benchmark> beside,
        boolean additive,
        boolean growing,
        boolean knowsPeople,
        int ripeAfter,
        boolean modelled,
        Set<String> options,
        Set<Dimension> parts,
        Set<Dimension> overlapping,
        List<String> sources,
        RowSet rows) {
    /** Whether the figures of a breakdown add up to the total. */
    public boolean addsUpBy(Optional<Dimension> part) {
        return additive && part.filter(overlapping::contains).isEmpty();
    }

    public enum Topic {
        SITE,
        CAMPAIGNS,
        SOCIAL,
        PRODUCT,
        VOICE,
        SUPPORT,
        CUSTOMERS
    }

    public enum Unit {
        COUNT,
        PERCENT,
        /** NPS: -100 to 100, written with a sign. */
        POINTS,
        /** Difference of two rates in per cent points. */
        DIFFERENCE,
        /** Mean on a survey's scale. */
        SCORE,
        /** Plain ratio with decimals: pages per session. */
        RATIO,
        /** Value is in seconds. */
        DURATION,
        MONEY
    }

    public enum Better {
        UP,
        DOWN,
        NEITHER
    }
}
