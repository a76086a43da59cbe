package dev.rapport.fact;

/** Names what it means when a row key comes again. */
public enum KeyRepeat {
    /** The first row counts, what is known stays. */
    FIRST,
    /** The last row counts, other content is news. */
    LAST,
    /** The rows of one file add up, a later file counts in their place. For figures that come in parts. */
    SUM,
    /** There is no key: each row is a fact of its own. */
    EACH
}
