package dev.rapport.fact;

import dev.rapport.slice.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Describes one field that a target's row can have.
 *
 * @param longest characters, for texts
 * @param choices what may be written, simplified, and what is stored for it
 * @param synonyms headers that suggest it, simplified
 * @param derived not mapped, but worked out from the other fields
 * @param dimension of which its texts are names: all files have one spelling of them
 */
public record FactField(
        String key,
        FieldKind kind,
        boolean required,
        int longest,
        BigDecimal least,
        BigDecimal most,
        Map<String, String> choices,
        List<String> synonyms,
        boolean derived,
        Optional<Dimension> dimension) {
    /** More than this is nobody's figure of a day. */
    public static final long COUNT = 1_000_000_000_000L;

    private static final BigDecimal MOST = new BigDecimal("99999999999");
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static FactField of(String key, FieldKind kind, int longest) {
        return new FactField(
                key,
                kind,
                false,
                longest,
                MOST.negate(),
                MOST,
                Map.of(),
                List.of(simple(key)),
                false,
                Optional.empty());
    }

    public static FactField id(String key) {
        return of(key, FieldKind.ID, 200);
    }

    public static FactField text(String key, int longest) {
        return of(key, FieldKind.TEXT, longest);
    }

    public static FactField moment(String key) {
        return of(key, FieldKind.MOMENT, 0);
    }

    public static FactField day(String key) {
        return of(key, FieldKind.DAY, 0);
    }

    public static FactField truth(String key) {
        return of(key, FieldKind.TRUTH, 0);
    }

    public static FactField decimal(String key) {
        return of(key, FieldKind.DECIMAL, 0);
    }

    public static FactField whole(String key, long least, long most) {
        return of(key, FieldKind.WHOLE, 0).between(least, most);
    }

    public static FactField json(String key) {
        return of(key, FieldKind.JSON, 0);
    }

    /** @param words pairs: what is stored, and the words for it with | between them */
    public static FactField choice(String key, String... words) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            // a sign is part of the word: -1 is not 1
            choices.put(words[i].startsWith("-") ? words[i] : simple(words[i]), words[i]);
            for (String word : words[i + 1].split("\\|")) {
                choices.put(simple(word), words[i]);
            }
        }
        return new FactField(
                key, FieldKind.CHOICE, false, 0, MOST, MOST, choices, List.of(simple(key)), false, Optional.empty());
    }

    public FactField need() {
        return new FactField(key, kind, true, longest, least, most, choices, synonyms, derived, dimension);
    }

    public FactField between(long from, long to) {
        return new FactField(
                key,
                kind,
                required,
                longest,
                BigDecimal.valueOf(from),
                BigDecimal.valueOf(to),
                choices,
                synonyms,
                derived,
                dimension);
    }

    public FactField worked() {
        return new FactField(key, kind, required, longest, least, most, choices, List.of(), true, dimension);
    }

    /** @param headers that suggest it, with | between them */
    public FactField like(String... headers) {
        List<String> all = new ArrayList<>(synonyms);
        for (String header : headers) {
            Stream.of(header.split("\\|")).map(FactField::simple).forEach(all::add);
        }
        return new FactField(key, kind, required, longest, least, most, choices, List.copyOf(all), derived, dimension);
    }

    public FactField names(Dimension named) {
        return new FactField(key, kind, required, longest, least, most, choices, synonyms, derived, Optional.of(named));
    }

    /** Letters and digits only, lower case: {@code Customer ID} and {@code customer_id} are the same. */
    public static String simple(String text) {
        if (isSimple(text)) {
            return text;
        }
        String simple = NOT_ALPHANUMERIC.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return simple.isEmpty() ? text.strip() : simple;
    }

    /** What most words of a choice are, told without a pattern. */
    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
