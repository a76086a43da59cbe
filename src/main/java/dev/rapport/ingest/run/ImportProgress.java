package dev.rapport.ingest.run;

/**
 * Holds how far an import has come: bytes, rows, rejected rows, notes and skipped lines.
 *
 * @param bytes of the uploaded file
 * @param rows read, without those left out
 * @param passed lines that are no rows
 */
record ImportProgress(long bytes, long rows, long rejected, long leftOut, long notes, long passed) {}
