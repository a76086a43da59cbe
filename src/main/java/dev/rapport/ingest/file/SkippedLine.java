package dev.rapport.ingest.file;

import java.util.List;

/** Holds a skipped line: one that belongs to the file's frame, not to its rows, and is neither stored nor rejected. */
public record SkippedLine(long line, Why why, List<String> fields) {
    /** What it is. */
    public enum Why {
        /** Before the header: a title, a period. */
        TITLE,
        /** The header, in one line or several. */
        HEADER,
        /** Begins with #. */
        COMMENT,
        /** After the last row. */
        FOOTER,
        /** A total of other rows. */
        TOTAL,
        /** Of a second table with other columns. */
        OTHER_TABLE
    }
}
