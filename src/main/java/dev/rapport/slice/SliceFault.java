package dev.rapport.slice;

import java.util.Locale;

/** Names what can be wrong with a parameter. The words for people are in {@code texts/parameters_<language>.properties}. */
public enum SliceFault {
    NO_SUCH_VALUE,
    NO_VALUE,
    MORE_THAN_ONCE,
    MORE_THAN,
    NOT_A_NUMBER,
    NOT_POINTS,
    MISSPELT,
    OTHER_ZONE,
    ENDS_BEFORE_START,
    TOO_LONG,
    END_MISSING,
    NOT_A_DATE,
    NO_SUCH_DAY,
    NOT_A_SEGMENT,
    TOO_FINE,
    NOT_SEARCHABLE,
    NOT_A_NAME,
    NOT_LOOKED_FOR,
    NO_NAMES,
    NO_PLACE_IN_LIST,
    NO_PLACE_IN_TIMELINE,
    NOT_KNOWN_BY,
    NOT_A_BREAKDOWN,
    TOO_MANY_ROWS,
    NOT_A_FUNNEL_BREAKDOWN,
    NOT_A_STEP,
    NOT_A_STEP_BEFORE_ANOTHER,
    NOT_TRUE_OR_FALSE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
