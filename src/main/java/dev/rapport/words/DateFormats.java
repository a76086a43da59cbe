package dev.rapport.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes days and moments in one language. */
public record DateFormats(Locale locale) {
    private static final Map<Pattern, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private record Pattern(Locale locale, String pattern) {}

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** Without the year where the reader knows it: 5 Jan. */
    public String shortDay(LocalDate day) {
        return pattern(monthFirst() ? "MMM d" : "d MMM").format(day);
    }

    public String month(LocalDate day) {
        return pattern("MMM uuuu").format(day);
    }

    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** First and last day, both included; one day reads as one. */
    public String period(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        String start = first.getYear() == last.getYear() ? shortDay(first) : day(first);
        return start + " \u2013 " + day(last);
    }

    /** A trend has hundreds of days: the pattern is read once. */
    private DateTimeFormatter pattern(String pattern) {
        return PATTERNS.computeIfAbsent(
                new Pattern(locale, pattern), wanted -> DateTimeFormatter.ofPattern(wanted.pattern, wanted.locale));
    }

    /** The United States write the month first; everyone else who reads English writes the day. */
    private boolean monthFirst() {
        return locale.getLanguage().equals("en")
                && (locale.getCountry().isEmpty() || locale.getCountry().equals("US"));
    }
}
