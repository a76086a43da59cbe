package dev.rapport.ingest.row;

import dev.rapport.ingest.file.Sample;
import dev.rapport.ingest.row.Mapping.Binding;
import dev.rapport.ingest.row.MomentFormat.Guess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file's columns probably mean, by their names and first values. */
public final class Suggestion {
    private Suggestion() {}

    /** The target that the columns tell of most. */
    public static Target target(Sample sample) {
        return Targets.all().stream()
                .max(Comparator.comparingInt(
                        target -> Likelihood.of(target, columns(target, sample).keySet())))
                .orElseThrow();
    }

    /** A mapping of the target to begin with. */
    public static Mapping mapping(Target target, Sample sample, String zone) {
        Map<String, Binding> columns = columns(target, sample);
        return complete(
                new Mapping(
                        target.key(),
                        null,
                        zone(target, columns).orElse(zone),
                        null,
                        nullWords(sample),
                        null,
                        columns,
                        TraitSuggestion.of(target, columns, sample),
                        List.of(),
                        null,
                        null,
                        Map.of()),
                sample,
                zone);
    }

    /** The zone that the columns of times name. */
    private static Optional<String> zone(Target target, Map<String, Binding> columns) {
        return columns.entrySet().stream()
                .filter(entry -> target.field(entry.getKey()).kind() == Kind.MOMENT)
                .flatMap(entry -> entry.getValue().columns().stream())
                .flatMap(column -> HeaderName.zone(column).stream())
                .findFirst();
    }

