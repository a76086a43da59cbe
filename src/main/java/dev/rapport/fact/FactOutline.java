package dev.rapport.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a fact type says of itself as plain data; what it leaves out is as most types have it. */
public final class FactOutline {
    final String key;
    final List<FactField> fields;

    @Nullable
    FactTable table;

    PersonRule person = PersonRule.POSSIBLE;
    Optional<String> at = Optional.of("at");
    List<List<String>> keyFields = List.of(List.of(FactType.KEY));
    KeyRepeat repeat = KeyRepeat.LAST;
    StoragePath storagePath = StoragePath.FACTS;
    WholeFileRule wholeFileRule = WholeFileRule.NONE;
    boolean varied;
    List<String> properties = List.of();
    Set<String> telling = Set.of();
    List<MeasureSource> measures = List.of();

    @Nullable
    RowList rows;

    @Nullable
    TimelineLine timeline;

    List<String> figures = List.of();
    List<OwnFile> ownFiles = List.of();

    private FactOutline(String key, List<FactField> fields) {
        this.key = key;
        this.fields = List.copyOf(fields);
    }

    /** @param key by which mappings, the API and message bundles name it; stored */
    public static FactOutline of(String key, List<FactField> fields) {
        return new FactOutline(key, fields);
    }

    /** Where its rows are kept; none for those that are brought to several tables, on another {@link #path}. */
    public FactOutline table(FactTable kept) {
        table = kept;
        return this;
    }

    /** How its rows come to where they are kept, if not as facts. */
    public FactOutline path(StoragePath other) {
        storagePath = other;
        return this;
    }

    /** Whether a row is about somebody. */
    public FactOutline person(PersonRule rule) {
        person = rule;
        return this;
    }

    /** The field that dates what a row says of a person. */
    public FactOutline at(String field) {
        at = Optional.of(field);
        return this;
    }

    /** No field dates what a row says of a person. */
    public FactOutline undated() {
        at = Optional.empty();
        return this;
    }

    /** With what a row is recognised when no key is mapped: the first of these sets that is mapped whole. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final FactOutline keyFields(List<String>... sets) {
        keyFields = List.of(sets);
        return this;
    }

    /** What a key that comes again means, until somebody says otherwise. */
    public FactOutline repeat(KeyRepeat rule) {
        repeat = rule;
        return this;
    }

    /** What is checked of its rows with knowledge of the whole file. */
    public FactOutline wholeFileRule(WholeFileRule rule) {
        wholeFileRule = rule;
        return this;
    }

    /** Keys of the fields that are kept under their names among a row's properties, as few rows have them. */
    public FactOutline asProperties(String... keys) {
        properties = List.of(keys);
        return this;
    }

    /** Its columns come with something before or behind their names: {@code Ticket created - Date}. */
    public FactOutline varied() {
        varied = true;
        return this;
    }

    /** Keys of the fields that tell it from the others, when nobody has said what a file's rows are. */
    public FactOutline telling(String... keys) {
        telling = Set.of(keys);
        return this;
    }

    /** What it adds to the measures of its family. */
    public FactOutline measures(List<MeasureSource> added) {
        measures = added;
        return this;
    }

    /** The list of its rows; none where its room has selects of its own. */
    public FactOutline rows(RowList list) {
        rows = list;
        return this;
    }

    /** Its line in a customer's timeline; none where it has none. */
    public FactOutline timeline(TimelineLine line) {
        timeline = line;
        return this;
    }

    /** The downloads of its rows that can be brought in again: their columns, as {@link OwnFile#of} reads them. */
    public FactOutline comesHome(String... files) {
        ownFiles = Stream.of(files).map(OwnFile::of).toList();
        return this;
    }

    /** Keys of the metrics to look at once it is imported. */
    public FactOutline figures(String... metrics) {
        figures = List.of(metrics);
        return this;
    }
}
