package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.voice.AnswerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binds a field to what it comes from: columns of the file, or a constant.
 *
 * @param position of the field in a row
 * @param name of its columns, for people
 * @param values what is put in place of what is written; {@code *} stands for all others
 */
record BoundField(
        FactField field,
        int position,
        int[] columns,
        String name,
        @Nullable String constant,
        Map<String, String> values,
        MomentFormat format,
        ValueReader reader) {
    /** As the hint beside the replacements writes it. */
    private static final String NOTHING = "(nothing)";

    boolean isConstant() {
        return columns.length == 0;
    }

    String raw(List<String> cells) {
        if (isConstant()) {
            return constant == null ? "" : constant;
        }
        if (columns.length == 1) {
            return cells.get(columns[0]);
        }
        List<String> parts = new ArrayList<>();
        for (int column : columns) {
            parts.add(
                    field.key().equals(FactType.KEY)
                            ? ValueReader.id(cells.get(column).strip())
                            : cells.get(column).strip());
        }
        return String.join(field.key().equals(FactType.KEY) ? "|" : " ", parts);
    }

    /** What is put in place of what is written; null when that stays. */
    @Nullable
    String mapped(String text) {
        if (values.isEmpty() || isConstant()) {
            return null;
        }
        String plain = ValueReader.id(text);
        for (String written : new String[] {text, plain, isScore(field) ? AnswerWords.key(text) : plain}) {
            if (values.containsKey(written)) {
                String value = values.get(written);
                return value == null || isNothing(value) ? "" : value.strip();
            }
        }
        return text.isEmpty() ? null : values.get("*");
    }

    static boolean isNothing(String value) {
        return value.isBlank() || value.strip().equals(NOTHING);
    }

    static boolean isScore(FactField field) {
        return field.key().equals("score");
    }

    /** Whether the text is a word for an answer that has a place of its own, and no number. */
    boolean isWorded(String text) {
        return isScore(field)
                && ScoreSuggestion.number(text).isEmpty()
                && AnswerFaults.isPlace(values.get(AnswerWords.key(text)));
    }
}
