package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FieldKind;
import dev.rapport.ingest.file.TableHeader;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.MomentFormat.Guess;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gathers what the cells of number and date columns say of their signs and their order of day and month. The cells are
 * those of the sample and, where these do not tell, those of the whole file.
 */
final class ColumnEvidence {
    private static final int ENOUGH_OF_OTHERS = 500;
    private static final int MOST_NOTHINGS = 20;

    private final FactType target;
    private final Mapping mapping;
    private final Map<String, DecimalVotes> numbers = new LinkedHashMap<>();
    private final Map<String, DateVotes> dates = new LinkedHashMap<>();
    private final Set<String> nothings = new LinkedHashSet<>();
    private final ZoneId zone;

    private ColumnEvidence(FactType target, Mapping mapping) {
        this.target = target;
        this.mapping = mapping;
        this.zone = zone(mapping);
        mapping.fields().forEach((key, binding) -> {
            if (binding != null
                    && !binding.columns().isEmpty()
                    && target.has(key)
                    && !target.field(key).derived()) {
                if (isNumber(target.field(key))) {
                    numbers.put(key, new DecimalVotes());
                } else if (isDate(target.field(key))) {
                    dates.put(key, new DateVotes());
                }
            }
        });
    }

    private static ZoneId zone(Mapping mapping) {
        try {
            return ZoneId.of(String.valueOf(mapping.zone()));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    static boolean isNumber(FactField field) {
        return field.kind() == FieldKind.DECIMAL || field.kind() == FieldKind.WHOLE;
    }

    static boolean isDate(FactField field) {
        return field.kind() == FieldKind.MOMENT || field.kind() == FieldKind.DAY;
    }

    static ColumnEvidence of(FactType target, Mapping mapping, UploadSample sample) {
        Map<String, List<Object>> bound = new HashMap<>();
        mapping.fields()
                .forEach((key, binding) -> bound.put(
                        key, List.of(binding.columns(), binding.values().keySet())));
        return sample.remembered(
                List.of(target.key(), bound, Set.copyOf(mapping.nullWords())), () -> gather(target, mapping, sample));
    }

    private static ColumnEvidence gather(FactType target, Mapping mapping, UploadSample sample) {
        ColumnEvidence head = new ColumnEvidence(target, mapping);
        Cells cells = head.cells(sample.header());
        sample.rows().forEach(cells::add);
        if (sample.isWhole() || !head.isUndecided()) {
            return head;
        }
        ColumnEvidence all = new ColumnEvidence(target, mapping);
        Map<TableHeader, Cells> tables = new HashMap<>();
        sample.eachRow(
                (header, row) -> tables.computeIfAbsent(header, all::cells).add(row));
        return all;
    }

    /** Whole numbers without signs are the same in both styles, and a sign among them can be read cell by cell. */
    private boolean isUndecided() {
        boolean numbersAre = numbers.entrySet().stream()
                .anyMatch(entry -> isWhole(entry.getKey())
                        ? entry.getValue().isOpen(true)
                        : entry.getValue().style(false).isEmpty());
        return numbersAre || dates.values().stream().anyMatch(DateVotes::isUndecided) || !nothings.isEmpty();
    }

    private boolean isWhole(String field) {
        return target.field(field).kind() == FieldKind.WHOLE;
    }

    private Cells cells(TableHeader header) {
        return new Cells(header);
    }

    /** Hands the cells of one table to the votes of their fields. */
    private final class Cells {
        private final Map<String, int[]> positions = new LinkedHashMap<>();

        Cells(TableHeader header) {
            for (Map<String, ?> votes : List.of(numbers, dates)) {
                for (String field : votes.keySet()) {
                    int[] columns = binding(field).columns().stream()
                            .mapToInt(column -> header.position(column).orElse(-1))
                            .filter(position -> position >= 0)
                            .toArray();
                    positions.put(field, columns);
                }
            }
        }

        void add(List<String> row) {
            positions.forEach((field, columns) -> {
                String text = text(row, columns);
                if (!text.isEmpty() && !isNothing(field, text)) {
                    DateVotes date = dates.get(field);
                    if (NothingWords.isWord(text) || date != null && NothingWords.isNoDate(text, zone)) {
                        noteNothing(text);
                    } else if (date != null) {
                        date.add(text);
                    } else {
                        Objects.requireNonNull(numbers.get(field)).add(text);
                    }
                }
            });
        }

        private static String text(List<String> row, int[] columns) {
            if (columns.length == 1) {
                return columns[0] < row.size() ? row.get(columns[0]).strip() : "";
            }
            StringBuilder text = new StringBuilder();
            for (int column : columns) {
                text.append(column < row.size() ? row.get(column).strip() : "").append(' ');
            }
            return text.toString().strip();
        }
    }

    private void noteNothing(String text) {
        if (nothings.size() < MOST_NOTHINGS) {
            nothings.add(text);
        }
    }

    /** What stands for nothing in those columns, and is not among the mapping's words for it. */
    Set<String> nothings() {
        return nothings;
    }

    private boolean isNothing(String field, String text) {
        return mapping.nullWords().contains(text) || binding(field).values().containsKey(text);
    }

    private Binding binding(String field) {
        return mapping.fields().getOrDefault(field, Binding.column());
    }

    /** The style of a field's numbers, by its own cells or, where they are open, by those of the other fields. */
    Optional<DecimalStyle> style(String field) {
        Optional<DecimalStyle> own = ownStyle(field);
        if (own.isPresent() || !isOpen(field)) {
            return own;
        }
        Set<DecimalStyle> others = numbers.keySet().stream()
                .flatMap(other -> ownStyle(other).stream())
                .collect(Collectors.toSet());
        return others.size() == 1 ? others.stream().findFirst() : Optional.empty();
    }

    private Optional<DecimalStyle> ownStyle(String field) {
        DecimalVotes votes = numbers.get(field);
        return votes == null ? Optional.empty() : votes.style(isWhole(field));
    }

    /** Whether the field has numbers that mean another one in the other style, and its column does not say which. */
    boolean isOpen(String field) {
        DecimalVotes votes = numbers.get(field);
        return votes != null && votes.isOpen(isWhole(field));
    }

    String openExample(String field) {
        DecimalVotes votes = numbers.get(field);
        return votes == null ? "" : votes.example();
    }

    Set<String> numberFields() {
        return numbers.keySet();
    }

    Set<String> dateFields() {
        return dates.keySet();
    }

    Optional<DateVotes> dates(String field) {
        return Optional.ofNullable(dates.get(field));
    }

    /** The format of a field's dates; where day and month could be either, the file's other dates decide. */
    Optional<MomentFormat> format(String field, UploadSample sample) {
        Optional<Guess> guess = dates(field).flatMap(DateVotes::guess);
        if (guess.isEmpty() || !guess.get().ambiguous()) {
            return guess.map(Guess::format);
        }
        Set<MomentFormat> others = sample.header().names().stream()
                .flatMap(
                        column -> MomentFormat.guess(MappingSuggestion.texts(column, sample).stream()
                                        .limit(ENOUGH_OF_OTHERS)
                                        .toList())
                                .stream())
                .filter(ColumnEvidence::isDecided)
                .map(Guess::format)
                .collect(Collectors.toSet());
        dates.values().stream()
                .flatMap(votes -> votes.guess().stream())
                .filter(ColumnEvidence::isDecided)
                .forEach(other -> others.add(other.format()));
        return others.size() == 1 ? others.stream().findFirst() : Optional.empty();
    }

    private static boolean isDecided(Guess guess) {
        return !guess.ambiguous() && (guess.format() == MomentFormat.DMY || guess.format() == MomentFormat.MDY);
    }
}
