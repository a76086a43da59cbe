package dev.rapport.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describes one kind of record: what its rows can say, where they are kept, by what they are known again and which days they
 * change. Importing, storing, taking back, counting and showing are the same code for all types. One class a type, in the room of
 * the fact, found by {@link FactTypes}.
 */
public abstract class FactType {
    public static final String CUSTOMER = "customer";
    public static final String EMAIL = "email";
    public static final String ANONYMOUS = "anonymous";
    public static final String KEY = "key";
    public static final String CHANNEL = "channel";
    /** In a set of key fields: whoever the row is about, by number, address or device. */
    public static final String PERSON = "person";

    private final String key;
    private final List<FactField> fields;
    private final Map<String, Integer> positions;

    /** @param key by which mappings, the API and message bundles name it; stored */
    protected FactType(String key, List<FactField> fields) {
        this.key = key;
        this.fields = List.copyOf(fields);
        Map<String, Integer> byKey = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            byKey.put(fields.get(i).key(), i);
        }
        this.positions = Map.copyOf(byKey);
    }

    public final String key() {
        return key;
    }

    public final List<FactField> fields() {
        return fields;
    }

    /** Where its rows are kept; empty for those that the importer brings to several tables: people and events. */
    public Optional<FactTable> table() {
        return Optional.empty();
    }

    /** Whether a row is about somebody. */
    public PersonRule person() {
        return PersonRule.POSSIBLE;
    }

    /** The field that dates what a row says of a person. */
    public Optional<String> at() {
        return Optional.of("at");
    }

    /** With what a row is recognised when no key is mapped: the first of these sets that is mapped whole. */
    public List<List<String>> keyFields() {
        return List.of(List.of(KEY));
    }

    /** What a key that comes again means, until somebody says otherwise. */
    public KeyRepeat repeat() {
        return KeyRepeat.LAST;
    }

    /** Checks a row as a whole and works out what follows from it. */
    public void complete(FactRow row) {}

    /** Keys of the fields that tell it from the others, when nobody has said what a file's rows are. */
    public Set<String> telling() {
        return Set.of();
    }

    /** Whether its columns come with something before or behind their names: {@code Ticket created - Date}. */
    public boolean isVaried() {
        return false;
    }

    /** What it adds to the measures of its family. */
    public List<MeasureSource> measures() {
        return List.of();
    }

    /** The list of its rows; empty where its room has selects of its own. */
    public Optional<RowList> rows() {
        return Optional.empty();
    }

    /** Its line in a customer's timeline; empty where it has none. */
    public Optional<TimelineLine> timeline() {
        return Optional.empty();
    }

    /** Keys of the metrics to look at once it is imported. */
    public List<String> figures() {
        return List.of();
    }

    public final int position(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            throw new IllegalArgumentException(key + " has no field " + field);
        }
        return position;
    }

    public final boolean has(String field) {
        return positions.containsKey(field);
    }

    public final FactField field(String field) {
        return fields.get(position(field));
    }

    public final List<FactField> mappable() {
        return fields.stream().filter(field -> !field.derived()).toList();
    }
}
