package dev.rapport.fact;

/**
 * Describes what a fact says in the timeline of its customer.
 *
 * @param kind by which a timeline is narrowed to it, and its words are found
 * @param select of {@code (at, id, channel_id, about, amount, detail, until)} for the person whose id is its only parameter:
 *     when; a whole number that no other of the kind has; what the fact is about, a figure, more of it and when it ended, which
 *     may all be null
 */
public record TimelineLine(String kind, Amount amount, End end, String select) {
    /** What its figure is. Nothing is said of none, but an answer of 0 is one. */
    public enum Amount {
        NONE,
        PAGES,
        MONEY,
        MONEY_A_MONTH,
        SCORE
    }

    /** What its end means. */
    public enum End {
        /** Nothing that has to be said. */
        NONE,
        /** That it is over. */
        OVER,
        /** That it is resolved; without it, it is still open. */
        RESOLVED
    }
}
