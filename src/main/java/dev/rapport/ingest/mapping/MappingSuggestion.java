package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MomentFormat.Guess;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suggests what a file's columns mean, by their names and first values. */
public final class MappingSuggestion {
    /** What tools write with a unit, a zone or a currency in the names of its columns. */
    private MappingSuggestion() {}

    /** The target that the columns tell of most, told or not. */
    public static FactType target(UploadSample sample) {
        return claimed(sample).orElseGet(() -> most(FactTypes.all(), sample).orElseThrow());
    }

    /** The target that the columns tell of most; empty when they tell of none. */
    public static Optional<FactType> claimed(UploadSample sample) {
        List<String> header = sample.header().names();
        return FactTypes.ofOwnFile(header)
                .or(() -> most(
                        FactTypes.all().stream()
                                .filter(target -> Likelihood.claims(target, columns(target, sample), header))
                                .toList(),
                        sample));
    }

    private static Optional<FactType> most(List<FactType> targets, UploadSample sample) {
        List<String> header = sample.header().names();
        return targets.stream()
                .max(Comparator.comparingInt(target -> Likelihood.of(target, columns(target, sample), header)));
    }

    /** A mapping of the target to begin with. */
    public static Mapping mapping(FactType target, UploadSample sample, String zone) {
        Optional<Mapping> own = OwnFileMapping.of(target, sample, zone);
        if (own.isPresent()) {
            return own.get();
        }
        Map<String, Binding> columns = columns(target, sample);
        NetworkSuggestion.add(target, sample, columns);
        ticket(target, columns);
        Mapping begun = new Mapping(
                target.key(),
                null,
                zone(target, columns).or(() -> sample.frame().zone()).orElse(zone),
                null,
                nullWords(sample),
                null,
                columns,
                TraitSuggestion.of(target, columns, sample),
                List.of(),
                ScoreSuggestion.withoutPreviews(target, sample),
                null,
                Map.of());
        return complete(withNothings(target, begun, sample), sample, zone);
    }

    /** Answers that a helpdesk numbers by their ticket are about that ticket. */
    private static void ticket(FactType target, Map<String, Binding> columns) {
        Binding key = columns.get(FactType.KEY);
        if (key == null || !target.key().equals("responses") || columns.containsKey("ticket")) {
            return;
        }
        List<String> headers = target.field("ticket").synonyms();
        if (key.columns().stream().map(FactField::simple).anyMatch(headers::contains)) {
            columns.put("ticket", key);
        }
    }

    /** With what stands for nothing in the columns of numbers and dates; a number that does so only for its field. */
    private static Mapping withNothings(FactType target, Mapping begun, UploadSample sample) {
        ColumnEvidence evidence = ColumnEvidence.of(target, begun, sample);
        Map<String, Binding> fields = new LinkedHashMap<>(begun.fields());
        for (String field : evidence.dateFields()) {
            boolean counted = evidence.dates(field)
                    .flatMap(DateVotes::guess)
                    .filter(guess -> guess.format().isCounted())
                    .isPresent();
            if (counted && evidence.dates(field).orElseThrow().hasZeros()) {
                fields.computeIfPresent(field, (key, binding) -> binding.withValues(Map.of("0", "")));
            }
        }
        Set<String> words = new LinkedHashSet<>(begun.nullWords());
        words.addAll(evidence.nothings());
        return begun.withFields(fields).withNullWords(List.copyOf(words));
    }

    /** The zone that the columns of times name. */
    private static Optional<String> zone(FactType target, Map<String, Binding> columns) {
        return columns.entrySet().stream()
                .filter(entry -> target.field(entry.getKey()).kind() == FieldKind.MOMENT)
                .flatMap(entry -> entry.getValue().columns().stream())
                .flatMap(column -> HeaderName.zone(column).stream())
                .findFirst();
    }

    /** Each column serves one field; exact names first, then names that contain one. */
    private static Map<String, Binding> columns(FactType target, UploadSample sample) {
        Map<String, Binding> bindings = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (FactField field : target.mappable()) {
            for (String synonym : field.synonyms()) {
                Optional<String> column = sample.header().names().stream()
                        .filter(name -> !taken.contains(name)
                                && (FactField.simple(name).equals(synonym)
                                        || FactField.simple(Currencies.bare(name))
                                                .equals(synonym)))
                        .findFirst();
                if (column.isPresent() && fits(field, column.get(), sample)) {
                    bindings.put(field.key(), Binding.column(column.get()));
                    taken.add(column.get());
                    break;
                }
            }
        }
        mailAsMail(bindings, sample);
        if (target.isVaried()) {
            variants(target, bindings, taken, sample);
        }
        if (target.wholeFileRule() == WholeFileRule.SURVEY_SCORE) {
            ScoreSuggestion.add(bindings, taken, sample);
        }
        if (target.wholeFileRule() == WholeFileRule.TICKET_TIMES) {
            TicketSuggestion.add(bindings, taken, sample);
        }
        MoneySuggestion.complete(target, bindings, taken, sample);
        return bindings;
    }

