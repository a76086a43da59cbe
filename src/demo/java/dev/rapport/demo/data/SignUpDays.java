package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Draws the days on which customers sign up: two in five had before the story starts, since then a few more each month. */
final class SignUpDays {
    private SignUpDays() {}

    static LocalDate[] days(Scenario scenario) {
        SeededRandom random = new SeededRandom(scenario.seed(), 0);
        ActivityPattern pattern = new ActivityPattern(scenario);
        long days = ChronoUnit.DAYS.between(scenario.from(), scenario.today()) + 1;
        LocalDate[] joined = new LocalDate[scenario.customers()];
        for (int i = 0; i < joined.length; i++) {
            if (random.chance(0.4)) {
                joined[i] = scenario.from().minusDays(1 + random.below(900));
                continue;
            }
            do {
                double share = random.between(0, 1);
                joined[i] = scenario.from().plusDays((long) (days * (0.5 * Math.sqrt(share) + 0.5 * share)));
            } while (!random.chance(pattern.weight(joined[i]) / 1.5));
        }
        Arrays.sort(joined);
        return joined;
    }
}
