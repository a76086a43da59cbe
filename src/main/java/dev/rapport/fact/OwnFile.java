package dev.rapport.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the columns of a download whose rows can be brought in again as facts of a type. A file with exactly these is one of ours.
 *
 * @param columns of the file, all of them, in their order
 * @param fields of the type, each with the column that it is taken from
 */
public record OwnFile(List<String> columns, Map<String, String> fields) {
    private static final String TAKEN_AS = ">";

    /**
     * @param columns between blanks: {@code reopened} is the field of that name, {@code at>created} another, {@code lines>} none,
     *     as it follows from the others
     */
    static OwnFile of(String columns) {
        List<String> names = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String column : columns.strip().split("\\s+")) {
            int end = column.indexOf(TAKEN_AS);
            String name = end < 0 ? column : column.substring(0, end);
            String field = end < 0 ? column : column.substring(end + 1);
            names.add(name);
            if (!field.isEmpty()) {
                fields.put(field, name);
            }
        }
        return new OwnFile(List.copyOf(names), fields);
    }
}
