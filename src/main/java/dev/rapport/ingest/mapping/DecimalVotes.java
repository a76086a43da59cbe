package dev.rapport.ingest.mapping;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Counts what the cells of one column say of their decimal sign. Only a cell that is a number and nothing else has a say;
 * an address, a version, a date, a time and groups that are not of three have none.
 *
 * <p>{@code 19.90}, {@code 1,234.56}, {@code 1.234.567}, {@code 0.125} say which sign is which; {@code 1.299} may be
 * either and stays open, unless the column holds whole numbers: then the sign can only group.
 */
final class DecimalVotes {
    private static final int MOST_DIGITS = 40;
    private static final Pattern PLAIN = Pattern.compile("\\d+|\\d*[.,]\\d+|\\d+[.,]");
    /** Groups of three with one kind of sign, or of two with the last of three as in India; then the fraction. */
    private static final Pattern GROUPED = Pattern.compile(
            "\\d{1,3}(?:(?:\\.\\d{3})+(?:,\\d*)?|(?:,\\d{3})+(?:\\.\\d*)?|(?:,\\d{2})+,\\d{3}(?:\\.\\d*)?|(?:[ '\u2019]\\d{3})+(?:[.,]\\d*)?)");

    private static final Pattern EXPONENT = Pattern.compile("(.*\\d)[eE][-+]?\\d{1,3}");
    /** The few that speak for the other sign are slips, not a second way of writing. */
    private static final double SLIPS = 0.05;

    /** What one cell says. */
    enum Vote {
        /** No number, or one without such signs. */
        NONE,
        POINT,
        COMMA,
        /** A point that is the decimal sign or groups by three. */
        OPEN_POINT,
        OPEN_COMMA
    }

    private long point;
    private long comma;
    private long openPoint;
    private long openComma;
    private boolean onlyZeros = true;
    private String example = "";

    void add(String cell) {
        Vote vote = vote(cell);
        switch (vote) {
            case POINT -> point++;
            case COMMA -> comma++;
            case OPEN_POINT -> openPoint++;
            case OPEN_COMMA -> openComma++;
            case NONE -> {}
        }
        if (vote == Vote.OPEN_POINT || vote == Vote.OPEN_COMMA) {
            onlyZeros &= cell.strip().endsWith("000");
            example = example.isEmpty() ? cell.strip() : example;
        }
    }

    /** The style that the column's own cells tell; empty when they do not. */
    Optional<DecimalStyle> style(boolean whole) {
        long fewer = Math.min(point, comma);
        if (point + comma > 0) {
            boolean clear = fewer <= SLIPS * (point + comma);
            return clear ? Optional.of(point > comma ? DecimalStyle.POINT : DecimalStyle.COMMA) : Optional.empty();
        }
        // frames of data write 120 as 120.000 at times, so zeros alone do not tell
        if (whole && !onlyZeros && openPoint == 0 != (openComma == 0)) {
            return Optional.of(openPoint > 0 ? DecimalStyle.COMMA : DecimalStyle.POINT);
        }
        return Optional.empty();
    }

    /** Whether there are cells that mean one number in one style and another in the other. */
    boolean isOpen(boolean whole) {
        return style(whole).isEmpty() && openPoint + openComma + Math.min(point, comma) > 0;
    }

    /** A cell that can be read both ways. */
    String example() {
        return example;
    }

    static Vote vote(String cell) {
        String text = DecimalStyle.unsigned(Currencies.split(cell.strip(), "").number());
        if (text.isEmpty() || text.length() > MOST_DIGITS || hasNeither(text)) {
            return Vote.NONE;
        }
        var exponent = EXPONENT.matcher(text);
        if (exponent.matches()) {
            String mantissa = exponent.group(1);
            return !PLAIN.matcher(mantissa).matches()
                    ? Vote.NONE
                    : mantissa.indexOf(',') >= 0 ? Vote.COMMA : mantissa.indexOf('.') >= 0 ? Vote.POINT : Vote.NONE;
        }
        if (PLAIN.matcher(text).matches()) {
            return once(text);
        }
        return GROUPED.matcher(text).matches() ? grouped(text) : Vote.NONE;
    }

    private static boolean hasNeither(String text) {
        return text.indexOf('.') < 0 && text.indexOf(',') < 0;
    }

    /** One sign: decimal for sure unless up to three digits stand before it, not 0, and exactly three behind. */
    private static Vote once(String text) {
        int at = Math.max(text.indexOf('.'), text.indexOf(','));
        boolean isPoint = text.charAt(at) == '.';
        boolean open = text.length() - at == 4 && at >= 1 && at <= 3 && text.charAt(0) != '0';
        if (open) {
            return isPoint ? Vote.OPEN_POINT : Vote.OPEN_COMMA;
        }
        return isPoint ? Vote.POINT : Vote.COMMA;
    }

    private static Vote grouped(String text) {
        int lastPoint = text.lastIndexOf('.');
        int lastComma = text.lastIndexOf(',');
        char last = lastPoint > lastComma ? '.' : ',';
        boolean once = text.indexOf(last) == Math.max(lastPoint, lastComma);
        // the last sign is the decimal one where others group; where it comes again it groups itself
        boolean decimal = once;
        return (last == '.') == decimal ? Vote.POINT : Vote.COMMA;
    }
}
