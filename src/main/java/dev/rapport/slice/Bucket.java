package dev.rapport.slice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds one piece of a trend. The first and the last one may be cut by the period.
 *
 * @param start where the whole bucket starts in reporting time (a Monday, a first of the month ...), even when it is cut. On
 *     the day on which clocks go back an hour comes twice: the second one is told apart by one nanosecond, so that
 *     starts are distinct and in order
 * @param days the reporting days of it that lie in the period; for an hour, its day
 * @param from first instant of it in the period
 * @param to first instant after it
 * @param label ISO start: {@code 2026-03-01}, {@code 2026-03-01T14:00}, with an offset where the hour comes twice
 */
public record Bucket(LocalDateTime start, Period days, Instant from, Instant to, String label) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** The whole period as one piece. */
    public static Bucket whole(Period period, ZoneId zone) {
        return new Bucket(
                period.from().atStartOfDay(),
                period,
                period.from().atStartOfDay(zone).toInstant(),
                period.to().atStartOfDay(zone).toInstant(),
                period.from().toString());
    }

    /** All buckets of a period, in order, without gaps. */
    public static List<Bucket> of(Period period, Grain grain, ZoneId zone, DayOfWeek weekStart) {
        return grain == Grain.HOUR ? hours(period, zone) : days(period, grain, zone, weekStart);
    }

    private static List<Bucket> days(Period period, Grain grain, ZoneId zone, DayOfWeek weekStart) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDateTime start = grain.start(period.from().atStartOfDay(), weekStart);
        while (start.toLocalDate().isBefore(period.to())) {
            LocalDateTime next = grain.next(start);
            LocalDate from = later(start.toLocalDate(), period.from());
            LocalDate to = next.toLocalDate().isAfter(period.to()) ? period.to() : next.toLocalDate();
            buckets.add(new Bucket(
                    start,
                    new Period(from, to),
                    from.atStartOfDay(zone).toInstant(),
                    to.atStartOfDay(zone).toInstant(),
                    start.toLocalDate().toString()));
            start = next;
        }
        return List.copyOf(buckets);
    }

    /** By instants, so that a day has 23, 24 or 25 hours as the zone has it. */
    private static List<Bucket> hours(Period period, ZoneId zone) {
        List<Bucket> buckets = new ArrayList<>();
        ZonedDateTime from = period.from().atStartOfDay(zone);
        ZonedDateTime end = period.to().atStartOfDay(zone);
        while (from.isBefore(end)) {
            ZonedDateTime to = nextHour(from);
            to = to.isAfter(end) ? end : to;
            boolean twice =
                    zone.getRules().getValidOffsets(from.toLocalDateTime()).size() > 1;
            buckets.add(new Bucket(
                    hourStart(from),
                    new Period(from.toLocalDate(), from.toLocalDate().plusDays(1)),
                    from.toInstant(),
                    to.toInstant(),
                    from.format(HOUR) + (twice ? from.getOffset() : "")));
            from = to;
        }
        return List.copyOf(buckets);
    }

    private static ZonedDateTime nextHour(ZonedDateTime from) {
        ZonedDateTime later = from.plusHours(1);
        ZonedDateTime full = later.truncatedTo(ChronoUnit.HOURS);
        // Where clocks go back by half an hour, the full hour may lie at or before where we stand.
        return full.isAfter(from) ? full : later;
    }

    private static LocalDateTime hourStart(ZonedDateTime at) {
        boolean again = !at.withEarlierOffsetAtOverlap().getOffset().equals(at.getOffset());
        LocalDateTime hour = at.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        return again ? hour.plusNanos(1) : hour;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
