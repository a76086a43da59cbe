package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The days on which customers sign up: two in five had before the story starts, since then a few more each month. */
final class Joining {
    private Joining() {}

    static LocalDate[] days(Script script) {
        Dice dice = new Dice(script.seed(), 0);
        Rhythm rhythm = new Rhythm(script);
        long days = ChronoUnit.DAYS.between(script.from(), script.today()) + 1;
        LocalDate[] joined = new LocalDate[script.customers()];
        for (int i = 0; i < joined.length; i++) {
            if (dice.chance(0.4)) {
                joined[i] = script.from().minusDays(1 + dice.below(900));
                continue;
            }
            do {
                double share = dice.between(0, 1);
                joined[i] = script.from().plusDays((long) (days * (0.5 * Math.sqrt(share) + 0.5 * share)));
            } while (!dice.chance(rhythm.weight(joined[i]) / 1.5));
        }
        Arrays.sort(joined);
        return joined;
    }
}
