package dev.rapport.ingest.file;

/** Describes a record that is no proper CSV, with the line it starts in. */
public record BadRecord(long line, Fault fault, String text) {
    /** What is wrong with its writing. */
    public enum Fault {
        QUOTES,
        NUL,
        BYTES,
        TOO_LONG,
        TOO_MANY_FIELDS
    }
}
