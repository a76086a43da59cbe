package dev.rapport.target;

import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Holds a target as it was set.
 *
 * @param channel key of the one channel it is for; empty: not for one
 * @param segment the one segment value it is for; empty: not for one
 * @param from the first day on which it holds
 * @param span what the value is for: a month's revenue; empty for what does not grow with the period
 */
record TargetRule(
        String metric,
        Optional<String> channel,
        Optional<Segment> segment,
        LocalDate from,
        Optional<Grain> span,
        TargetBound bound,
        BigDecimal value) {
    record Segment(String group, String value) {}

    /**
     * The value for a period. A sum's counts in proportion to the days: of a target for a month, so many days of that month.
     * What does not add up over days has a target for a span only where a period as long as that is asked for.
     */
    Optional<BigDecimal> over(Period period, boolean additive, DayOfWeek weekStart) {
        if (span.isEmpty()) {
            return Optional.of(value);
        }
        if (!additive) {
            return Optional.of(value).filter(any -> span.get().isLengthOf(period));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = period.from(); day.isBefore(period.to()); ) {
            Period unit = unit(day, weekStart);
            LocalDate end = unit.to().isBefore(period.to()) ? unit.to() : period.to();
            long days = new Period(day, end).days();
            sum = sum.add(value.multiply(BigDecimal.valueOf(days))
                    .divide(BigDecimal.valueOf(unit.days()), MathContext.DECIMAL64));
            day = end;
        }
        return Optional.of(sum);
    }

    /** The day, week, month ... that holds a day. */
    private Period unit(LocalDate day, DayOfWeek weekStart) {
        Grain grain = span.orElseThrow();
        LocalDateTime start = grain.start(day.atStartOfDay(), weekStart);
        LocalDate first = start.toLocalDate();
        return new Period(
                first,
                switch (grain) {
                    case HOUR, DAY -> first.plusDays(1);
                    case WEEK -> first.plusWeeks(1);
                    case MONTH -> first.plusMonths(1);
                    case QUARTER -> first.plusMonths(3);
                    case YEAR -> first.plusYears(1);
                });
    }
}
