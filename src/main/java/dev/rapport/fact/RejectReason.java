package dev.rapport.fact;

/**
 * Names the reasons why a row is rejected, or why something of it is not taken. Words for people are in the message
 * bundle.
 */
public enum RejectReason {
    MISSING,
    KEY_MISSING,
    NO_PERSON,
    NOT_A_NUMBER,
    /** {@code 1.299} where nothing says what the point means. */
    DECIMAL_UNCLEAR,
    /** {@code 12,50} in a column of {@code 12.50}. */
    OTHER_DECIMAL_SIGN,
    NOT_WHOLE,
    OUT_OF_RANGE,
    NOT_POSITIVE,
    NOT_A_DATE,
    NOT_YES_OR_NO,
    NOT_A_CHOICE,
    TOO_LONG,
    NOT_A_CURRENCY,
    NO_RATE,
    CURRENCIES_DIFFER,
    REFUND_UNKNOWN,
    NOT_AN_INTERVAL,
    END_UNKNOWN,
    ENDS_BEFORE_START,
    NO_TIME_OF_DAY,
    END_MISSING,
    NOT_A_DURATION,
    BOT_ANSWERED,
    NO_TICKET,
    SURVEY_DIFFERS,
    TOO_MANY_SURVEYS,
    OUTSIDE_SCALE,
    FEWER_COLUMNS,
    MORE_COLUMNS,
    QUOTES,
    NUL,
    BYTES,
    RECORD_TOO_LONG,
    TOO_MANY_FIELDS;
}
