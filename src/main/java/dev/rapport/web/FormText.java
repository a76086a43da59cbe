package dev.rapport.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what people type into fields. */
public final class FormText {
    /** PostgreSQL and calendars go further; nobody's business does. */
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    private FormText() {}

    /** Without outer blanks; empty when the field was not sent. */
    public static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Without outer blanks and with each run of inner ones as one. */
    public static String tidy(@Nullable String text) {
        return stripped(text).replaceAll("\\s+", " ");
    }

    /** Empty when it is no day, or none of this age. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(FIRST) && day.isBefore(LAST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a text that can be stored. */
    static boolean isWithin(String text, int longest) {
        return text.length() <= longest && text.indexOf('\0') < 0;
    }
}
