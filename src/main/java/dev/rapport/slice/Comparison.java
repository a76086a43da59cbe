package dev.rapport.slice;

/** With which other period a figure is compared. */
public enum Comparison {
    NONE("none"),
    /** The period of equal length (for whole months, quarters and years: of equal kind) just before. */
    PREVIOUS("previous"),
    /** The same dates a year before. */
    LAST_YEAR("last-year");

    private final String key;

    Comparison(String key) {
        this.key = key;
    }

    /** As in a URL. */
    public String key() {
        return key;
    }
}
