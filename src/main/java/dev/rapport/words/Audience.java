package dev.rapport.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Says for whom an answer is written: the language with its words, numbers and dates, the zone of its days and the currency of
 * its sums. Whatever is built from answers and an audience reads the same on a page, in a mail and in a test.
 */
public record Audience(Locale locale, ZoneId zone, String currency, Bundles bundles) {

    /** Where the words of a language come from. */
    public interface Bundles {
        <T> T of(Class<T> bundle);
    }

    private record Spoken(Locale locale) implements Bundles {
        @Override
        public <T> T of(Class<T> bundle) {
            return Languages.words(bundle, locale);
        }
    }

    public static Audience of(Locale locale, ZoneId zone, String currency) {
        return new Audience(locale, zone, currency, new Spoken(locale));
    }

    public <T> T words(Class<T> bundle) {
        return bundles.of(bundle);
    }

    public NumberFormats numbers() {
        return new NumberFormats(locale);
    }

    public DateFormats dates() {
        return new DateFormats(locale);
    }

    public String moment(Instant at) {
        return dates().moment(at, zone);
    }
}
