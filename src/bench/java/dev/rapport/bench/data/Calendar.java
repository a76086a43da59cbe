package dev.rapport.bench.data;

import dev.rapport.bench.data.Chance.Weights;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;

/** The year that is measured: always the same days, so that runs compare; with quiet weekends, nights and Christmas. */
final class Calendar {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    static final int DAYS = 365;

    private static final double[] WEEKDAYS = {1.12, 1.15, 1.13, 1.08, 0.98, 0.72, 0.82};
    private static final Weights OFFICE_HOURS = new Weights(
            0.6, 0.3, 0.2, 0.2, 0.3, 0.8, 2.0, 3.8, 6.2, 7.8, 8.4, 7.8, 6.6, 7.2, 7.6, 7.2, 6.4, 5.4, 5.0, 5.4, 5.6,
            4.6, 2.8, 1.4);
    private static final Weights WEEKEND_HOURS = new Weights(
            1.4, 0.9, 0.5, 0.3, 0.3, 0.5, 1.0, 2.0, 3.6, 5.4, 6.6, 7.0, 6.6, 6.2, 6.0, 6.2, 6.6, 6.8, 7.2, 7.8, 8.0,
            6.8, 4.4, 2.4);

    private Calendar() {}

    static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    /** How much happens on each day. */
    static Weights busyness() {
        double[] weights = new double[DAYS];
        Arrays.setAll(weights, Calendar::busyness);
        return new Weights(weights);
    }

    static double busyness(int number) {
        LocalDate day = day(number);
        double growth = 0.9 + 0.2 * number / DAYS;
        boolean christmas = day.getMonthValue() == 12 && day.getDayOfMonth() >= 23;
        double season = christmas ? 0.55 : day.getMonthValue() == 11 ? 1.25 : day.getMonthValue() == 8 ? 0.85 : 1;
        return WEEKDAYS[day.getDayOfWeek().getValue() - 1] * growth * season;
    }

    /** Some moment of the day, in microseconds since 1970. */
    static long moment(Chance chance, int number) {
        LocalDate day = day(number);
        boolean weekend = Objects.requireNonNull(day.getDayOfWeek()).compareTo(DayOfWeek.FRIDAY) > 0;
        int hour = chance.of(weekend ? WEEKEND_HOURS : OFFICE_HOURS);
        LocalTime time = LocalTime.of(hour, chance.below(60), chance.below(60));
        return day.atTime(time).atZone(ZONE).toEpochSecond() * 1_000_000 + chance.below(1_000_000);
    }

    /** The first moment after the year, in microseconds since 1970: nothing is known of what happens later. */
    static long end() {
        return day(DAYS).atStartOfDay(ZONE).toEpochSecond() * 1_000_000;
    }
}
