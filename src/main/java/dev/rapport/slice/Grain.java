package dev.rapport.slice;

/** How finely a trend is cut. */
public enum Grain {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** As in a URL: {@code day}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
