package dev.rapport.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Visits per source and day, so that the clicks of campaigns agree with them. */
final class Tally {
    private final LocalDate from;
    private final int[][] visits;

    Tally(Script script) {
        from = script.from();
        visits = new int[Source.values().length][(int) ChronoUnit.DAYS.between(from, script.today()) + 2];
    }

    void visit(Source source, LocalDate day) {
        visits[source.ordinal()][(int) ChronoUnit.DAYS.between(from, day)]++;
    }

    int visits(Source source, LocalDate day) {
        return visits[source.ordinal()][(int) ChronoUnit.DAYS.between(from, day)];
    }
}
