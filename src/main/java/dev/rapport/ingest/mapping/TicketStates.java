package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.support.HelpdeskStates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows the words by which helpdesks say whether a ticket is open, resolved, or none at all. */
public final class TicketStates {
    /** A column with more different values than this holds something else. */
    private static final int MOST = 40;

    private static final FactField FIELD = HelpdeskStates.FIELD;

    private static final List<String> ANSWERS =
            List.of(HelpdeskStates.OPEN, HelpdeskStates.RESOLVED, HelpdeskStates.NO_TICKET);

    private TicketStates() {}

    static FactField field() {
        return FIELD;
    }

    static boolean isKnown(String text) {
        return FIELD.choices().containsKey(FactField.simple(text));
    }

    /** Whether a column says how tickets stand: a column {@code state} may as well name parts of a country. */
    static boolean isIn(String column, List<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        if (distinct.size() > MOST) {
            return false;
        }
        boolean speaks = FactField.simple(column).contains("status")
                || FactField.simple(column).contains("ticket");
        return speaks
                || distinct.stream().anyMatch(TicketStates::isKnown)
                || distinct.stream().allMatch(text -> text.matches("-?\\d{1,3}"));
    }

    /** Asks for the meaning of each word that is not known. */
    static List<ImportQuestion> ask(FactType target, Mapping mapping, UploadSample sample) {
        if (!target.has(FIELD.key())) {
            return List.of();
        }
        return mapping.binding(FIELD.key()).stream()
                .filter(binding ->
                        binding.columns().size() == 1 && !binding.values().containsKey("*"))
                .flatMap(binding -> words(binding.columns().get(0), sample)
                        .filter(word -> !binding.values().containsKey(word)
                                && !mapping.nullWords().contains(word))
                        .map(word -> new ImportQuestion(
                                ImportQuestion.Kind.STATE,
                                word,
                                binding.columns().get(0),
                                ANSWERS)))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> words(String column, UploadSample sample) {
        int position = sample.header().position(column).orElse(Integer.MAX_VALUE);
        return sample.rows().stream()
                .filter(row -> position < row.size())
                .map(row -> row.get(position).strip())
                .filter(word -> !word.isEmpty() && !isKnown(word))
                .distinct()
                .sorted();
    }

    /** What was answered, beside what the mapping says of values. */
    static Map<String, String> answered(Mapping mapping, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        String prefix = ImportQuestion.key(ImportQuestion.Kind.STATE, "");
        mapping.answers().forEach((question, answer) -> {
            if (question.startsWith(prefix)) {
                all.put(question.substring(prefix.length()), answer);
            }
        });
        return all;
    }
}
