package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Visitors whom nobody ever gets to know: one to three visits on one device, hardly an order. */
final class Passers {
    private final Stage stage;
    private final Visits visits;

    Passers(Stage stage) {
        this.stage = stage;
        visits = new Visits(stage, new Orders(stage));
    }

    void pass(int index, int person, int visitor) {
        Dice dice = new Dice(stage.script().seed(), -1L - index);
        LocalDate day = day(dice);
        introduce(index, person, visitor, day);
        int more = dice.weighted(80, 14, 6);
        visit(dice, index, visitor, Source.ofNewcomer(dice), day, 0.022);
        for (int i = 0; i < more; i++) {
            day = day.plusDays(1 + (long) dice.exponential(7));
            if (!day.isAfter(stage.script().today())) {
                visit(dice, index, visitor, dice.chance(0.5) ? Source.DIRECT : Source.ofNewcomer(dice), day, 0.03);
            }
        }
    }

    /** Came for the prize. */
    void passForPrize(int index, int person, int visitor) {
        Dice dice = new Dice(stage.script().seed(), -1L - index);
        LocalDate day =
                stage.script().giveawayStart().plusDays(dice.weighted(9, 14, 13, 11, 10, 8, 7, 6, 5, 4, 4, 3, 3, 3));
        introduce(index, person, visitor, day);
        visit(dice, index, visitor, Source.GIVEAWAY, day, 0.006);
        if (dice.chance(0.05)) {
            visit(dice, index, visitor, Source.DIRECT, day.plusDays(1 + dice.below(5)), 0.01);
        }
    }

    private void visit(Dice dice, int index, int visitor, Source source, LocalDate day, double eagerness) {
        visits.browse(dice, visitor, source, day, eagerness, "G-" + index);
    }

    /** Somewhat more each month, and busy days get more of them. */
    private LocalDate day(Dice dice) {
        LocalDate from = stage.script().from();
        long days = ChronoUnit.DAYS.between(from, stage.script().today()) + 1;
        while (true) {
            double share = dice.between(0, 1);
            LocalDate day = from.plusDays((long) (days * (0.4 * Math.sqrt(share) + 0.6 * share)));
            if (dice.chance(stage.rhythm().weight(day) / 1.5)) {
                return day;
            }
        }
    }

    private void introduce(int index, int person, int visitor, LocalDate day) {
        long at = day.atStartOfDay(stage.script().zone()).toInstant().toEpochMilli();
        int importId = stage.numbers().importId();
        stage.sheets()
                .persons
                .add(person)
                .none()
                .none()
                .none()
                .at(at)
                .add(importId)
                .end();
        stage.sheets()
                .visitors
                .add(visitor)
                .add("a:guest-" + index)
                .add(person)
                .at(at)
                .add(importId)
                .end();
    }
}
