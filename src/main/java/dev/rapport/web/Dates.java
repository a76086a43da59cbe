package dev.rapport.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How days and moments are written in one language. */
public record Dates(Locale locale) {
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** Without the year where the reader knows it: 5 Jan. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(monthFirst() ? "MMM d" : "d MMM", locale)
                .format(day);
    }

    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(day);
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

    /** The United States write the month first; everyone else who reads English writes the day. */
    private boolean monthFirst() {
        return locale.getLanguage().equals("en")
                && (locale.getCountry().isEmpty() || locale.getCountry().equals("US"));
    }
}
