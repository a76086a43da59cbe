package dev.rapport.ingest.store;

import dev.rapport.db.SqlFile;
import dev.rapport.fact.FactTable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Stores which rows of earlier imports were replaced, with the values that changed, for the report. */
final class Replacements {
    /** The count of them is exact, the list is bounded. */
    private static final int KEPT = 100_000;

    private static final Pattern FIELD = Pattern.compile("\\bs\\.f_(\\w+)");

    private Replacements() {}

    static void keep(Handle handle, FactTable fact, int importId) {
        handle.execute(
                SqlFile.of("ingest/keep_replaced_rows")
                        .formatted(fact.name(), values(fact, "former"), values(fact, "fresh"), KEPT),
                importId);
    }

    /** What a fact says, by the fields of its target. */
    private static String values(FactTable fact, String row) {
        StringBuilder pairs = new StringBuilder("jsonb_build_object(");
        String comma = "";
        for (var column : fact.columns().entrySet()) {
            String value = row + "." + column.getKey();
            switch (column.getKey()) {
                case "visitor_id" ->
                    pairs.append(comma)
                            .append("'customer', (select substr(key, 3) from visitor where id = ")
                            .append(value)
                            .append(')');
                case "channel_id" ->
                    pairs.append(comma)
                            .append("'channel', (select name from channel where id = ")
                            .append(value)
                            .append(')');
                case "survey_id", "order_key" -> {
                    continue;
                }
                default ->
                    pairs.append(comma)
                            .append('\'')
                            .append(field(column.getKey(), column.getValue()))
                            .append("', ")
                            .append(value);
            }
            comma = ", ";
        }
        return pairs.append(')').toString();
    }

    private static String field(String column, String filledBy) {
        Matcher field = FIELD.matcher(filledBy);
        return field.find() ? field.group(1) : column;
    }
}