    /** Each column serves one field; exact names first, then names that contain one. */
    private static Map<String, Binding> columns(Target target, Sample sample) {
        Map<String, Binding> bindings = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Field field : target.mappable()) {
            for (String synonym : field.synonyms()) {
                Optional<String> column = sample.header().names().stream()
                        .filter(name -> !taken.contains(name)
                                && (Field.simple(name).equals(synonym)
                                        || Field.simple(Currencies.bare(name)).equals(synonym)))
                        .findFirst();
                if (column.isPresent() && fits(field, column.get(), sample)) {
                    bindings.put(field.key(), Binding.column(column.get()));
                    taken.add(column.get());
                    break;
                }
            }
        }
        mailAsMail(bindings, sample);
        if (target.key().equals("tickets")) {
            variants(target, bindings, taken, sample);
            TicketSuggestion.add(bindings, taken, sample);
        }
        MoneySuggestion.complete(target, bindings, taken, sample);
        return bindings;
    }

    /** Who is named by an e-mail address is known by it, whatever the column is called. */
    private static void mailAsMail(Map<String, Binding> bindings, Sample sample) {
        Binding customer = bindings.get(Target.CUSTOMER);
        if (customer == null || bindings.containsKey(Target.EMAIL)) {
            return;
        }
        List<String> texts = texts(customer.columns().get(0), sample);
        if (!texts.isEmpty() && texts.stream().allMatch(text -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))) {
            bindings.put(Target.EMAIL, customer);
            bindings.remove(Target.CUSTOMER);
        }
    }

    /** Names with something before or behind what they name: {@code Ticket created - Date}, {@code Started at (UTC)}. */
    private static void variants(Target target, Map<String, Binding> bindings, Set<String> taken, Sample sample) {
        for (Field field : target.mappable()) {
            if (bindings.containsKey(field.key()) || field.key().equals(Target.KEY)) {
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
    private static boolean fits(Field field, String column, Sample sample) {
        List<String> texts = texts(column, sample);
        if (texts.isEmpty()) {
            return true;
        }
        Optional<Boolean> money = MoneySuggestion.fits(field, column, texts);
        if (money.isPresent()) {
            return money.get();
        }
        return switch (field.kind()) {
            case MOMENT, DAY ->
                MomentFormat.guess(texts)
                        .or(() -> MomentFormat.guessMost(texts))
                        .isPresent();
            case WHOLE, DECIMAL ->
                texts.stream()
                                .filter(text -> DecimalStyle.POINT.parse(text).isPresent()
                                        || DecimalStyle.COMMA.parse(text).isPresent())
                                .count()
                        > texts.size() / 2;
            case CHOICE ->
                !field.key().equals(TicketStates.field().key()) || TicketStates.isIn(column, texts);
            case ID ->
                !Field.simple(column).equals("name")
                        || texts.stream().allMatch(text -> text.chars().anyMatch(Character::isDigit));
            default -> true;
        };
    }

    /** Fills in what the mapping leaves open: how the file is written, decimals, date formats. */
    public static Mapping complete(Mapping mapping, Sample sample, String reportingZone) {
        DecimalStyle decimals = DecimalStyle.of(sample.rows());
        Map<String, Binding> fields = new LinkedHashMap<>(mapping.fields());
        Optional<Target> target = Targets.named(mapping.target());
        for (var entry : mapping.fields().entrySet()) {
            Binding binding = entry.getValue();
            boolean dated = target.filter(t -> t.has(entry.getKey()))
                    .map(t -> t.field(entry.getKey()).kind())
                    .filter(kind -> kind == Kind.MOMENT || kind == Kind.DAY)
                    .isPresent();
            if (dated && binding.format() == null && !binding.columns().isEmpty()) {
                format(binding, mapping, sample)
                        .ifPresent(format -> fields.put(entry.getKey(), binding.withFormat(format)));
            }
        }
        return mapping.withFields(fields)
                .withReading(Mapping.Reading.of(sample.dialect()))
                .withZoneAndDecimal(
                        mapping.zone() == null || mapping.zone().isBlank() ? reportingZone : mapping.zone(),
                        mapping.decimal() == null ? String.valueOf(decimals.sign()) : mapping.decimal());
    }

    /** Where day and month could be either, the file's other dates decide. */
    private static Optional<MomentFormat> format(Binding binding, Mapping mapping, Sample sample) {
        Optional<Guess> guess = guess(binding, mapping, sample);
        if (guess.isEmpty() || !guess.get().ambiguous()) {
            return guess.map(Guess::format);
        }
        return mapping.fields().values().stream()
                .filter(other -> !other.columns().isEmpty())
                .flatMap(other -> guess(other, mapping, sample).stream())
                .filter(other -> !other.ambiguous()
                        && (other.format() == MomentFormat.DMY || other.format() == MomentFormat.MDY))
                .map(Guess::format)
                .findFirst()
                .or(() -> Optional.of(guess.get().format()));
    }

    /** What the first values say of a binding's dates. */
    public static Optional<Guess> guess(Binding binding, Mapping mapping, Sample sample) {
        List<String> texts = new ArrayList<>();
        for (List<String> row : sample.rows()) {
            List<String> parts = new ArrayList<>();
            for (String column : binding.columns()) {
                int position = sample.header().position(column).orElse(Integer.MAX_VALUE);
                parts.add(position < row.size() ? row.get(position).strip() : "");
            }
            String text = String.join(" ", parts).strip();
            if (!text.isEmpty()
                    && !mapping.nullWords().contains(text)
                    && !binding.values().containsKey(text)) {
                texts.add(text);
            }
        }
        // one broken date is a rejected row, not another format
        return MomentFormat.guess(texts).or(() -> MomentFormat.guessMost(texts));
    }

    static final int MOST_TEXTS = 500;

    static List<String> texts(String column, Sample sample) {
        int position = sample.header().position(column).orElse(0);
        return sample.rows().stream()
                .filter(row -> row.size() > position)
                .map(row -> row.get(position).strip())
                .filter(text -> !text.isEmpty() && !NULL_WORDS.contains(text))
                .limit(MOST_TEXTS)
                .toList();
    }

    private static final Set<String> NULL_WORDS =
            Set.of("?", "NA", "N/A", "n/a", "NULL", "null", "NaN", "nan", "None", "\\N", "-", "#N/A");

    /** Words for "nothing" that stand in the file. */
    private static List<String> nullWords(Sample sample) {
        return sample.rows().stream()
                .flatMap(List::stream)
                .map(String::strip)
                .filter(NULL_WORDS::contains)
                .distinct()
                .sorted()
                .toList();
    }
}
