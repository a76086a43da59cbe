package dev.rapport.ingest.file;

/** Names the reasons why a whole file is not taken. Words for people are in the message bundle. */
public enum Refusal {
    EMPTY,
    BINARY,
    SPREADSHEET,
    OTHER_FORMAT,
    JSON,
    MARKUP,
    NESTED_ARCHIVE,
    NO_TABLE_IN_ARCHIVE,
    DAMAGED_ARCHIVE,
    CUT_OFF_ARCHIVE,
    WRONG_CHECKSUM,
    WRONG_SIZE,
    ENCRYPTED_ARCHIVE,
    TOO_MANY_FILES,
    UNPACKS_TOO_BIG,
    /** Unpacks to so many times its size as no table does. */
    BOMB,
    TOO_MANY_COLUMNS,
    TOO_MANY_VALUES,
    /** For the answers to a survey: that is no scale. */
    TOO_MANY_WORDS,
    /** A survey that has answers counts them otherwise than the mapping says. */
    COUNTS_OTHERWISE,
    NO_HEADER,
    COLUMN_MISSING,
    UNKNOWN_CHARSET,
    MAPPING,
    QUESTIONS,
    ALL_REJECTED,
    TOO_BIG,
    NO_SPACE,
    DATABASE_FULL,
    FILE_GONE,
    /** Never mapped, until the file was removed. */
    EXPIRED,
    STOPPED,
    TROUBLE
}
