package dev.rapport.ingest.row;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One thing that a target's row can say.
 *
 * @param longest characters, for texts
 * @param choices what may be written, simplified, and what is stored for it
 * @param synonyms headers that suggest it, simplified
 * @param derived not mapped, but worked out from the other fields
 */
public record Field(
        String key,
        Kind kind,
        boolean required,
        int longest,
        BigDecimal least,
        BigDecimal most,
        Map<String, String> choices,
        List<String> synonyms,
        boolean derived) {
    private static final BigDecimal MOST = new BigDecimal("99999999999");
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static Field of(String key, Kind kind, int longest) {
        return new Field(key, kind, false, longest, MOST.negate(), MOST, Map.of(), List.of(simple(key)), false);
    }

    static Field id(String key) {
        return of(key, Kind.ID, 200);
    }

    static Field text(String key, int longest) {
        return of(key, Kind.TEXT, longest);
    }

    static Field moment(String key) {
        return of(key, Kind.MOMENT, 0);
    }

    static Field day(String key) {
        return of(key, Kind.DAY, 0);
    }

    static Field truth(String key) {
        return of(key, Kind.TRUTH, 0);
    }

    static Field decimal(String key) {
        return of(key, Kind.DECIMAL, 0);
    }

    static Field whole(String key, long least, long most) {
        return of(key, Kind.WHOLE, 0).between(least, most);
    }

    static Field json(String key) {
        return of(key, Kind.JSON, 0);
    }

    /** @param words pairs: what is stored, and the words for it with | between them */
    static Field choice(String key, String... words) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            choices.put(simple(words[i]), words[i]);
            for (String word : words[i + 1].split("\\|")) {
                choices.put(simple(word), words[i]);
            }
        }
        return new Field(key, Kind.CHOICE, false, 0, MOST, MOST, choices, List.of(simple(key)), false);
    }

    Field need() {
        return new Field(key, kind, true, longest, least, most, choices, synonyms, derived);
    }

    Field between(long from, long to) {
        return new Field(
                key,
                kind,
                required,
                longest,
                BigDecimal.valueOf(from),
                BigDecimal.valueOf(to),
                choices,
                synonyms,
                derived);
    }

    Field worked() {
        return new Field(key, kind, required, longest, least, most, choices, List.of(), true);
    }

    Field like(String... headers) {
        List<String> all = new java.util.ArrayList<>(synonyms);
        for (String header : headers) {
            all.add(simple(header));
        }
        return new Field(key, kind, required, longest, least, most, choices, List.copyOf(all), derived);
    }

    /** Letters and digits only, lower case: {@code Customer ID} and {@code customer_id} are the same. */
    static String simple(String text) {
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
