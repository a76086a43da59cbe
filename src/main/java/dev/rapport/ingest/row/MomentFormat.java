package dev.rapport.ingest.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How dates are written. The order of day, month and year is what differs; signs between them, a time of day, seconds,
 * fractions, AM/PM, an offset are understood in all of them.
 */
public enum MomentFormat {
    /** 2024-03-13, 2024/3/13 10:21, 20240313T102114Z */
    YMD,
    /** 13/3/2024, 13.03.24 10:21, 13 Mar 2024 */
    DMY,
    /** 3/13/2024, Mar 13, 2024 10:21 PM */
    MDY,
    /** Seconds since 1970 in UTC. */
    EPOCH_SECONDS,
    EPOCH_MILLIS;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Pattern DATE = Pattern.compile(
            "(?:\\p{L}{3,9},?\\s+)?(\\d{1,4}|\\p{L}{3,9}\\.?)[-/.\\s,]+(\\d{1,2}|\\p{L}{3,9}\\.?)[-/.\\s,]+(\\d{1,4})\\.?(?:(?:[T,\\s]+)(.*))?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2})(\\d{2})(\\d{2})?)?(Z)?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|UTC|GMT|[-+]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern HOUR_ONLY = Pattern.compile("(\\d{1,2})()()()\\s*([AaPp]\\.?[Mm]\\.?)()");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** A date with what was said of its time. */
    private record Read(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneOffset offset,
            @Nullable Instant instant) {}

    /**
     * The moment meant. Without an offset it is read in {@code zone}: a time that the change to summer time leaves out
     * is moved on by the gap, one that comes twice in autumn is the first.
     */
    public Optional<Instant> moment(String text, ZoneId zone) {
        Read read = read(text);
        if (read == null) {
            return Optional.empty();
        }
        if (read.instant() != null) {
            return Optional.of(read.instant());
        }
        LocalTime time = read.time() == null ? LocalTime.MIDNIGHT : read.time();
        LocalDateTime local = read.date().atTime(time);
        return Optional.of(read.offset() == null ? local.atZone(zone).toInstant() : local.toInstant(read.offset()));
    }

    /** The day meant, in {@code zone} when the text says which moment exactly. */
    public Optional<LocalDate> day(String text, ZoneId zone) {
        Read read = read(text);
        if (read == null) {
            return Optional.empty();
        }
        if (read.instant() != null) {
            return Optional.of(read.instant().atZone(zone).toLocalDate());
        }
        return Optional.of(
                read.offset() == null || read.time() == null
                        ? read.date()
                        : read.date()
                                .atTime(read.time())
                                .atOffset(read.offset())
                                .atZoneSameInstant(zone)
                                .toLocalDate());
    }

    private @Nullable Read read(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.length() > 60) {
            return null;
        }
        try {
            return switch (this) {
                case EPOCH_SECONDS -> epoch(text, 1000);
                case EPOCH_MILLIS -> epoch(text, 1);
                case YMD, DMY, MDY -> calendar(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Read epoch(String text, int unit) {
        Optional<java.math.BigDecimal> number = DecimalStyle.POINT.parse(text);
        if (number.isEmpty()) {
            return null;
        }
        long millis = number.get().multiply(java.math.BigDecimal.valueOf(unit)).longValue();
        Instant instant = Instant.ofEpochMilli(millis);
        LocalDate date = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return inRange(date.getYear()) ? new Read(date, null, null, instant) : null;
    }

    private @Nullable Read calendar(String text) {
        Read iso = this == YMD ? iso(text) : null;
        return iso == null ? anyCalendar(text) : iso;
    }

    /** {@code 2024-03-13T10:21:14.123Z}, as machines write it, without the patterns; null when it is written otherwise. */
    private static @Nullable Read iso(String text) {
        boolean utc = text.endsWith("Z");
        int end = text.length() - (utc ? 1 : 0);
        if (end < 19 || end == 20 || end > 29 || !hasForm(text, "dddd-dd-ddtdd:dd:dd.ddddddddd", end)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int nanos = end == 19 ? 0 : digits(text, 20, end);
        for (int i = end; i > 19 && i < 29; i++) {
            nanos *= 10;
        }
        LocalDate date = LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10));
        LocalTime time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19), nanos);
        return inRange(year) ? new Read(date, time, utc ? ZoneOffset.UTC : null, null) : null;
    }

    private static boolean hasForm(String text, String form, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean fits = switch (form.charAt(i)) {
                case 'd' -> c >= '0' && c <= '9';
                case 't' -> c == 'T' || c == ' ';
                default -> c == form.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private @Nullable Read anyCalendar(String text) {
        Matcher compact = COMPACT.matcher(text);
        if (this == YMD && compact.matches()) {
            LocalTime time = compact.group(4) == null
                    ? null
                    : LocalTime.of(number(compact.group(4)), number(compact.group(5)), number(compact.group(6)));
            return dated(
                    compact.group(1),
                    compact.group(2),
                    compact.group(3),
                    time,
                    compact.group(7) == null ? null : ZoneOffset.UTC);
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return null;
        }
        String rest = date.group(4) == null ? "" : date.group(4).strip();
        LocalTime time = null;
        ZoneOffset offset = null;
        if (!rest.isEmpty()) {
            Matcher clock = TIME.matcher(rest);
            if (!clock.matches()) {
                clock = HOUR_ONLY.matcher(rest);
                if (!clock.matches()) {
                    return null;
                }
            }
            time = time(clock);
            offset = offset(clock.group(6));
        }
        String first = date.group(1);
        String second = date.group(2);
        String third = date.group(3);
        return switch (this) {
            case YMD -> first.length() == 4 ? dated(first, second, third, time, offset) : null;
            case DMY -> first.length() <= 2 ? dated(third, second, first, time, offset) : null;
            default -> dated(third, first, second, time, offset);
        };
    }

    private static @Nullable Read dated(
            String year, String month, String day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        if (year.length() != 4 && year.length() != 2) {
            return null;
        }
        int y = Integer.parseInt(year);
        y = year.length() == 4 ? y : y < 70 ? 2000 + y : 1900 + y;
        int m = Character.isDigit(month.charAt(0))
                ? Integer.parseInt(month)
                : MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        LocalDate date = LocalDate.of(y, m, Integer.parseInt(day));
        return inRange(y) ? new Read(date, time, offset, null) : null;
    }

    private static boolean inRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static LocalTime time(Matcher clock) {
        int hour = number(clock.group(1));
        String half = clock.group(5);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour");
            }
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        String fraction = clock.group(4);
        int nanos =
                fraction == null || fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        // an end-of-day 24:00 and leap seconds are refused like any other hour or second that is none
        return LocalTime.of(hour, number(clock.group(2)), number(clock.group(3)), nanos);
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /**
     * @param ambiguous day and month could be the other way round: no value says
     */
    public record Guess(MomentFormat format, boolean ambiguous) {}

    /** The format in which all of the texts are dates. */
    public static Optional<Guess> guess(List<String> texts) {
        List<String> given = texts.stream().filter(text -> !text.isBlank()).toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.stream().allMatch(text -> text.strip().matches("\\d{13}(\\.0)?"))) {
            return Optional.of(new Guess(EPOCH_MILLIS, false));
        }
        if (given.stream().allMatch(text -> text.strip().matches("\\d{9,10}(\\.\\d+)?"))) {
            return Optional.of(new Guess(EPOCH_SECONDS, false));
        }
        if (YMD.readsAll(given)) {
            return Optional.of(new Guess(YMD, false));
        }
        boolean dayFirst = DMY.readsAll(given);
        boolean monthFirst = MDY.readsAll(given);
        if (!dayFirst && !monthFirst) {
            return Optional.empty();
        }
        return Optional.of(new Guess(dayFirst ? DMY : MDY, dayFirst && monthFirst));
    }

    /** The format in which most of the texts are dates: a broken one is a rejected row, not another format. */
    static Optional<Guess> guessMost(List<String> texts) {
        for (MomentFormat format : new MomentFormat[] {YMD, DMY, MDY}) {
            if (texts.stream().filter(text -> format.read(text) != null).count() > texts.size() * 0.5) {
                return Optional.of(new Guess(format, format != YMD));
            }
        }
        return Optional.empty();
    }

    private boolean readsAll(List<String> texts) {
        return texts.stream().allMatch(text -> read(text) != null);
    }
}
