package dev.rapport.ingest.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the words of dates (months, weekdays, halves of the day) in the languages of the sign-in page and some more. It
 * knows them with and without their accents.
 */
final class DateWords {
    private static final String FILE = "/ingest/date-words.txt";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> WEEKDAYS = new HashSet<>();
    private static final Map<String, Boolean> HALVES = new HashMap<>();

    static {
        load();
    }

    private DateWords() {}

    /** The month, from 1; 0 when the word names none. */
    static int month(String word) {
        return MONTHS.getOrDefault(plain(word), 0);
    }

    static boolean isWeekday(String word) {
        return WEEKDAYS.contains(plain(word));
    }

    /** Whether the word names a half of the day. */
    static boolean isHalf(String word) {
        return HALVES.containsKey(plain(word));
    }

    static boolean isAfternoon(String word) {
        return HALVES.getOrDefault(plain(word), false);
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : withoutMarks(lower);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static void load() {
        try (InputStream in = DateWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(DateWords::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(String line) {
        int colon = line.indexOf(':');
        String meaning = line.substring(0, colon);
        for (String word : line.substring(colon + 1).strip().split("\\|", -1)) {
            String key = withoutMarks(word);
            if (meaning.startsWith("month ")) {
                int month = Integer.parseInt(meaning.substring("month ".length()));
                Integer other = MONTHS.put(key, month);
                if (other != null && other != month) {
                    throw new IllegalStateException(word + " means two months");
                }
            } else if (meaning.equals("weekday")) {
                WEEKDAYS.add(key);
            } else {
                HALVES.put(key, meaning.equals("pm"));
            }
        }
    }
}
