package dev.rapport.ingest;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.RowFilter;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.ingest.mapping.MomentFormat;
import dev.rapport.ingest.mapping.NothingWords;
import dev.rapport.voice.ScoreClasses;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts the mapping step's form to and from a mapping. A value that is none of those offered counts as not given.
 */
final class MappingForm {
    private static final String ANSWER = "answer.";
    private static final String COUNTS = "counts.";

    private final MultivaluedMap<String, String> form;

    MappingForm(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    Optional<String> one(String name) {
        // NUL is what PostgreSQL cannot keep.
        return Optional.ofNullable(form.getFirst(name))
                .map(text -> text.replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }

    Mapping mapping(FactType target) {
        Map<String, Binding> fields = new LinkedHashMap<>();
        for (FactField field : target.mappable()) {
            Binding binding = binding(field.key());
            if (!binding.isEmpty()) {
                fields.put(field.key(), binding);
            }
        }
        return new Mapping(
                target.key(),
                reading(),
                one("zone").orElse(null),
                one("decimal").orElse(null),
                one("nullWords").map(NothingWords::typed).orElse(List.of()),
                one("repeat")
                        .flatMap(name -> constant(KeyRepeat.values(), name))
                        .orElse(null),
                fields,
                traits(),
                all("properties"),
                filter(),
                source(),
                answers());
    }

    /** As long as nobody has changed what was suggested, the whole file decides. */
    private @Nullable String source() {
        Optional<String> chosen = one("source");
        return chosen.equals(one("source.suggested")) ? null : chosen.orElse(null);
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        form.keySet().stream()
                .filter(name -> name.startsWith(ANSWER))
                .forEach(name -> one(name).ifPresent(answer -> answers.put(name.substring(ANSWER.length()), answer)));
        form.keySet().stream()
                .filter(name -> name.startsWith(COUNTS) && name.endsWith(".survey"))
                .forEach(name -> classes(name.substring(0, name.length() - "survey".length()))
                        .ifPresent(line -> answers.put(
                                ImportQuestion.Kind.COUNTS_AS.name()
                                        + ':'
                                        + one(name).orElse(""),
                                line)));
        return answers;
    }

    /** What the scores of a survey count as, in one line; as long as nobody has changed what was suggested, its scale decides. */
    private Optional<String> classes(String prefix) {
        Map<String, String> ranges = new LinkedHashMap<>();
        Stream.concat(ScoreClasses.of("nps").stream(), ScoreClasses.of("csat").stream())
                .filter(name -> form.containsKey(prefix + name))
                .forEach(name -> ranges.put(name, one(prefix + name).orElse("")));
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(ScoreClasses.line(ranges))
                        .filter(line -> !one(prefix + "suggested").equals(Optional.of(line.strip())));
    }

    Mapping.Reading reading() {
        return new Mapping.Reading(
                one("charset").orElse(null),
                one("delimiter").orElse(null),
                one("quote").orElse(null),
                one("header").map(value -> value.equals("yes")).orElse(null));
    }

    private Binding binding(String field) {
        Map<String, String> values = new LinkedHashMap<>();
        one("values." + field)
                .ifPresent(text -> text.lines().forEach(line -> {
                    int equals = line.lastIndexOf('=');
                    if (equals > 0) {
                        String value = line.substring(equals + 1).strip();
                        // of a word for an answer with two places both are shown, as what is wrong
                        values.merge(
                                line.substring(0, equals).strip(),
                                value,
                                (one, again) ->
                                        field.equals("score") && !one.equals(again) ? one + " | " + again : again);
                    }
                }));
        return new Binding(
                all("column." + field),
                one("constant." + field).orElse(null),
                values,
                one("format." + field)
                        .flatMap(name -> constant(MomentFormat.values(), name))
                        .orElse(null),
                null);
    }

    private List<TraitColumn> traits() {
        List<String> columns = form.getOrDefault("trait.column", List.of());
        List<TraitColumn> traits = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isBlank()) {
                String name = at("trait.name", i);
                traits.add(new TraitColumn(
                        columns.get(i),
                        name.isBlank() ? columns.get(i) : name.strip(),
                        at("trait.dated", i).equals("yes"),
                        at("trait.group", i).equals("yes")));
            }
        }
        return traits;
    }

    private @Nullable RowFilter filter() {
        Optional<String> column = one("filter.column");
        return column.isEmpty()
                ? null
                : new RowFilter(
                        column.get(),
                        Arrays.stream(one("filter.values").orElse("").split("\\|"))
                                .map(String::strip)
                                .toList(),
                        one("filter.not").isPresent());
    }

    private String at(String name, int position) {
        List<String> values = form.getOrDefault(name, List.of());
        return position < values.size() ? values.get(position) : "";
    }

    private List<String> all(String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    /** The replacements as the form shows them. */
    static String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((from, to) -> text.append(from).append(" = ").append(to).append('\n'));
        return text.toString();
    }
}
