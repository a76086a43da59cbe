package dev.rapport.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the ways of writing numbers and separators in a CSV that spreadsheets of different countries open. */
public enum CsvStyle {
    /** As RFC 4180 and programs have it. */
    COMMA(',', '.'),

    /** Where a comma parts a number from its decimals, spreadsheets part cells by semicolons. */
    SEMICOLON(';', ',');

    public static final String COOKIE = "csv";

    private static final char POINT = '.';

    private final char separator;
    private final char decimalSign;

    CsvStyle(char separator, char decimalSign) {
        this.separator = separator;
        this.decimalSign = decimalSign;
    }

    public char separator() {
        return separator;
    }

    public char decimalSign() {
        return decimalSign;
    }

    /** As in a URL, a form and the cookie. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CsvStyle> of(String key) {
        return Stream.of(values()).filter(style -> style.key().equals(key)).findFirst();
    }

    /** @param plain with a decimal point */
    String number(String plain) {
        return plain.replace(POINT, decimalSign);
    }
}
