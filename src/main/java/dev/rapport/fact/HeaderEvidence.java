package dev.rapport.fact;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Holds a file's header beside what was found in it.
 *
 * @param columns of the fields that were found, by the field's key; empty for a field that has a value without a column
 * @param header names of all columns
 */
public record HeaderEvidence(Map<String, List<String>> columns, List<String> header) {
    /** Points of what only rows of one type have. */
    public static final int STRONG = 8;
    /** Points of what rows of one type have mostly. */
    public static final int WEAK = 4;

    public boolean has(String field) {
        return columns.containsKey(field);
    }

    public List<String> columns(String field) {
        return columns.getOrDefault(field, List.of());
    }

    /** Whether the name of any column has it. */
    public boolean names(Pattern pattern) {
        return header.stream().anyMatch(name -> pattern.matcher(name).find());
    }
}
