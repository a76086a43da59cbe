package dev.rapport.target;

import dev.rapport.metric.Definition;
import dev.rapport.words.NumberFormats;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and writes a metric's value as people type and read it: 80, 1200.50, 8 h 30 min. */
final class TargetAmount {
    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)\\s*(s|min|h|d)(?:\\s+|$)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "min", 60, "h", 3_600, "d", 86_400);

    private TargetAmount() {}

    /** A comma is refused, because it parts thousands for some and decimals for others. */
    static Optional<BigDecimal> read(String text, Definition.Unit unit) {
        if (unit == Definition.Unit.DURATION) {
            return duration(text);
        }
        String number =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        return NUMBER.matcher(number).matches()
                ? Optional.of(new BigDecimal(number.replace('\u2212', '-')))
                : Optional.empty();
    }

    private static Optional<BigDecimal> duration(String text) {
        Matcher part = DURATION.matcher(text);
        BigDecimal seconds = BigDecimal.ZERO;
        int read = 0;
        while (read < text.length() && part.find(read) && part.start() == read) {
            seconds = seconds.add(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(SECONDS.getOrDefault(part.group(2), 1))));
            read = part.end();
        }
        return read == text.length() && read > 0 ? Optional.of(seconds) : Optional.empty();
    }

    /** To be read again. */
    static String plain(BigDecimal value, Definition.Unit unit) {
        BigDecimal number = value.stripTrailingZeros();
        if (unit == Definition.Unit.DURATION) {
            for (String name : new String[] {"d", "h", "min"}) {
                BigDecimal seconds = BigDecimal.valueOf(SECONDS.getOrDefault(name, 1));
                if (number.signum() > 0 && number.remainder(seconds).signum() == 0) {
                    return number.divide(seconds).toPlainString() + " " + name;
                }
            }
            return number.toPlainString() + " s";
        }
        return number.toPlainString();
    }

    static String shown(BigDecimal value, Definition.Unit unit, NumberFormats numbers, String currency) {
        int decimals = Math.max(0, value.stripTrailingZeros().scale());
        return switch (unit) {
            case PERCENT -> numbers.percent(value, decimals);
            case MONEY -> numbers.money(value, currency);
            case DURATION -> numbers.duration(value);
            case POINTS, DIFFERENCE -> numbers.signed(value, decimals);
            case COUNT, SCORE, RATIO -> numbers.decimal(value, decimals);
        };
    }
}
