package dev.rapport.ingest.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the ways in which numbers are written: which sign is the decimal one, while the others group. */
public enum DecimalStyle {
    /** 1,234.56 */
    POINT('.', "[,'\u2019\u00a0\u202f\u2009 ]"),
    /** 1.234,56 or 1 234,56 */
    COMMA(',', "[.'\u2019\u00a0\u202f\u2009 ]");

    private static final int MOST_DIGITS = 30;

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
        String body = bare(arabic(text, decimal));
        boolean negative = body.startsWith("(") && body.endsWith(")");
        if (negative) {
            body = bare(body.substring(1, body.length() - 1));
        }
        if (body.startsWith("-") || body.startsWith("\u2212") || body.startsWith("+")) {
            negative ^= !body.startsWith("+");
            body = bare(body.substring(1));
        } else if (body.endsWith("-") && body.length() > 1) {
            // as SAP writes it
            negative = !negative;
            body = bare(body.substring(0, body.length() - 1));
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

    /** Digits of other scripts as those of ASCII; the signs that Arabic has of its own are in no doubt. */
    private static String arabic(String text, char decimal) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < '\u0660' || Character.getType(text.charAt(i)) == Character.CURRENCY_SYMBOL;
        }
        if (ascii) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '\u066b' || c == '\u066c') {
                plain.append(c == '\u066b' ? decimal : ' ');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.append(c);
            }
        }
        return plain.toString();
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

    /** Without blanks, currency and per cent signs, brackets and a sign around it. */
    static String unsigned(String text) {
        String body = bare(text);
        if (body.startsWith("(") && body.endsWith(")")) {
            body = bare(body.substring(1, body.length() - 1));
        }
        boolean signed = body.startsWith("-") || body.startsWith("\u2212") || body.startsWith("+");
        if (body.endsWith("-")) {
            body = bare(body.substring(0, body.length() - 1));
        }
        return (signed ? bare(body.substring(1)) : body)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2009', ' ');
    }

    static Optional<DecimalStyle> of(@Nullable String sign) {
        return ".".equals(sign) ? Optional.of(POINT) : ",".equals(sign) ? Optional.of(COMMA) : Optional.empty();
    }

    DecimalStyle other() {
        return this == POINT ? COMMA : POINT;
    }

    /** As kept with a mapping. */
    public char sign() {
        return decimal;
    }
}
