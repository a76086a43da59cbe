package dev.rapport.ingest.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbers are written: which sign is the decimal one, the others group. */
public enum DecimalStyle {
    /** 1,234.56 */
    POINT('.', "[,'\u2019\u00a0\u202f\u2009 ]"),
    /** 1.234,56 or 1 234,56 */
    COMMA(',', "[.'\u2019\u00a0\u202f\u2009 ]");

    private static final int MOST_DIGITS = 30;
    private static final Pattern EVIDENCE = Pattern.compile("-?(\\d+)(?:([.,])(\\d+))*");

    private final char decimal;
    private final Pattern number;
    private final Pattern grouping;

    DecimalStyle(char decimal, String group) {
        this.decimal = decimal;
        String point = Pattern.quote(String.valueOf(decimal));
        this.grouping = Pattern.compile(group);
        // grouped by three (or two: lakh) or not at all
        this.number = Pattern.compile("(\\d{1,3}(?:" + group + "\\d{2,3})*" + group + "\\d{3}|\\d+)?(?:" + point
                + "(\\d*))?(?:[eE]([-+]?\\d{1,3}))?");
    }

    /** The number in a text like {@code -1,234.50}, {@code (12.00)}, {@code € 5} or {@code 12 %}; empty when it is none. */
    public Optional<BigDecimal> parse(String text) {
        if (isBare(text)) {
            return Optional.of(new BigDecimal(text).setScale(1));
        }
        return isFraction(text) ? Optional.of(new BigDecimal(text.replace(decimal, '.'))) : parseAny(text);
    }

    /** Digits, the decimal sign and digits. */
    private boolean isFraction(String text) {
        int point = text.indexOf(decimal);
        return text.length() <= 2 * MOST_DIGITS
                && point > 0
                && point < text.length() - 1
                && areDigits(text, 0, point)
                && areDigits(text, point + 1, text.length());
    }

    /** Digits and nothing else: what most files hold, told without a pattern. */
    private static boolean isBare(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && areDigits(text, 0, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Optional<BigDecimal> parseAny(String text) {
        String body = bare(text);
        boolean negative = body.startsWith("(") && body.endsWith(")");
        if (negative) {
            body = bare(body.substring(1, body.length() - 1));
        }
        if (body.startsWith("-") || body.startsWith("\u2212") || body.startsWith("+")) {
            negative ^= !body.startsWith("+");
            body = bare(body.substring(1));
        }
        Matcher matcher = number.matcher(body);
        if (body.isEmpty() || body.length() > 2 * MOST_DIGITS || !matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(1) == null
                ? ""
                : grouping.matcher(matcher.group(1)).replaceAll("");
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        int exponent = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (whole.isEmpty() && fraction.isEmpty() || Math.abs(exponent) > MOST_DIGITS) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + (fraction.isEmpty() ? "0" : fraction))
                .scaleByPowerOfTen(exponent);
        return Optional.of(negative ? value.negate() : value);
    }

    /** Without blanks, currency and per cent signs around it. */
    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isTrimming(text.charAt(from))) {
            from++;
        }
        while (to > from && isTrimming(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isTrimming(char c) {
        return c <= ' '
                || c == '%'
                || c == '\u00a0'
                || c == '\u202f'
                || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /** The style that the values speak for; {@link #POINT} when they do not say. */
    public static DecimalStyle of(Iterable<List<String>> rows) {
        int comma = 0;
        int point = 0;
        for (List<String> row : rows) {
            for (String cell : row) {
                int vote = vote(bare(cell));
                comma += vote < 0 ? 1 : 0;
                point += vote > 0 ? 1 : 0;
            }
        }
        return comma > point ? COMMA : POINT;
    }

    /** Both signs: the last is the decimal one. One sign: decimal unless exactly three digits follow. */
    private static int vote(String cell) {
        if (cell.length() > MOST_DIGITS || !EVIDENCE.matcher(cell).matches()) {
            return 0;
        }
        int lastComma = cell.lastIndexOf(',');
        int lastPoint = cell.lastIndexOf('.');
        if (lastComma < 0 && lastPoint < 0) {
            return 0;
        }
        char last = lastComma > lastPoint ? ',' : '.';
        int at = Math.max(lastComma, lastPoint);
        boolean both = lastComma >= 0 && lastPoint >= 0;
        boolean once = cell.indexOf(last) == at;
        if (!once) {
            return both ? 0 : last == ',' ? 1 : -1;
        }
        boolean decimalForSure = both || cell.length() - at - 1 != 3;
        return !decimalForSure ? 0 : last == ',' ? -1 : 1;
    }

    /** As kept with a mapping. */
    public char sign() {
        return decimal;
    }
}
