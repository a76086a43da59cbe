package dev.rapport.slice;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names the periods that move with the calendar. Those that are not over yet end with today, which is in them and
 * unfinished.
 */
public enum Preset {
    TODAY,
    YESTERDAY,
    LAST_7_DAYS,
    LAST_30_DAYS,
    LAST_90_DAYS,
    /** This month so far and the eleven before it, so that months are whole. */
    LAST_12_MONTHS,
    THIS_WEEK,
    LAST_WEEK,
    THIS_MONTH,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR,
    /** From the first to the last day of which there is anything, to today at most: what is dated ahead waits; the last 30 days where there is nothing. */
    ALL;

    /** What is asked when no period is named. */
    public static final Preset DEFAULT = LAST_30_DAYS;

    /** As in a URL: {@code last-30-days}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Preset> of(String key) {
        return Stream.of(values()).filter(preset -> preset.key().equals(key)).findFirst();
    }

    public Period period(SliceContext context) {
        LocalDate today = context.today();
        LocalDate tomorrow = today.plusDays(1);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = quarter(today);
        LocalDate year = today.withDayOfYear(1);
        LocalDate week = week(today, context.weekStart());
        return switch (this) {
            case TODAY -> new Period(today, tomorrow);
            case YESTERDAY -> new Period(today.minusDays(1), today);
            case LAST_7_DAYS -> new Period(tomorrow.minusDays(7), tomorrow);
            case LAST_30_DAYS -> new Period(tomorrow.minusDays(30), tomorrow);
            case LAST_90_DAYS -> new Period(tomorrow.minusDays(90), tomorrow);
            case LAST_12_MONTHS -> new Period(month.minusMonths(11), tomorrow);
            case THIS_WEEK -> new Period(week, tomorrow);
            case LAST_WEEK -> new Period(week.minusWeeks(1), week);
            case THIS_MONTH -> new Period(month, tomorrow);
            case LAST_MONTH -> new Period(month.minusMonths(1), month);
            case THIS_QUARTER -> new Period(quarter, tomorrow);
            case LAST_QUARTER -> new Period(quarter.minusMonths(3), quarter);
            case THIS_YEAR -> new Period(year, tomorrow);
            case LAST_YEAR -> new Period(year.minusYears(1), year);
            case ALL ->
                context.recorded()
                        .filter(all -> all.from().isBefore(tomorrow))
                        .map(all -> new Period(all.from(), all.to().isBefore(tomorrow) ? all.to() : tomorrow))
                        .orElseGet(() -> LAST_30_DAYS.period(context));
        };
    }

    /**
     * Where the period before it starts, for those that are compared up to the same day of the calendar (the 1st to the
     * 21st with the 1st to the 21st) and not with as many days just before.
     */
    Optional<LocalDate> startBefore(LocalDate from) {
        return switch (this) {
            case THIS_WEEK -> Optional.of(from.minusWeeks(1));
            case THIS_MONTH -> Optional.of(from.minusMonths(1));
            case THIS_QUARTER -> Optional.of(from.minusMonths(3));
            case THIS_YEAR, LAST_12_MONTHS -> Optional.of(from.minusYears(1));
            default -> Optional.empty();
        };
    }

    /** Whether it is of whole calendar months, because they are over, on whatever day it is asked for. */
    boolean takesMonths() {
        return this == LAST_MONTH || this == LAST_QUARTER || this == LAST_YEAR || this == ALL;
    }

    /** Whether it is compared up to the same day of the calendar. */
    boolean isToDate() {
        return this == THIS_WEEK
                || this == THIS_MONTH
                || this == THIS_QUARTER
                || this == THIS_YEAR
                || this == LAST_12_MONTHS;
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
    }

    private static LocalDate week(LocalDate day, DayOfWeek weekStart) {
        return day.with(previousOrSame(weekStart));
    }
}
