package dev.rapport.words;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Knows the languages there are words for, {@code quarkus.locales}. Numbers and dates are written in the language of the
 * words around them, so a reader of German who gets English words gets English numbers too; within a language the region
 * is the reader's.
 */
public final class Languages {
    private static final Set<String> SPOKEN = Set.copyOf(ConfigProvider.getConfig()
            .getOptionalValues("quarkus.locales", String.class)
            .orElse(List.of(Locale.ENGLISH.getLanguage())));
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private static final int LONGEST_HEADER = 1000;

    private Languages() {}

    /** Picks the first language of an Accept-Language header that there are words for; English without any. */
    public static Locale asked(@Nullable String header) {
        return ranges(header).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(Languages::isSpoken)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** A header that nobody can read asks for nothing; one of thousands of languages is no reader's, and slow to read. */
    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        try {
            return header == null || header.length() > LONGEST_HEADER ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Java's parser trips over commas with nothing between them.
            return List.of();
        }
    }

    public static Locale spoken(Locale asked) {
        return isSpoken(asked) ? asked : Locale.ENGLISH;
    }

    private static boolean isSpoken(Locale asked) {
        return SPOKEN.contains(asked.getLanguage()) || SPOKEN.contains(asked.toLanguageTag());
    }

    /** Takes a message bundle in the reader's language, or in English where that language has none of its words. */
    public static <T> T words(Class<T> bundle, Locale reader) {
        InstanceHandle<T> written = Arc.container().instance(bundle, Localized.Literal.of(written(reader)));
        return written.isAvailable() ? written.get() : MessageBundles.get(bundle);
    }

    /** Only languages that are spoken may become a key: headers could name any number of others. */
    public static String written(Locale reader) {
        String tag = reader.toLanguageTag();
        return SPOKEN.contains(tag) ? tag : spoken(reader).getLanguage();
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
