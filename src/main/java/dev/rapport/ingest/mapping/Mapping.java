package dev.rapport.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.file.Dialect;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.UploadSample;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a file's columns mean. As JSON it is kept with a job or saved under a name, and taken by the API; what
 * is left out is found by looking at the file.
 *
 * @param zone of times without one; left out: the reporting zone
 * @param decimal {@code .} or {@code ,} in all columns; left out: each column has its own
 * @param nullWords what stands for "nothing", e.g. {@code ?}
 * @param fields by the target's field
 * @param properties columns kept with an event as they are
 * @param filter only rows in which it holds
 * @param source the tool and account the rows come from; left out: found by what they share with what is stored
 * @param answers to the questions that the file leaves open, by {@link ImportQuestion#key()}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mapping(
        String target,
        @Nullable Reading reading,
        @Nullable String zone,
        @Nullable String decimal,
        List<String> nullWords,
        @Nullable KeyRepeat repeat,
        Map<String, Binding> fields,
        List<TraitColumn> traits,
        List<String> properties,
        @Nullable RowFilter filter,
        @Nullable String source,
        Map<String, String> answers) {

    @SuppressWarnings("NullAway") // JSON may leave out anything
    public Mapping {
        target = Objects.requireNonNullElse(target, "");
        nullWords = nullWords == null
                ? List.of()
                : nullWords.stream().filter(Objects::nonNull).toList();
        fields = fields == null ? new LinkedHashMap<>() : new LinkedHashMap<>(fields);
        fields.values().removeIf(Objects::isNull);
        traits = traits == null ? List.of() : List.copyOf(traits);
        properties = properties == null ? List.of() : List.copyOf(properties);
        Map<String, String> said = new LinkedHashMap<>();
        if (answers != null) {
            answers.forEach((question, answer) -> {
                if (question != null && answer != null) {
                    said.put(question, answer);
                }
            });
        }
        answers = said;
    }

    /** Says nothing yet but what the rows are, and in which zone. */
    public static Mapping of(String target, @Nullable String zone) {
        return new Mapping(
                target, null, zone, null, List.of(), null, Map.of(), List.of(), List.of(), null, null, Map.of());
    }

    /** How the file is written, as far as said. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reading(
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String quote,
            @Nullable Boolean header) {
        public static Reading of(Dialect dialect) {
            return new Reading(
                    dialect.charset().name(),
                    String.valueOf(dialect.delimiter()),
                    dialect.quote() == 0 ? "none" : String.valueOf(dialect.quote()),
                    dialect.header());
        }
    }

    /**
     * Where a field's value comes from.
     *
     * @param columns one, or several to be put together (a date and a time; the parts of a key)
     * @param constant the same for all rows, when there are no columns
     * @param values in place of what is written; empty = nothing; {@code *} = all that is not listed
     * @param format of a date: {@code YMD}, {@code DMY}, {@code MDY}, {@code EPOCH_SECONDS}, {@code EPOCH_MILLIS},
     *     {@code EXCEL_SERIAL}
     * @param decimal of a number: {@code .} or {@code ,}; left out: what the mapping says, or what the column's cells tell
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Binding(
            List<String> columns,
            @Nullable String constant,
            Map<String, String> values,
            @Nullable MomentFormat format,
            @Nullable String decimal) {
        @SuppressWarnings("NullAway") // JSON may leave out anything
        public Binding {
            columns = columns == null ? List.of() : List.copyOf(columns);
            values = values == null ? Map.of() : new LinkedHashMap<>(values);
        }

        public static Binding column(String... names) {
            return new Binding(List.of(names), null, Map.of(), null, null);
        }

        public static Binding constant(String value) {
            return new Binding(List.of(), value, Map.of(), null, null);
        }

        public Binding withFormat(MomentFormat other) {
            return new Binding(columns, constant, values, other, decimal);
        }

        public Binding withValues(Map<String, String> others) {
            return new Binding(columns, constant, others, format, decimal);
        }

        public Binding withDecimal(String sign) {
            return new Binding(columns, constant, values, format, sign);
        }

        public boolean isEmpty() {
            return columns.isEmpty() && (constant == null || constant.isBlank());
        }
    }

    /**
     * A column that says something of the person.
     *
     * @param dated it holds from the row's moment on; else always
     * @param group make a segment group of it
     */
    public record TraitColumn(String column, String trait, boolean dated, boolean group) {}

    /** @param not take the rows that have none of the values */
    public record RowFilter(String column, List<String> values, boolean not) {
        @SuppressWarnings("NullAway") // JSON may leave out anything
        public RowFilter {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    public Optional<Binding> binding(String field) {
        Binding binding = fields.get(field);
        return binding == null || binding.isEmpty() ? Optional.empty() : Optional.of(binding);
    }

    public Mapping withFields(Map<String, Binding> others) {
        return new Mapping(
                target, reading, zone, decimal, nullWords, repeat, others, traits, properties, filter, source, answers);
    }

    public Mapping withNullWords(List<String> others) {
        return new Mapping(
                target, reading, zone, decimal, others, repeat, fields, traits, properties, filter, source, answers);
    }

    public Mapping withReading(Reading other) {
        return new Mapping(
                target, other, zone, decimal, nullWords, repeat, fields, traits, properties, filter, source, answers);
    }

    public Mapping withZoneAndDecimal(String otherZone, @Nullable String otherDecimal) {
        return new Mapping(
                target,
                reading,
                otherZone,
                otherDecimal,
                nullWords,
                repeat,
                fields,
                traits,
                properties,
                filter,
                source,
                answers);
    }

    public Mapping withTraits(List<TraitColumn> others) {
        return new Mapping(
                target, reading, zone, decimal, nullWords, repeat, fields, others, properties, filter, source, answers);
    }

    public Mapping withAnswers(Map<String, String> others) {
        return new Mapping(
                target, reading, zone, decimal, nullWords, repeat, fields, traits, properties, filter, source, others);
    }

    public Mapping withSource(@Nullable String other) {
        return new Mapping(
                target, reading, zone, decimal, nullWords, repeat, fields, traits, properties, filter, other, answers);
    }

    boolean isFromColumns(String field) {
        return binding(field).filter(binding -> !binding.columns().isEmpty()).isPresent();
    }

    /** Whether rows are told apart by all they say, so that one that has changed is another. */
    public boolean isKeyless(FactType to) {
        return RowIdentity.keyFields(to, this).isEmpty();
    }

    /**
     * What it means when a key comes again, as it can be meant: rows add up where figures have no key of their own, and a
     * key that is mapped is one.
     */
    public KeyRepeat repeats(FactType to) {
        boolean keyed = to.has(FactType.KEY) && isFromColumns(FactType.KEY);
        KeyRepeat said = repeat == null ? to.repeat() : repeat;
        if (to.repeat() == KeyRepeat.SUM) {
            return said == KeyRepeat.LAST && !keyed
                    ? KeyRepeat.SUM
                    : said == KeyRepeat.SUM && keyed ? KeyRepeat.LAST : said;
        }
        if (said == KeyRepeat.SUM) {
            return KeyRepeat.LAST;
        }
        return said == KeyRepeat.EACH && to.repeat() == KeyRepeat.EACH && keyed ? KeyRepeat.LAST : said;
    }

    /** What was answered to the question, whether or not it is one of its options. */
    public Optional<String> answer(ImportQuestion.Kind kind, String about) {
        return Optional.ofNullable(answers.get(ImportQuestion.key(kind, about)));
    }

    /** All answers to questions of a kind, by what they are about. */
    public Map<String, String> answers(ImportQuestion.Kind kind) {
        String prefix = ImportQuestion.key(kind, "");
        Map<String, String> said = new LinkedHashMap<>();
        answers.forEach((question, answer) -> {
            if (question.startsWith(prefix)) {
                said.put(question.substring(prefix.length()), answer);
            }
        });
        return said;
    }

    /** What it says of the file, for reading the sample. */
    public UploadSample.Wanted wanted() {
        UploadSample.Wanted wanted = reading == null ? UploadSample.Wanted.NOTHING : wanted(reading);
        return wanted.withTable(answer(ImportQuestion.Kind.TABLE, ""));
    }

    private static UploadSample.Wanted wanted(Reading reading) {
        String delimiter = Objects.requireNonNullElse(reading.delimiter(), "");
        String quote = Objects.requireNonNullElse(reading.quote(), "");
        boolean same = !delimiter.isEmpty() && startsWith(quote, delimiter.substring(0, 1)) && !quote.equals("none");
        if (same || startsWith(delimiter, "\"'\r\n\0") || !quote.equals("none") && startsWith(quote, ",;|\t\r\n\0")) {
            throw new RefusedException(Refusal.MAPPING, "reading");
        }
        return new UploadSample.Wanted(
                Optional.ofNullable(reading.charset())
                        .filter(name -> !name.isBlank())
                        .map(Mapping::charset),
                Optional.ofNullable(reading.delimiter())
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.equals("\\t") || text.equals("tab") ? '\t' : text.charAt(0)),
                Optional.ofNullable(reading.quote())
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.equals("none") ? (char) 0 : text.charAt(0)),
                Optional.ofNullable(reading.header()));
    }

    private static boolean startsWith(String text, String signs) {
        return !text.isEmpty() && signs.indexOf(text.charAt(0)) >= 0;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.UNKNOWN_CHARSET, name);
        }
    }
}
