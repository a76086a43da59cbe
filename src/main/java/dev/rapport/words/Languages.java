package dev.rapport.words;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The languages there are words for. Numbers and dates are written in the language of the words around them, so a
 * reader of German who gets English words gets English numbers too; within a language the region is the reader's.
 */
public final class Languages {
    private static final Set<String> SPOKEN = Set.of("en");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private Languages() {}

    public static Locale spoken(Locale asked) {
        return SPOKEN.contains(asked.getLanguage()) ? asked : Locale.ENGLISH;
    }

    /** What a template knows as its locale: a Locale, its tag, or nothing. */
    static Locale spoken(Optional<Object> attribute) {
        Locale asked = attribute
                .map(locale -> locale instanceof Locale known ? known : Locale.forLanguageTag(locale.toString()))
                .orElse(Locale.ENGLISH);
        return spoken(asked);
    }

    static boolean isRightToLeft(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }
}
