package dev.rapport.metric;

/** Names the ways in which the figure of a longer period comes from the figures of its weeks. */
public enum Aggregation {
    /** Counts and money: weeks add up. */
    SUM,
    /** Distinct people: fewer than the sum of the weeks, counted anew. */
    DISTINCT,
    /** One sum by another: the mean of the weeks, weighed with what stands below the line. */
    RATIO,
    /** A mean over the days of the period. */
    MEAN,
    /** A level: what it is at the end of the period. */
    LAST,
    /** What comes or goes by a level: more in a longer period, as nothing but its length. */
    GROWTH
}
