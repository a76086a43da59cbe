package dev.rapport.fact;

/** Names what is suggested, asked, checked and worked out of a type's rows by what only the importer knows: the whole file. */
public enum WholeFileRule {
    NONE,
    /** An order's line: discounts, what was given back, what its state says of its money. */
    ORDER_LINE,
    /** A subscription's price, a month. */
    SUBSCRIPTION_PRICE,
    /** A survey is the same in all rows of a file, and as it is known. */
    SURVEY,
    /** As {@link #SURVEY}; and the score is on its scale. */
    SURVEY_SCORE,
    /** A ticket's times, states and durations: numbers are written as the file's. */
    TICKET_TIMES
}
