package dev.rapport.ingest.row;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date of the calendar as people and their tools write it: three parts with signs or words between them, a month
 * as number or word, a weekday in front, a time of day behind or before it, AM and PM in words, a zone at the end. The
 * order of the parts is given; a text that does not fit it whole is no date.
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
    private static final Set<String> BEFORE_A_TIME =
            Set.of("t", "at", "um", "a", "las", "kl", "klo", "alle", "as", "den", "\u00e0", "\u00e0s", "\u65e5", "\uc77c");

    /**
     * A date with what was said of its time.
     *
     * @param zone an offset or a region; null when none is written
     */
    record Read(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {}

    private record Token(TokenKind kind, String text, int from) {
        boolean is(char sign) {
            return kind == TokenKind.SIGN && text.charAt(0) == sign;
        }
    }

    private enum TokenKind {
        NUMBER,
        WORD,
        SIGN
    }

    private final String text;
    private final MomentFormat order;
    private final List<Token> tokens;
    private int at;

    private WrittenDate(String text, MomentFormat order) {
        this.text = text;
        this.order = order;
        this.tokens = tokens(text);
    }

    /** @throws DateTimeException when its numbers are those of no day or time */
    static @Nullable Read read(String raw, MomentFormat order) {
        if (raw.length() > LONGEST) {
            return null;
        }
        String text = plain(raw);
        if (text.endsWith(")") || text.indexOf('=') < 0) {
            return new WrittenDate(text, order).read();
        }
        return new WrittenDate(MONOTONIC.matcher(text).replaceFirst(""), order).read();
    }

    /** Blanks, digits and signs of all kinds as those of ASCII; what only steers the direction of writing is dropped. */
    static String plain(String raw) {
        boolean ascii = true;
        for (int i = 0; i < raw.length() && ascii; i++) {
            ascii = raw.charAt(i) < 127;
        }
        if (ascii) {
            return raw.strip();
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(raw, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212) {
                plain.append('-');
            } else if (c == 0x060c) {
                plain.append(',');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().strip();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(16);
        int i = 0;
        while (i < text.length()) {
            int from = i;
            TokenKind kind = kind(text.charAt(i++));
            while (kind != TokenKind.SIGN
                    && i < text.length()
                    && kind(text.charAt(i)) == kind
                    && !standsAlone(text.charAt(i - 1))) {
                i++;
            }
            if (text.charAt(from) != ' ') {
                tokens.add(new Token(kind, text.substring(from, i), from));
            }
        }
        return tokens;
    }

    private static TokenKind kind(char c) {
        if (c >= '0' && c <= '9') {
            return TokenKind.NUMBER;
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK ? TokenKind.WORD : TokenKind.SIGN;
    }

    /** Year, month and day in Chinese, Japanese and Korean: what follows is another word. */
    private static boolean standsAlone(char c) {
        return "\u5e74\u6708\u65e5\ub144\uc6d4\uc77c".indexOf(c) >= 0;
    }

    private @Nullable Read read() {
        skipWords();
        LocalTime before = looksLikeTime() ? time() : null;
        if (before != null) {
            skipWords();
        }
        String first = part();
        String second = first == null ? null : next();
        if (first == null || second == null) {
            return null;
        }
        if (before == null && looksLikeTime()) {
            return clockInside(first, second);
        }
        String third = next();
        if (third == null) {
            return null;
        }
        skipOne(".");
        if (before != null || at == tokens.size()) {
            return zoned(first, second, third, before, between(at, tokens.size()));
        }
        LocalTime time = timeBehind();
        return time == null ? null : zoned(first, second, third, time, between(at, tokens.size()));
    }

    /** As C and Unix write it: Fri Mar 1 12:34:56 CET 2024. */
    private @Nullable Read clockInside(String first, String second) {
        LocalTime time = time();
        int from = at;
        at = tokens.size() - 1;
        String year = from > at ? null : part();
        return time == null || year == null ? null : zoned(first, second, year, time, between(from, tokens.size() - 1));
    }

    private @Nullable Read zoned(
            String first, String second, String third, @Nullable LocalTime time, String zone) {
        if (zone.isEmpty()) {
            return ordered(first, second, third, time, null);
        }
        Optional<ZoneId> found = time == null ? Optional.empty() : ZoneWords.of(zone);
        return found.isPresent() ? ordered(first, second, third, time, found.get()) : null;
    }

    private void skipWords() {
        skipWeekday();
        while (at < tokens.size()
                && (tokens.get(at).is(',') || BEFORE_A_DATE.contains(tokens.get(at).text().toLowerCase(Locale.ROOT)))) {
            at++;
        }
        skipWeekday();
    }

    /** A word that names both a weekday and a month ("mar") is the weekday when another month follows. */
    private void skipWeekday() {
        if (at < tokens.size() && tokens.get(at).kind() == TokenKind.WORD) {
            String word = tokens.get(at).text();
            boolean hyphened = at + 2 < tokens.size() && tokens.get(at + 1).is('-')
                    && DateWords.isWeekday(word + "-" + tokens.get(at + 2).text());
            boolean another = DateWords.month(word) == 0
                    || tokens.subList(at + 1, tokens.size()).stream()
                            .anyMatch(token -> token.kind() == TokenKind.WORD && DateWords.month(token.text()) > 0);
            if (hyphened || another && DateWords.isWeekday(word)) {
                at += hyphened ? 3 : 1;
                while (at < tokens.size() && (tokens.get(at).is(',') || tokens.get(at).is('.'))) {
                    at++;
                }
            }
        }
    }

    /** Digits, or the month that a word names. */
    private @Nullable String part() {
        if (at >= tokens.size()) {
            return null;
        }
        Token token = tokens.get(at);
        if (token.kind() == TokenKind.NUMBER) {
            at++;
            return token.text();
        }
        if (token.kind() != TokenKind.WORD) {
            return null;
        }
        if (at + 1 < tokens.size() && tokens.get(at + 1).kind() == TokenKind.WORD) {
            int month = DateWords.month(token.text() + " " + tokens.get(at + 1).text());
            if (month > 0) {
                at += 2;
                return "m" + month;
            }
        }
        int month = DateWords.month(token.text());
        at += month > 0 ? 1 : 0;
        return month > 0 ? "m" + month : null;
    }

    /** The next part, behind the signs and words that may stand before it. */
    private @Nullable String next() {
        int from = at;
        while (at < tokens.size() && isBetweenParts(tokens.get(at))) {
            at++;
        }
        boolean glued = from == at
                && at < tokens.size()
                && tokens.get(at).kind() == tokens.get(at - 1).kind()
                && tokens.get(at).from() == tokens.get(at - 1).from()
                        + tokens.get(at - 1).text().length();
        return glued ? null : part();
    }

    private static boolean isBetweenParts(Token token) {
        return token.kind() == TokenKind.SIGN && "-/.,'".indexOf(token.text().charAt(0)) >= 0
                || token.kind() == TokenKind.WORD && BETWEEN_PARTS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private boolean looksLikeTime() {
        int i = at < tokens.size() && tokens.get(at).is(',') ? at + 1 : at;
        return i + 2 < tokens.size()
                && tokens.get(i).kind() == TokenKind.NUMBER
                && tokens.get(i + 1).is(':')
                && tokens.get(i + 2).kind() == TokenKind.NUMBER;
    }

    private @Nullable LocalTime timeBehind() {
        while (at < tokens.size() && isBeforeTime(tokens.get(at))) {
            at++;
        }
        return at < tokens.size() ? time() : null;
    }

    /** A hyphen with blanks around it parts date and time; without, it would be the sign of an offset. */
    private boolean isBeforeTime(Token token) {
        if (token.is('-')) {
            int from = token.from();
            return text.charAt(from - 1) == ' ' && from + 1 < text.length() && text.charAt(from + 1) == ' ';
        }
        return ".,:".contains(token.text()) || BEFORE_A_TIME.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Hours and minutes, seconds and their fraction if there are; hours alone only with AM or PM. */
    private @Nullable LocalTime time() {
        while (at < tokens.size() && tokens.get(at).is(',')) {
            at++;
        }
        String half = half();
        int hour = clockNumber(1, 2);
        if (hour < 0) {
            return null;
        }
        int minute = 0;
        int second = 0;
        int nanos = 0;
        boolean minutes = skipOne(":.hH") && (minute = clockNumber(2, 2)) >= 0;
        if (minutes && isAhead(":.") && (second = clockNumber(2, 2)) >= 0 && isAhead(".,:")) {
            nanos = fraction();
        }
        while (at < tokens.size()
                && (tokens.get(at).text().equalsIgnoreCase("uhr") || tokens.get(at).text().equals("h"))) {
            at++;
        }
        half = half == null ? half() : half;
        if (!minutes && half == null || second < 0 || minute < 0) {
            return null;
        }
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour");
            }
            hour = hour % 12 + (DateWords.isAfternoon(half) ? 12 : 0);
        }
        // an end-of-day 24:00 and leap seconds are refused like any other hour or second that is none
        return LocalTime.of(hour, minute, second, nanos);
    }

    private int clockNumber(int least, int most) {
        if (at >= tokens.size() || tokens.get(at).kind() != TokenKind.NUMBER) {
            return -1;
        }
        String digits = tokens.get(at).text();
        if (digits.length() < least || digits.length() > most) {
            return -1;
        }
        at++;
        return Integer.parseInt(digits);
    }

    private int fraction() {
        String digits = tokens.get(at++).text();
        if (digits.length() > 9) {
            throw new DateTimeException("fraction");
        }
        return Integer.parseInt((digits + "00000000").substring(0, 9));
    }

    /** Goes past one of the signs when a number follows it. */
    private boolean isAhead(String signs) {
        boolean ahead = at + 1 < tokens.size() && tokens.get(at + 1).kind() == TokenKind.NUMBER;
        return ahead && skipOne(signs);
    }

    private boolean skipOne(String signs) {
        boolean there = at < tokens.size()
                && tokens.get(at).text().length() == 1
                && signs.indexOf(tokens.get(at).text().charAt(0)) >= 0;
        at += there ? 1 : 0;
        return there;
    }

    /** AM or PM in one word or two, with dots and blanks as they like. */
    private @Nullable String half() {
        int from = at;
        StringBuilder joined = new StringBuilder();
        StringBuilder apart = new StringBuilder();
        for (int words = 0; words < 2 && at < tokens.size() && tokens.get(at).kind() == TokenKind.WORD; words++) {
            joined.append(tokens.get(at).text());
            apart.append(apart.isEmpty() ? "" : " ").append(tokens.get(at).text());
            at++;
            boolean dotted = skipOne(".");
            if (DateWords.isHalf(joined.toString()) || DateWords.isHalf(apart.toString())) {
                return DateWords.isHalf(joined.toString()) ? joined.toString() : apart.toString();
            }
            if (!dotted && joined.length() < 2) {
                break;
            }
        }
        at = from;
        return null;
    }

    private String between(int from, int to) {
        if (from >= to) {
            return "";
        }
        Token last = tokens.get(to - 1);
        return text.substring(tokens.get(from).from(), last.from() + last.text().length());
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
