package dev.rapport.words;

import com.ibm.icu.text.DateTimePatternGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes days and moments in one language, as CLDR has them: in the middle length with the month as a word or number, as the
 * language does. A part of a day is asked for by its fields, for which CLDR knows the order.
 */
public record DateFormats(Locale locale) {
    private static final Map<Fields, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private record Fields(Locale locale, String skeleton) {
        /** Of the generator, because Java knows whole days only before its version 19. */
        DateTimeFormatter formatter() {
            return DateTimeFormatter.ofPattern(
                    DateTimePatternGenerator.getInstance(locale).getBestPattern(skeleton), locale);
        }
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** Without the year where the reader knows it: 5 Jan. */
    public String shortDay(LocalDate day) {
        return fields("MMMd").format(day);
    }

    public String month(LocalDate day) {
        return fields("yMMM").format(day);
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    public String moment(Instant at, ZoneId zone) {
        return moment(LocalDateTime.ofInstant(at, zone));
    }

    public String moment(LocalDateTime at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
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
    private DateTimeFormatter fields(String skeleton) {
        return FORMATTERS.computeIfAbsent(new Fields(locale, skeleton), Fields::formatter);
    }
}
