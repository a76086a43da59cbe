package dev.rapport.voice;

/**
 * Says what keeps a mapping of answers from being taken.
 *
 * @param what the score, word or class it is about
 */
public record AnswerFault(Kind kind, String what) {
    /** Names the faults. Words for people are in the message bundles. */
    public enum Kind {
        /** Neither a number nor a range of numbers, or a line that says no place. */
        UNREADABLE,
        OUTSIDE_SCALE,
        /** A score stands in more than one class. */
        OVERLAP,
        /** A score stands in no class. */
        GAP,
        EMPTY_CLASS,
        UNKNOWN_CLASS,
        /** A word has more than one place. */
        WORD_TWICE,
        /** A word that was given has no place. */
        WORD_MISSING,
        WORD_TOO_LONG,
        TOO_MANY_WORDS
    }
}
