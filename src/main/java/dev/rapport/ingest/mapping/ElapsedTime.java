package dev.rapport.ingest.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long something took, as helpdesks write it: {@code 620} in a unit, {@code 33:20:00}, {@code 1d 2h 5m}. */
final class ElapsedTime {
    private static final Duration LONGEST = Duration.ofDays(36_600);
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d+)\\s*d(?:ays?)?[ ,]+)?(\\d+):([0-5]?\\d)(?::([0-5]?\\d)(?:[.,]\\d+)?)?");
    private static final Pattern WORDS = Pattern.compile("(?i)(?:(\\d+)\\s*(?:days?|d)(?![a-z]))?[\\s,]*"
            + "(?:(\\d+)\\s*(?:hours?|hrs?|h)(?![a-z]))?[\\s,]*(?:(\\d+)\\s*(?:minutes?|mins?|m)(?![a-z]))?[\\s,]*"
            + "(?:(\\d+)\\s*(?:seconds?|secs?|s)(?![a-z]))?");

    private ElapsedTime() {}

    /**
     * @param unit seconds, minutes, hours or days, of a plain number; empty where the column does not say
     * @return empty when it is none, or counts down
     */
    static Optional<Duration> read(String text, Optional<String> unit, DecimalStyle decimals) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            // 3:15 may be hours or minutes: only three parts speak for themselves
            return clock.group(4) == null && !unit.orElse("").equals("hours")
                    ? Optional.empty()
                    : of(clock.group(1), clock.group(2), clock.group(3), clock.group(4));
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches() && text.chars().anyMatch(Character::isDigit)) {
            return of(words.group(1), words.group(2), words.group(3), words.group(4));
        }
        return unit.flatMap(named -> decimals.parse(text)
                .or(() -> decimals.other().parse(text))
                .filter(number -> number.signum() >= 0)
                .flatMap(number -> of(number, named)));
    }

    /** Whether a text says by itself how long. */
    static boolean isPlain(String text) {
        return read(text, Optional.empty(), DecimalStyle.POINT).isPresent();
    }

    private static Optional<Duration> of(BigDecimal number, String unit) {
        long seconds = switch (unit) {
            case "days" -> 86_400;
            case "hours" -> 3_600;
            case "minutes" -> 60;
            default -> 1;
        };
        BigDecimal millis = number.multiply(BigDecimal.valueOf(seconds * 1_000));
        return millis.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        millis.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    private static Optional<Duration> of(
            @Nullable String days, @Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
        try {
            Duration took = Duration.ofDays(number(days))
                    .plusHours(number(hours))
                    .plusMinutes(number(minutes))
                    .plusSeconds(number(seconds));
            return took.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(took);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }
}
