package dev.rapport.fact;

/** Names the kinds of a field: what its text must be, and its type in the database. */
public enum FieldKind {
    /** A number or code that names something; never calculated with. */
    ID("text"),
    TEXT("text"),
    WHOLE("bigint"),
    DECIMAL("numeric"),
    MOMENT("timestamptz"),
    DAY("date"),
    TRUTH("boolean"),
    /** One of few words; stored as the word's value. */
    CHOICE("text"),
    JSON("jsonb");

    private final String type;

    FieldKind(String type) {
        this.type = type;
    }

    /** The column's type where rows wait to be stored. */
    public String type() {
        return type;
    }
}
