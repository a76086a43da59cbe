package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.LocalTime;

/** Spreads what happens over days and hours: office days and hours for most, evenings for some, quiet weekends, a quiet August and Christmas. */
final class ActivityPattern {
    private static final double[] WEEKDAYS = {1.08, 1.14, 1.12, 1.06, 0.94, 0.48, 0.42};
    private static final double[] OFFICE_HOURS = {
        0.3, 0.2, 0.1, 0.1, 0.2, 0.6, 1.6, 3.6, 6.5, 8.6, 9.4, 8.4, 6.2, 7.4, 8.8, 8.2, 6.6, 4.6, 3.6, 3.8, 4.2, 3.4,
        1.8, 0.8
    };
    private static final double[] WEEKEND_HOURS = {
        0.8, 0.5, 0.3, 0.2, 0.2, 0.4, 0.9, 2.0, 3.8, 5.8, 7.0, 7.2, 6.4, 5.6, 5.4, 5.6, 6.0, 6.6, 7.2, 8.0, 8.2, 6.4,
        3.8, 1.8
    };

    private final Scenario scenario;

    ActivityPattern(Scenario scenario) {
        this.scenario = scenario;
    }

    /** How busy the day is; about 1 on average. */
    double weight(LocalDate day) {
        double weight = WEEKDAYS[day.getDayOfWeek().getValue() - 1];
        if (day.getMonthValue() == 8) {
            return weight * 0.82;
        }
        if (day.getMonthValue() == 12 && day.getDayOfMonth() >= 23) {
            return weight * 0.45;
        }
        // Gift time: the weeks from mid November on are the shop's best.
        boolean gifts = day.getMonthValue() == 12 || (day.getMonthValue() == 11 && day.getDayOfMonth() > 14);
        return gifts ? weight * 1.22 : weight;
    }

    /** A moment on the day, in milliseconds since 1970. */
    long moment(SeededRandom random, LocalDate day) {
        int hour = random.weighted(day.getDayOfWeek().getValue() > 5 ? WEEKEND_HOURS : OFFICE_HOURS);
        LocalTime time = LocalTime.of(hour, random.below(60), random.below(60));
        return day.atTime(time).atZone(scenario.zone()).toInstant().toEpochMilli();
    }
}
