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

    private final FactOutline outline;
    private final Map<String, Integer> positions = new HashMap<>();

    protected FactType(FactOutline outline) {
        this.outline = outline;
        outline.fields.forEach(field -> positions.put(field.key(), positions.size()));
    }

    /** By which mappings, the API and message bundles name it; stored. */
    public final String key() {
        return outline.key;
    }

    public final List<FactField> fields() {
        return outline.fields;
    }

    /** Where its rows are kept; empty for those that are brought to several tables, on another {@link #storagePath}. */
    public final Optional<FactTable> table() {
        return Optional.ofNullable(outline.table);
    }

    /** How its rows come to where they are kept. */
    public final StoragePath storagePath() {
        return outline.storagePath;
    }

    /** Whether a row is about somebody. */
    public final PersonRule person() {
        return outline.person;
    }

    /** The field that dates what a row says of a person. */
    public final Optional<String> at() {
        return outline.at;
    }

    /** With what a row is recognised when no key is mapped: the first of these sets that is mapped whole. */
    public final List<List<String>> keyFields() {
        return outline.keyFields;
    }

    /** What a key that comes again means, until somebody says otherwise. */
    public final KeyRepeat repeat() {
        return outline.repeat;
    }

    /** What is checked of a row, once it is {@link #complete}, with knowledge of the whole file. */
    public final WholeFileRule wholeFileRule() {
        return outline.wholeFileRule;
    }

    /** Checks a row as a whole and works out what follows from it. */
    public void complete(FactRow row) {}

    /** Keys of the fields that tell it from the others, when nobody has said what a file's rows are. */
    public final Set<String> telling() {
        return outline.telling;
    }

    /** What the names of columns say for it, or against it, whether or not a field takes them. */
    public int evidence(HeaderEvidence file) {
        return 0;
    }

    /** Whether its columns come with something before or behind their names: {@code Ticket created - Date}. */
    public final boolean isVaried() {
        return outline.varied;
    }

    /** Keys of the fields that are kept under their names among a row's properties. */
    public final List<String> properties() {
        return outline.properties;
    }

    /** What it adds to the measures of its family. */
    public final List<MeasureSource> measures() {
        return outline.measures;
    }

    /** The list of its rows; empty where its room has selects of its own. */
    public final Optional<RowList> rows() {
        return Optional.ofNullable(outline.rows);
    }

    /** Its line in a customer's timeline; empty where it has none. */
    public final Optional<TimelineLine> timeline() {
        return Optional.ofNullable(outline.timeline);
    }

    /** Keys of the metrics to look at once it is imported. */
    public final List<String> figures() {
        return outline.figures;
    }

    /** The downloads of its rows that can be brought in again. */
    public final List<OwnFile> ownFiles() {
        return outline.ownFiles;
    }

    /** The download that has exactly these columns. */
    public final Optional<OwnFile> ownFile(List<String> header) {
        return ownFiles().stream().filter(file -> file.columns().equals(header)).findFirst();
    }

    public final int position(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            throw new IllegalArgumentException(key() + " has no field " + field);
        }
        return position;
    }

    public final boolean has(String field) {
        return positions.containsKey(field);
    }

    public final FactField field(String field) {
        return fields().get(position(field));
    }

    public final List<FactField> mappable() {
        return fields().stream().filter(field -> !field.derived()).toList();
    }
}
