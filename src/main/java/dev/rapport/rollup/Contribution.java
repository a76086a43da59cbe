package dev.rapport.rollup;

/**
 * What the facts of one family add to the measures, as SQL; a bean in the room of the facts. Cells, totals, marginals
 * and sets are all made from it, so that a measure is written down once.
 */
public interface Contribution {
    /** As in {@link dev.rapport.metric.Measure#family()}. */
    String family();

    /**
     * A select over facts (or sessions) with exactly two JDBC parameters, {@code from} and {@code to} (timestamptz,
     * half-open), answering rows {@code (measure smallint, item int, at timestamptz, channel_id smallint, person_id int
     * or null, value bigint)}. A person who is only known to be somebody is null.
     */
    String sql();
}
