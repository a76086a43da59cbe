package dev.rapport.fact;

/** Says whether a row of a fact type needs somebody. */
public enum PersonRule {
    NEEDED,
    POSSIBLE,
    NONE
}
