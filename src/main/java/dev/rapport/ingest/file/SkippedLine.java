package dev.rapport.ingest.file;

import java.util.List;

/** A line of a file that belongs to its frame, not to its rows: neither stored nor rejected. */
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
