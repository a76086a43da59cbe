package dev.rapport.ingest.row;

/**
 * What is wrong with a row.
 *
 * @param column the column's name in the file, or the field's key when no column is mapped to it
 */
public record Problem(String field, String column, String value, Reason reason) {}
