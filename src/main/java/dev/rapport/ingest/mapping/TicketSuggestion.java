package dev.rapport.ingest.mapping;

import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.Binding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the columns that say how long a ticket took, where no column says when something happened. */
final class TicketSuggestion {
    private static final Pattern UNIT = Pattern.compile(
            "(?i)(?<![a-z])(seconds?|secs?|s|minutes?|mins?|min|m|hours?|hrs?|hr|h|days?|d)(?![a-z:])[^a-z]*$");
    private static final Pattern UNIT_WITHIN =
            Pattern.compile("(?i)(?<![a-z])in (seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)(?![a-z])");
    private static final List<List<String>> FIRST_RESPONSE = List.of(
            List.of("first", "repl", "time"),
            List.of("first", "response", "time"),
            List.of("initial", "response", "time"),
            List.of("time", "first", "response"),
            List.of("time", "first", "repl"));
    private static final List<List<String>> RESOLUTION = List.of(
            List.of("full", "resolution", "time"),
            List.of("total", "resolution", "time"),
            List.of("time", "last", "resolution"),
            List.of("time", "to", "resolution"),
            List.of("resolution", "time"),
            List.of("time", "to", "close"),
            List.of("time", "to", "resolve"));

    private TicketSuggestion() {}

    static void add(Map<String, Binding> bindings, Set<String> taken, UploadSample sample) {
        took("first_response", FIRST_RESPONSE, bindings, taken, sample);
        took("resolved", RESOLUTION, bindings, taken, sample);
    }

    private static void took(
            String field,
            List<List<String>> names,
            Map<String, Binding> bindings,
            Set<String> taken,
            UploadSample sample) {
        if (bindings.containsKey(field)) {
            return;
        }
        for (List<String> words : names) {
            for (String column : sample.header().names()) {
                if (!taken.contains(column) && speaksOf(column, words) && isElapsed(column, sample)) {
                    bindings.put(field + "_after", Binding.column(column));
                    unit(column).ifPresent(unit -> bindings.put(field + "_unit", Binding.constant(unit)));
                    taken.add(column);
                    return;
                }
            }
        }
    }

    /** Time in business hours is not the time that somebody waited. */
    private static boolean speaksOf(String column, List<String> words) {
        String name = column.toLowerCase(Locale.ROOT);
        int from = 0;
        for (String word : words) {
            from = name.indexOf(word, from);
            if (from < 0) {
                return false;
            }
            from += word.length();
        }
        return !name.contains("business") && !name.contains("custom field") && !name.contains("sla");
    }

    /** All but a few can be read, and none counts down to a deadline. */
    private static boolean isElapsed(String column, UploadSample sample) {
        List<String> texts = MappingSuggestion.texts(column, sample);
        Optional<String> unit = unit(column);
        long read = texts.stream()
                .filter(text -> ElapsedTime.read(text, unit, DecimalStyle.POINT)
                        .or(() -> ElapsedTime.read(text, unit, DecimalStyle.COMMA))
                        .isPresent())
                .count();
        boolean countsDown = texts.stream().anyMatch(text -> text.matches("-\\s*\\d.*"));
        return !countsDown && read > 0 && read * 10 >= texts.size() * 9L;
    }

    static Optional<String> unit(String column) {
        Matcher within = UNIT_WITHIN.matcher(column);
        Matcher last = UNIT.matcher(column);
        Optional<String> word = within.find()
                ? Optional.of(within.group(1))
                : last.find() ? Optional.of(last.group(1)) : Optional.empty();
        return word.map(text -> switch (text.toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> "seconds";
            case 'm' -> "minutes";
            case 'h' -> "hours";
            default -> "days";
        });
    }
}
