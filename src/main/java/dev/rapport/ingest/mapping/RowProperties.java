package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Gathers what is kept of a row as JSON: columns under their own names, and fields that few rows have. */
final class RowProperties {
    private static final String FIELD = "properties";

    private final FactType target;
    private final List<String> names;
    private final int[] columns;
    private final int[] fields;
    private final Set<String> nullWords;

    /** @param column the position of a column */
    RowProperties(FactType target, Mapping mapping, ToIntFunction<String> column, Set<String> nullWords) {
        this.target = target;
        this.names = mapping.properties();
        this.columns = names.stream().mapToInt(column).toArray();
        this.fields = target.properties().stream().mapToInt(target::position).toArray();
        this.nullWords = nullWords;
    }

    void keep(MappedRow row, List<String> cells) {
        if (!target.has(FIELD)) {
            return;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            String text = cells.get(columns[i]).strip();
            if (!text.isEmpty() && !nullWords.contains(text)) {
                kept.put(names.get(i), text);
            }
        }
        for (int field : fields) {
            String value = row.value(field);
            if (value != null) {
                kept.put(target.fields().get(field).key(), value);
            }
        }
        if (!kept.isEmpty() || columns.length > 0) {
            row.set(FIELD, MappingJson.object(kept));
        }
    }
}