    /** Who is named by an e-mail address is known by it, whatever the column is called. */
    private static void mailAsMail(Map<String, Binding> bindings, UploadSample sample) {
        Binding customer = bindings.get(FactType.CUSTOMER);
        if (customer == null || bindings.containsKey(FactType.EMAIL)) {
            return;
        }
        List<String> texts = texts(customer.columns().get(0), sample);
        if (!texts.isEmpty() && texts.stream().allMatch(text -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))) {
            bindings.put(FactType.EMAIL, customer);
            bindings.remove(FactType.CUSTOMER);
        }
    }

    /** Names with something before or behind what they name: {@code Ticket created - Date}, {@code Started at (UTC)}. */
    private static void variants(
            FactType target, Map<String, Binding> bindings, Set<String> taken, UploadSample sample) {
        for (FactField field : target.mappable()) {
            if (bindings.containsKey(field.key()) || field.key().equals(FactType.KEY)) {
                continue;
            }
            field.synonyms().stream()
                    .flatMap(synonym -> sample.header().names().stream()
                            .filter(name -> !taken.contains(name) && HeaderName.means(name, synonym)))
                    .filter(name -> fits(field, name, sample))
                    .findFirst()
                    .ifPresent(name -> {
                        bindings.put(field.key(), Binding.column(name));
                        taken.add(name);
                    });
        }
    }

    /** A column of words is no date, whatever it is called; nor is a column of people's names one of order numbers. */
    private static boolean fits(FactField field, String column, UploadSample sample) {
        List<String> texts = texts(column, sample);
        if (texts.isEmpty()) {
            return true;
        }
        Optional<Boolean> money = MoneySuggestion.fits(field, column, texts);
        if (money.isPresent()) {
            return money.get();
        }
        return switch (field.kind()) {
            case MOMENT, DAY -> MomentFormat.guess(texts).isPresent() || looksLikeDates(texts);
            case WHOLE, DECIMAL ->
                field.key().equals("score") && ScoreSuggestion.isScored(column, sample)
                        || texts.stream()
                                        .filter(text ->
                                                DecimalStyle.POINT.parse(text).isPresent()
                                                        || DecimalStyle.COMMA
                                                                .parse(text)
                                                                .isPresent())
                                        .count()
                                > texts.size() / 2;
            case CHOICE -> !field.key().equals(TicketStates.field().key()) || TicketStates.isIn(column, texts);
            case ID ->
                !FactField.simple(column).equals("name")
                        || texts.stream().allMatch(text -> text.chars().anyMatch(Character::isDigit));
            default -> true;
        };
    }

    /** Dates in a way of writing that is not known are mapped all the same, so that they are seen. */
    static boolean looksLikeDates(List<String> texts) {
        return texts.stream().filter(DateVotes::looksLikeDate).count() * 2 > texts.size();
    }

    /** Fills in what the mapping leaves open: how the file is written, the decimal sign and date format of each column. */
    public static Mapping complete(Mapping mapping, UploadSample sample, String reportingZone) {
        Map<String, Binding> fields = new LinkedHashMap<>(mapping.fields());
        FactTypes.named(mapping.target()).ifPresent(target -> {
            ColumnEvidence evidence = ColumnEvidence.of(target, mapping, sample);
            evidence.dateFields()
                    .forEach(field -> fields.computeIfPresent(
                            field, (key, binding) -> dated(field, binding, mapping, evidence, sample)));
            if (DecimalStyle.of(mapping.decimal()).isEmpty()) {
                evidence.numberFields()
                        .forEach(field -> fields.computeIfPresent(
                                field, (key, binding) -> signed(field, binding, mapping, evidence)));
            }
        });
        return ScaleQuestions.withScales(ScoreSuggestion.withWords(mapping.withFields(fields), sample), sample)
                .withReading(Mapping.Reading.of(sample.dialect()))
                .withZoneAndDecimal(
                        mapping.zone() == null || mapping.zone().isBlank() ? reportingZone : mapping.zone(),
                        mapping.decimal());
    }

    private static Binding dated(
            String field, Binding binding, Mapping mapping, ColumnEvidence evidence, UploadSample sample) {
        Optional<MomentFormat> answer = FormQuestions.order(binding, mapping);
        Optional<MomentFormat> said = answer.isPresent() ? answer : Optional.ofNullable(binding.format());
        return said.or(() -> evidence.format(field, sample))
                .map(binding::withFormat)
                .orElse(binding);
    }

    /** What the column's cells say counts more than what was kept for a file of the same kind. */
    private static Binding signed(String field, Binding binding, Mapping mapping, ColumnEvidence evidence) {
        return FormQuestions.decimal(binding, mapping)
                .or(() -> evidence.style(field).map(style -> String.valueOf(style.sign())))
                .map(binding::withDecimal)
                .orElse(binding);
    }

    /** With the likelier format where the order of day and month is still asked: for showing rows, never for storing them. */
    public static Mapping likely(Mapping mapping, UploadSample sample) {
        Map<String, Binding> fields = new LinkedHashMap<>(mapping.fields());
        fields.replaceAll((field, binding) -> binding.format() != null
                ? binding
                : guess(field, mapping, sample)
                        .map(guess -> binding.withFormat(guess.format()))
                        .orElse(binding));
        return mapping.withFields(fields);
    }

    /** What the first values say of a binding's dates. */
    public static Optional<Guess> guess(String field, Mapping mapping, UploadSample sample) {
        return FactTypes.named(mapping.target())
                .flatMap(target -> ColumnEvidence.of(target, mapping, sample).dates(field))
                .flatMap(DateVotes::guess);
    }

    static final int MOST_TEXTS = 500;

    static List<String> texts(String column, UploadSample sample) {
        int position = sample.header().position(column).orElse(0);
        return sample.rows().stream()
                .filter(row -> row.size() > position)
                .map(row -> row.get(position).strip())
                .filter(text -> !text.isEmpty() && !NothingWords.isWord(text))
                .limit(MOST_TEXTS)
                .toList();
    }

    /** Words for "nothing" that stand in the file. */
    private static List<String> nullWords(UploadSample sample) {
        return sample.rows().stream()
                .flatMap(List::stream)
                .map(String::strip)
                .filter(NothingWords::isWord)
                .distinct()
                .sorted()
                .toList();
    }
}
