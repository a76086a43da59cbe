package dev.rapport.ingest.mapping;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rows can become. A descriptor: reading, mapping, preview and storing are the same code for all.
 *
 * @param person whether a row is about somebody
 * @param at the field that dates what a row says of a person
 * @param keyFields with what a row is recognised when no key is mapped: the first of these sets that is mapped whole
 * @param repeat the rule to begin with
 * @param rule what holds between fields
 */
public record ImportTarget(
        String key,
        PersonRule person,
        Optional<String> at,
        List<List<String>> keyFields,
        KeyRepeat repeat,
        RowRule rule,
        List<FactField> fields,
        Map<String, Integer> positions) {
    public static final String CUSTOMER = "customer";
    public static final String EMAIL = "email";
    public static final String ANONYMOUS = "anonymous";
    public static final String KEY = "key";
    public static final String CHANNEL = "channel";
    /** In a set of key fields: whoever the row is about, by number, address or device. */
    public static final String PERSON = "person";

    /** Whether a row needs somebody. */
    public enum PersonRule {
        NEEDED,
        POSSIBLE,
        NONE
    }

    /** Checks a row as a whole and works out what follows from it. */
    public interface RowRule {
        RowRule NOTHING = row -> {};

        void apply(MappedRow row);
    }

    static ImportTarget of(
            String key,
            PersonRule person,
            Optional<String> at,
            List<List<String>> keyFields,
            KeyRepeat repeat,
            RowRule rule,
            List<FactField> fields) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            positions.put(fields.get(i).key(), i);
        }
        return new ImportTarget(
                key, person, at, keyFields, repeat, rule, List.copyOf(fields), Collections.unmodifiableMap(positions));
    }

    public int position(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            throw new IllegalArgumentException(key + " has no field " + field);
        }
        return position;
    }

    public boolean has(String field) {
        return positions.containsKey(field);
    }

    public FactField field(String field) {
        return fields.get(position(field));
    }

    public List<FactField> mappable() {
        return fields.stream().filter(field -> !field.derived()).toList();
    }
}
