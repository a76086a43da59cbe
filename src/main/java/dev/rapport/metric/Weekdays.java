package dev.rapport.metric;

import dev.rapport.slice.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;

/**
 * Estimates what a figure usually is on each weekday, so that periods with other weekdays, or fewer days, can be
 * compared. So a Monday may be compared with a Sunday, and a month with one that has fewer days or more weekends.
 */
public final class Weekdays {
    /** How many days are looked at. */
    public static final int DAYS = 8 * 7;

    private final Aggregation aggregation;
    private final double[] sums = new double[7];
    private final double[] weights = new double[7];

    private Weekdays(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /** Knows nothing: every day is like the other. */
    public static Weekdays unknown(Aggregation aggregation) {
        return new Weekdays(aggregation);
    }

    /** Learns from daily figures; days before the first with anything are left out. */
    public static Weekdays of(Aggregation aggregation, SortedMap<LocalDate, Figure> days) {
        Weekdays weekdays = new Weekdays(aggregation);
        boolean begun = false;
        for (Map.Entry<LocalDate, Figure> day : days.entrySet()) {
            Figure figure = day.getValue();
            begun |= figure.value().filter(value -> value.signum() != 0).isPresent();
            if (begun && figure.value().isPresent()) {
                double weight =
                        aggregation == Aggregation.RATIO ? figure.denominator().doubleValue() : 1;
                weekdays.add(day.getKey().getDayOfWeek(), figure.value().get().doubleValue(), weight);
            }
        }
        return weekdays;
    }

    private void add(DayOfWeek day, double value, double weight) {
        sums[day.ordinal()] += value * weight;
        weights[day.ordinal()] += weight;
    }

    /** Whether two periods have the same days of the week equally often. */
    public static boolean alike(Period one, Period other) {
        return one.days() == other.days()
                && (one.days() % 7 == 0
                        || one.from().getDayOfWeek() == other.from().getDayOfWeek());
    }

    /** How two periods differ by the calendar. */
    public ComparedFigure compared(Period now, Period before) {
        long lag = Math.max(1, ChronoUnit.DAYS.between(before.to(), now.to()));
        if (alike(now, before)) {
            return new ComparedFigure(1, 0, now.days(), lag);
        }
        double expected = total(now);
        double earlier = total(before);
        double ratio = expected > 0 && earlier > 0 ? expected / earlier : (double) now.days() / before.days();
        return new ComparedFigure(ratio, offset(now, before), now.days(), lag);
    }

    private double total(Period period) {
        double total = 0;
        for (LocalDate day = period.from(); day.isBefore(period.to()); day = day.plusDays(1)) {
            total += mean(day.getDayOfWeek());
        }
        return total;
    }

    private double offset(Period now, Period before) {
        return switch (aggregation) {
            case RATIO -> pooled(now) - pooled(before);
            case MEAN -> total(now) / now.days() - total(before) / before.days();
            case SUM, DISTINCT, LAST, GROWTH -> 0;
        };
    }

    /** The ratio of a period whose days are as usual. */
    private double pooled(Period period) {
        double sum = 0;
        double weight = 0;
        for (LocalDate day = period.from(); day.isBefore(period.to()); day = day.plusDays(1)) {
            sum += sums[day.getDayOfWeek().ordinal()];
            weight += weights[day.getDayOfWeek().ordinal()];
        }
        return weight > 0 ? sum / weight : 0;
    }

    private double mean(DayOfWeek day) {
        return weights[day.ordinal()] > 0 ? sums[day.ordinal()] / weights[day.ordinal()] : 0;
    }
}
