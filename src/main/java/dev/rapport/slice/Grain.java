package dev.rapport.slice;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the grains in which a trend can be cut. */
public enum Grain {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** As in a URL: {@code day}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Grain> of(String key) {
        return Stream.of(values()).filter(grain -> grain.key().equals(key)).findFirst();
    }

    /** A grain that gives a readable number of points for so long a period: about 7 to 92 of them. */
    public static Grain fitting(Period period) {
        long days = period.days();
        if (days <= 2) {
            return HOUR;
        } else if (days <= 92) {
            return DAY;
        } else if (days <= 184) {
            return WEEK;
        } else if (days <= 5 * 366) {
            return MONTH;
        }
        return days <= 15 * 366 ? QUARTER : YEAR;
    }

    /** Start of the bucket that holds this reporting time. */
    public LocalDateTime start(LocalDateTime at, DayOfWeek weekStart) {
        LocalDateTime day = at.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day;
            case WEEK -> day.with(previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** Start of the bucket after the one that starts here. */
    LocalDateTime next(LocalDateTime start) {
        return switch (this) {
            case HOUR -> start.plusHours(1);
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** Whether a period is as long as one of these, wherever it starts: any 28 to 31 days are as long as a month. */
    public boolean isLengthOf(Period period) {
        long days = period.days();
        return switch (this) {
            case HOUR -> false;
            case DAY -> days == 1;
            case WEEK -> days == 7;
            case MONTH -> days >= 28 && days <= 31;
            case QUARTER -> days >= 89 && days <= 92;
            case YEAR -> days == 365 || days == 366;
        };
    }

    /** How many buckets a period has at most; cheap, to refuse absurd questions before they are cut up. */
    long roughly(Period period) {
        long days = period.days();
        return switch (this) {
            case HOUR -> days * 24;
            case DAY -> days;
            case WEEK -> days / 7 + 2;
            case MONTH -> days / 28 + 2;
            case QUARTER -> days / 90 + 2;
            case YEAR -> days / 365 + 2;
        };
    }
}
