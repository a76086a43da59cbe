package dev.rapport.ingest.mapping;

import dev.rapport.fact.RejectReason;

/**
 * Describes what is wrong with a row.
 *
 * @param column the column's name in the file, or the field's key when no column is mapped to it
 */
public record RowProblem(String field, String column, String value, RejectReason reason) {}
