package dev.rapport.ingest.mapping;

import dev.rapport.ingest.mapping.DateTokens.Token;
import dev.rapport.ingest.mapping.DateTokens.TokenKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date of the calendar as people and their tools write it. It has three parts with signs or words between them,
 * a month as number or word, a weekday in front, a time of day behind or before it, AM and PM in words, a zone at the
 * end. The order of the parts is given; a text that does not fit it whole is no date.
 */
final class WrittenDate {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST = 110;
    /** Go prints the reading of its monotonic clock behind a time. */
    private static final Pattern MONOTONIC = Pattern.compile(" m=[-+][\\d.]+$");

    private static final Set<String> BEFORE_A_DATE = Set.of("le", "el", "den", "am", "on", "the", "il");
    private static final Set<String> BETWEEN_PARTS =
            Set.of("de", "del", "of", "st", "nd", "rd", "th", "er", "o", "a", "\u5e74", "\u6708", "\ub144", "\uc6d4");
    private static final Set<String> BEFORE_A_TIME = Set.of(
            "t", "at", "um", "a", "las", "kl", "klo", "alle", "as", "den", "\u00e0", "\u00e0s", "\u65e5", "\uc77c");

    /**
     * A date with what was said of its time.
     *
     * @param zone an offset or a region; null when none is written
     */
    record Read(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneId zone) {}

    private final MomentFormat order;
    private final DateTokens in;

    private WrittenDate(String text, MomentFormat order) {
        this.order = order;
        this.in = new DateTokens(text);
    }

    /** @throws DateTimeException when its numbers are those of no day or time */
    static @Nullable Read read(String raw, MomentFormat order) {
        if (raw.length() > LONGEST) {
            return null;
        }
        String text = DateTokens.plain(raw);
        if (text.endsWith(")") || text.indexOf('=') < 0) {
            return new WrittenDate(text, order).read();
        }
        return new WrittenDate(MONOTONIC.matcher(text).replaceFirst(""), order).read();
    }

    private @Nullable Read read() {
        skipWords();
        LocalTime before = in.looksLikeTime() ? ClockTime.read(in) : null;
        if (before != null) {
            skipWords();
        }
        String first = part();
        String second = first == null ? null : next();
        if (first == null || second == null) {
            return null;
        }
        if (before == null && in.looksLikeTime()) {
            return clockInside(first, second);
        }
        String third = next();
        if (third == null) {
            return null;
        }
        in.skipOne(".");
        if (before != null || !in.isMore()) {
            return zoned(first, second, third, before, in.between(in.at(), in.size()));
        }
        LocalTime time = timeBehind();
        return time == null ? null : zoned(first, second, third, time, in.between(in.at(), in.size()));
    }

    /** As C and Unix write it: Fri Mar 1 12:34:56 CET 2024. */
    private @Nullable Read clockInside(String first, String second) {
        LocalTime time = ClockTime.read(in);
        int from = in.at();
        in.goTo(in.size() - 1);
        String year = from > in.at() ? null : part();
        return time == null || year == null ? null : zoned(first, second, year, time, in.between(from, in.size() - 1));
    }

    private @Nullable Read zoned(String first, String second, String third, @Nullable LocalTime time, String zone) {
        if (zone.isEmpty()) {
            return ordered(first, second, third, time, null);
        }
        Optional<ZoneId> found = time == null ? Optional.empty() : ZoneWords.of(zone);
        return found.isPresent() ? ordered(first, second, third, time, found.get()) : null;
    }

    private void skipWords() {
        skipWeekday();
        while (in.isMore()
                && (in.token().is(',')
                        || BEFORE_A_DATE.contains(in.token().text().toLowerCase(Locale.ROOT)))) {
            in.take();
        }
        skipWeekday();
    }

    /** A word that names both a weekday and a month ("mar") is the weekday when another month follows. */
    private void skipWeekday() {
        if (in.isMore() && in.token().kind() == TokenKind.WORD) {
            String word = in.token().text();
            boolean hyphened = in.at() + 2 < in.size()
                    && in.get(in.at() + 1).is('-')
                    && DateWords.isWeekday(word + "-" + in.get(in.at() + 2).text());
            boolean another = DateWords.month(word) == 0
                    || in.rest().stream()
                            .anyMatch(token -> token.kind() == TokenKind.WORD && DateWords.month(token.text()) > 0);
            if (hyphened || another && DateWords.isWeekday(word)) {
                in.goTo(in.at() + (hyphened ? 3 : 1));
                while (in.isMore() && (in.token().is(',') || in.token().is('.'))) {
                    in.take();
                }
            }
        }
    }

    /** Digits, or the month that a word names. */
    private @Nullable String part() {
        if (!in.isMore()) {
            return null;
        }
        Token token = in.token();
        if (token.kind() == TokenKind.NUMBER) {
            in.take();
            return token.text();
        }
        if (token.kind() != TokenKind.WORD) {
            return null;
        }
        if (in.at() + 1 < in.size() && in.get(in.at() + 1).kind() == TokenKind.WORD) {
            int month = DateWords.month(token.text() + " " + in.get(in.at() + 1).text());
            if (month > 0) {
                in.goTo(in.at() + 2);
                return "m" + month;
            }
        }
        int month = DateWords.month(token.text());
        in.goTo(in.at() + (month > 0 ? 1 : 0));
        return month > 0 ? "m" + month : null;
    }

    /** The next part, behind the signs and words that may stand before it. */
    private @Nullable String next() {
        int from = in.at();
        while (in.isMore() && isBetweenParts(in.token())) {
            in.take();
        }
        boolean glued = from == in.at()
                && in.isMore()
                && in.token().kind() == in.get(in.at() - 1).kind()
                && in.token().from()
                        == in.get(in.at() - 1).from()
                                + in.get(in.at() - 1).text().length();
        return glued ? null : part();
    }

    private static boolean isBetweenParts(Token token) {
        return token.kind() == TokenKind.SIGN && "-/.,'".indexOf(token.text().charAt(0)) >= 0
                || token.kind() == TokenKind.WORD
                        && BETWEEN_PARTS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private @Nullable LocalTime timeBehind() {
        while (in.isMore() && isBeforeTime(in.token())) {
            in.take();
        }
        return in.isMore() ? ClockTime.read(in) : null;
    }

    /** A hyphen with blanks around it parts date and time; without, it would be the sign of an offset. */
    private boolean isBeforeTime(Token token) {
        if (token.is('-')) {
            return in.isApart();
        }
        return ".,:".contains(token.text())
                || BEFORE_A_TIME.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private @Nullable Read ordered(
            String first, String second, String third, @Nullable LocalTime time, @Nullable ZoneId zone) {
        boolean month = first.startsWith("m");
        return switch (order) {
            case YMD -> first.length() == 4 && !month ? dated(first, second, third, time, zone) : null;
            case DMY -> first.length() <= 2 && !month ? dated(third, second, first, time, zone) : null;
            default -> dated(third, first, second, time, zone);
        };
    }

    private static @Nullable Read dated(
            String year, String month, String day, @Nullable LocalTime time, @Nullable ZoneId zone) {
        if (year.length() != 4 && year.length() != 2 || day.length() > 2) {
            return null;
        }
        int y = Integer.parseInt(year);
        y = year.length() == 4 ? y : y < 70 ? 2000 + y : 1900 + y;
        int m = Integer.parseInt(month.startsWith("m") ? month.substring(1) : month);
        LocalDate date = LocalDate.of(y, m, Integer.parseInt(day));
        return isInRange(y) ? new Read(date, time, zone) : null;
    }

    static boolean isInRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
