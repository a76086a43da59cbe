package dev.rapport.ingest.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the formats in which dates are written. The order of day, month and year is what differs; signs between them,
 * names of months and weekdays, a time of day, seconds, fractions, AM/PM, an offset are understood in all of them.
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
    EPOCH_MILLIS,
    /** Days since 30 December 1899, as spreadsheets count them; the fraction is the time of day. Not those of 1904. */
    EXCEL_SERIAL;

    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2})(\\d{2})(\\d{2})?)?(Z)?");
    private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);
    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000L);
    /** The last day that a spreadsheet can write. */
    private static final BigDecimal EXCEL_END = BigDecimal.valueOf(2_958_465L);

    /** A date with what was said of its time. */
    private record Read(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneId zone,
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
        return Optional.of(
                local.atZone(read.zone() == null ? zone : read.zone()).toInstant());
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
                read.zone() == null || read.time() == null
                        ? read.date()
                        : read.date()
                                .atTime(read.time())
                                .atZone(read.zone())
                                .withZoneSameInstant(zone)
                                .toLocalDate());
    }

    /** Whether dates are numbers that count from a day. */
    boolean isCounted() {
        return this == EPOCH_SECONDS || this == EPOCH_MILLIS || this == EXCEL_SERIAL;
    }

    boolean reads(String text) {
        return read(text) != null;
    }

    private @Nullable Read read(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (this) {
                case EPOCH_SECONDS -> epoch(text, 1000);
                case EPOCH_MILLIS -> epoch(text, 1);
                case EXCEL_SERIAL -> serial(text);
                case YMD -> yearFirst(text);
                case DMY, MDY -> calendar(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Read epoch(String text, int unit) {
        Optional<BigDecimal> number = DecimalStyle.POINT.parse(text);
        if (number.isEmpty()) {
            return null;
        }
        long millis = number.get().multiply(BigDecimal.valueOf(unit)).longValue();
        Instant instant = Instant.ofEpochMilli(millis);
        LocalDate date = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return WrittenDate.isInRange(date.getYear()) ? new Read(date, null, null, instant) : null;
    }

    private static @Nullable Read serial(String text) {
        Optional<BigDecimal> number = DecimalStyle.POINT.parse(text.replace(',', '.'));
        if (number.isEmpty() || number.get().signum() < 0 || number.get().compareTo(EXCEL_END) > 0) {
            return null;
        }
        long days = number.get().longValue();
        // spreadsheets keep 10:10 as 0.423611111, a little less
        long millis = number.get()
                .subtract(BigDecimal.valueOf(days))
                .multiply(MILLIS_OF_DAY)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue();
        LocalDateTime local = EXCEL_START.plusDays(days).atStartOfDay().plusNanos(millis * 1_000_000);
        boolean timed = number.get().stripTrailingZeros().scale() > 0;
        return WrittenDate.isInRange(local.getYear())
                ? new Read(local.toLocalDate(), timed ? local.toLocalTime() : null, null, null)
                : null;
    }

    private @Nullable Read yearFirst(String text) {
        Read iso = iso(text);
        if (iso != null) {
            return iso;
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.matches() ? compact(compact) : calendar(text);
    }

    private @Nullable Read calendar(String text) {
        WrittenDate.Read read = WrittenDate.read(text, this);
        return read == null ? null : new Read(read.date(), read.time(), read.zone(), null);
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
        return WrittenDate.isInRange(year) ? new Read(date, time, utc ? ZoneOffset.UTC : null, null) : null;
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

    private static @Nullable Read compact(Matcher compact) {
        int year = number(compact.group(1));
        LocalDate date = LocalDate.of(year, number(compact.group(2)), number(compact.group(3)));
        LocalTime time = compact.group(4) == null
                ? null
                : LocalTime.of(number(compact.group(4)), number(compact.group(5)), number(compact.group(6)));
        ZoneOffset zone = compact.group(7) == null ? null : ZoneOffset.UTC;
        return WrittenDate.isInRange(year) ? new Read(date, time, zone, null) : null;
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /**
     * @param ambiguous day and month could be the other way round: no value says
     */
    public record Guess(MomentFormat format, boolean ambiguous) {}

    /** The format in which most of the texts are dates: one broken date is a rejected row, not another format. */
    public static Optional<Guess> guess(List<String> texts) {
        DateVotes votes = new DateVotes();
        texts.forEach(votes::add);
        return votes.guess();
    }
}
